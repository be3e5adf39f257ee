using Autogen.Design.Planning.Rows;
using Autogen.Schema.Comparison;
using Autogen.Schema.Objects;

namespace Autogen.Design.Planning.Recreation;

/// <summary>
/// Unique indexes and keys that two rows of the model would violate for a moment, because they swap their values, are dropped while rows
/// change.
/// </summary>
internal sealed class RecreateUniqueOfSwappedRows(PlanScope scope, Recreator recreator)
{
    /// <summary>Adds the changes.</summary>
    public void Apply()
    {
        var left = new RowsDeletedLast(scope, [.. recreator.Changes.Where(change => change.Kind == ObjectKind.SeedRow)]);
        // not null: a row is one of a table
        foreach (var rows in recreator.Changes.Where(change => change.Kind == ObjectKind.SeedRow).GroupBy(change => change.Table!).ToList())
        {
            if (scope.Diff.Target.FindTable(rows.Key) is not { } target)
                continue;
            foreach (var columns in new RowSequence(scope, target, [.. rows], left).Conflicts())
                recreator.RecreateAll(
                    rows.Key,
                    new DependentParts(
                        index => index.IsUnique && AreOf(rows.Key, index, columns),
                        _ => false,
                        keys => scope.Pairs.TargetColumns(rows.Key, keys).SequenceEqual(columns, StringComparer.Ordinal))
                    {
                        WithForeignKeys = false
                    });
        }
    }

    private bool AreOf(ObjectName table, TableIndex index, IReadOnlyList<string> columns)
        => index.Parts
            .Select(part => part.Column is { } column ? scope.Pairs.TargetColumn(table, column) : "")
            .SequenceEqual(columns, StringComparer.Ordinal);
}
