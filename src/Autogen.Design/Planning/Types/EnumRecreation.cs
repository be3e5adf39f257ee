using Autogen.Schema.Comparison;
using Autogen.Schema.Objects;

namespace Autogen.Design.Planning.Types;

/// <summary>
/// An enumerated type that must be recreated: PostgreSQL can add labels, but neither remove nor move them, and a label that was added can't
/// be used in the same transaction (55P04).
/// </summary>
/// <param name="Current">The type as it is.</param>
/// <param name="Target">The type as the target has it.</param>
/// <param name="Columns">The columns that keep the type, in order.</param>
internal sealed record EnumRecreation(EnumType Current, EnumType Target, IReadOnlyList<EnumColumn> Columns)
{
    /// <summary>The types of a diff that must be recreated.</summary>
    public static IReadOnlyList<EnumRecreation> Of(PlanScope scope) =>
    [
        .. scope.Diff.Changes.OfType<Altered<EnumType>>()
            .Where(change => change.Significance == Significance.Significant && IsNeeded(scope, change.Current, change.Target))
            .Select(change => new EnumRecreation(change.Current, change.Target, [.. ColumnsOf(scope, change)])),
    ];

    private static bool IsNeeded(PlanScope scope, EnumType current, EnumType target)
    {
        current = EnumTypeComparison.Renamed(current, target);
        if (!current.Labels.SequenceEqual(
            target.Labels.Where(label => current.Labels.Contains(label, StringComparer.Ordinal)), StringComparer.Ordinal))
            return true;
        var added = target.Labels.Where(label => !current.Labels.Contains(label, StringComparer.Ordinal))
            .Select(scope.Dialect.StringLiteral)
            .ToList();
        return added.Count != 0
            && NewTexts.Of(scope, target).Any(text => added.Any(label => text.Contains(label, StringComparison.Ordinal)));
    }

    private static IEnumerable<EnumColumn> ColumnsOf(PlanScope scope, Altered<EnumType> type)
    {
        var changes = scope.Diff.Changes;
        var removedTables = changes.OfType<Removed<Table>>().Select(change => change.Item.Name).ToHashSet();
        foreach (var table in scope.Diff.Current.Tables.Where(table => !removedTables.Contains(table.Name)))
        {
            var targetTable = scope.Pairs.TargetTable(table.Name);
            var defaultSchema = scope.Diff.Current.DefaultSchema.Value;
            foreach (var column in table.Columns.Where(column => column.Type.IsNamed(type.Current.Name, defaultSchema)))
            {
                var altered = changes.OfType<Altered<Column>>().FirstOrDefault(
                    change => change.Table == targetTable && IsColumn(change.Current, column));
                var removed = changes.OfType<Removed<Column>>().Any(change => change.Table == targetTable && IsColumn(change.Item, column));
                var leaves = altered is not null && altered.Has("Type")
                    && !altered.Target.Type.IsNamed(type.Target.Name, scope.Diff.Target.DefaultSchema.Value);

                // It is dropped, and a computed one takes its place.
                var isReplaced = altered is { Current.Generated: null, Target.Generated: not null };
                if (!removed && !leaves && !isReplaced)
                    yield return new EnumColumn(targetTable, column, altered?.Target ?? column);
            }
        }
    }

    private static bool IsColumn(Column one, Column other) => string.Equals(one.Name, other.Name, StringComparison.Ordinal);
}

/// <summary>A column whose enumerated type is recreated.</summary>
/// <param name="Table">The table's target name.</param>
/// <param name="Current">The column as it is.</param>
/// <param name="Target">The column as the target has it.</param>
internal sealed record EnumColumn(ObjectName Table, Column Current, Column Target);
