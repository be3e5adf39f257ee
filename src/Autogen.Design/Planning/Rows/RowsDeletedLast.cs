using Autogen.Schema.Comparison;
using Autogen.Schema.Objects;

namespace Autogen.Design.Planning.Rows;

/// <summary>
/// Deleted rows that remaining rows refer to until they are updated: to delete them before would be refused,
/// or would take the others along.
/// </summary>
internal sealed class RowsDeletedLast
{
    private readonly PlanScope scope;
    private readonly HashSet<Removed<SeedRow>> rows = new(ReferenceEqualityComparer.Instance);

    /// <summary>Looks at the changes of rows.</summary>
    public RowsDeletedLast(PlanScope scope, IReadOnlyList<Change> changes)
    {
        this.scope = scope;
        var removed = changes.OfType<Removed<SeedRow>>().Where(CanWait).ToList();
        List<(ObjectName Table, SeedRow Row)> staying = [.. changes.OfType<Altered<SeedRow>>().Select(
            change => (change.Table!, change.Current))];
        while (staying.Count != 0)
        {
            var referred = Referred(staying, removed);
            rows.UnionWith(referred);
            removed.RemoveAll(rows.Contains);
            staying = [.. referred.Select(change => (change.Table!, change.Item))];
        }
    }

    /// <summary>Whether the row is deleted last.</summary>
    public bool Has(Removed<SeedRow> change) => rows.Contains(change);

    /// <summary>
    /// When all else is done, its key must still tell it from all other rows, and be of the type that it was told in. Foreign
    /// keys are away while that changes.
    /// </summary>
    private bool CanWait(Removed<SeedRow> change)
        => scope.CurrentTable(change.Table!) is not null
            && scope.Diff.Target.FindTable(change.Table!) is { PrimaryKey: { } key } target
            && key.Columns.SequenceEqual(change.Item.Key.Select(value => value.Column), StringComparer.Ordinal)
            && !scope.RetypedColumns(target).Overlaps(key.Columns);

    // A change has the target's names.
    private List<Removed<SeedRow>> Referred(IEnumerable<(ObjectName Table, SeedRow Row)> staying, List<Removed<SeedRow>> removed)
    {
        List<Removed<SeedRow>> referred = [];
        var candidates = removed.ToLookup(change => change.Table!);
        foreach (var referring in staying.GroupBy(row => row.Table, row => row.Row))
        {
            foreach (var key in scope.CurrentTable(referring.Key)?.ForeignKeys ?? [])
            {
                if (key.OnDelete is ForeignKeyAction.SetNull or ForeignKeyAction.SetDefault)
                    continue;
                var principal = scope.Pairs.TargetTable(key.PrincipalTable);
                var (columns, principalColumns) =
                    (scope.Pairs.TargetColumns(referring.Key, key.Columns), scope.Pairs.TargetColumns(principal, key.PrincipalColumns));
                var values = referring.Select(row => SelfReferences.ValuesOf(row, columns)).ToHashSet(StringComparer.Ordinal);
                referred.AddRange(candidates[principal].Where(change =>
                    SelfReferences.ValuesOf(change.Item, principalColumns) is { } referredTo && values.Contains(referredTo)));
            }
        }

        return referred;
    }
}
