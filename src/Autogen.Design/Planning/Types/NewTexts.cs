using Autogen.Schema.Comparison;
using Autogen.Schema.Objects;

namespace Autogen.Design.Planning.Types;

/// <summary>The SQL texts that a plan will have the database read, as far as they may name a label of an enumerated type.</summary>
internal static class NewTexts
{
    /// <summary>Texts of what is added or altered on tables that have a column of the type.</summary>
    public static IEnumerable<string> Of(PlanScope scope, EnumType type)
    {
        var users = scope.Diff.Target.Tables
            .Where(table => table.Columns.Any(column => column.Type.IsNamed(type.Name, scope.Diff.Target.DefaultSchema.Value)))
            .Select(table => table.Name)
            .ToHashSet();

        return scope.Diff.Changes
            .Where(change => change.Significance == Significance.Significant)
            .SelectMany(change => change switch
            {
                Added<Table> added when users.Contains(added.Item.Name) => OfTable(scope, added.Item),
                { Table: { } table } when users.Contains(table) => OfChange(scope, change),
                _ => [],
            });
    }

    private static IEnumerable<string> OfTable(PlanScope scope, Table table) =>
    [
        .. table.Columns.SelectMany(column => OfColumn(scope, column, isNewTable: true)),
        .. table.CheckConstraints.Select(check => check.Expression.Text),
        .. table.Indexes.SelectMany(OfIndex),
        .. table.SeedRows.SelectMany(OfRow),
    ];

    private static IEnumerable<string> OfChange(PlanScope scope, Change change) => change switch
    {
        Added<Column> added => OfColumn(scope, added.Item, isNewTable: false),
        Altered<Column> altered => OfColumn(scope, altered.Target, isNewTable: !(altered.Current.IsNullable && !altered.Target.IsNullable)),
        Added<CheckConstraint> added => [added.Item.Expression.Text],
        Altered<CheckConstraint> altered => [altered.Target.Expression.Text],
        Added<TableIndex> added => OfIndex(added.Item),
        Altered<TableIndex> altered => OfIndex(altered.Target),
        Added<SeedRow> added => OfRow(added.Item),
        Altered<SeedRow> altered => OfRow(altered.Target),
        _ => [],
    };

    private static IEnumerable<string> OfColumn(PlanScope scope, Column column, bool isNewTable)
    {
        if (column.Default is { } value)
            yield return value.Text;
        else if (!isNewTable
            && !column.IsNullable
            && (column.RowValue.Value?.Sql ?? scope.Dialect.BackfillValue(column, scope.Diff.Target)) is { } backfill)
            yield return backfill;
        if (column.Generated is { } generated)
            yield return generated.Expression.Text;
    }

    private static IEnumerable<string> OfIndex(TableIndex index)
        => index.Parts.Select(part => part.Expression?.Text).Append(index.Filter?.Text).OfType<string>();

    private static IEnumerable<string> OfRow(SeedRow row) => row.Key.Concat(row.Values).Select(value => value.Literal);
}
