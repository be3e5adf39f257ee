using Autogen.Schema.Comparison;
using Autogen.Schema.Objects;

namespace Autogen.Design.Planning.Recreation;

/// <summary>
/// A generated column whose expression changes, or uses a column whose type changes, is dropped and added again; and so is everything that
/// depends on it.
/// </summary>
internal sealed class RecreateGeneratedColumns(PlanScope scope, Recreator recreator, RetypedColumns retyped)
{
    /// <summary>Adds the changes.</summary>
    public void Apply()
    {
        var recreated = Columns();
        foreach (var (table, column) in recreated.Concat(ColumnsOfKeptValues()).ToList())
        {
            if (scope.CurrentTable(table) is { } current)
                recreator.RecreateAll(table, new DependentParts(
                    index => recreator.Parts.Uses(index, current, column),
                    check => recreator.Parts.MayMention(check.Expression, current, column),
                    keys => keys.Contains(column, StringComparer.Ordinal)));
        }
    }

    private List<(ObjectName Table, string CurrentColumn)> Columns()
    {
        List<(ObjectName, string)> recreated = [];
        foreach (var change in recreator.Changes.OfType<Altered<Column>>()
            .Where(change => change.Has("Generated") && !LosesExpressionOnly(change))
            .ToList())
            recreated.Add(recreator.RecreateColumn(change.Table!, change.Current, change.Target));

        var used = retyped.All().Select(retype => (retype.Table, retype.CurrentColumn)).Concat(recreated).ToHashSet();
        foreach (var (name, column) in used.Order())
        {
            if (scope.CurrentTable(name) is not { } table)
                continue;
            foreach (var generated in table.Columns
                .Where(other => other.Generated is { } text && recreator.Parts.MayMention(text.Expression, table, column))
                .ToList())
            {
                if (recreator.Target(name, generated) is { } target && !recreated.Contains((name, generated.Name)))
                    recreated.Add(recreator.RecreateColumn(name, generated, recreator.Parts.Target(name, generated, target)));
            }
        }

        return recreated;
    }

    // A generated column can become an ordinary one and keep its values, if the target type can hold them.
    private bool LosesExpressionOnly(Altered<Column> change)
        => change.Current.Generated is not null && change.Target.Generated is null
            && (!change.Has("Type")
                || !scope.Dialect.Conversion(change.Current, change.Target, scope.Diff.Current, scope.Diff.Target).MayFail);

    // Columns that another takes the place of, with their values, where a generated column can't just lose its expression.
    private IEnumerable<(ObjectName Table, string CurrentColumn)> ColumnsOfKeptValues()
        => recreator.Changes.OfType<Altered<Column>>()
            .Where(change => change.Has("Generated") && LosesExpressionOnly(change) && !scope.DropsExpression(change.Current))
            .Select(change => (change.Table!, change.Current.Name));
}
