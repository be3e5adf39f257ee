using Autogen.Schema.Comparison;
using Autogen.Schema.Objects;

namespace Autogen.Design.Planning;

/// <summary>
/// Rows that go and that rows which stay refer to until they are changed: to delete them before would be refused, or would take the others along.
/// </summary>
internal sealed class LeftRows
{
    private readonly PlanScope scope;
    private readonly HashSet<Removed<SeedRow>> rows = new(ReferenceEqualityComparer.Instance);

    /// <summary>Looks at the changes of rows.</summary>
    public LeftRows(PlanScope scope, IReadOnlyList<Change> changes)
    {
        this.scope = scope;
        var removed = changes.OfType<Removed<SeedRow>>().Where(CanWait).ToList();
        List<(ObjectName Table, SeedRow Row)> staying = [.. changes.OfType<Altered<SeedRow>>().Select(change => (change.Table!, change.There))];
        while (staying.Count != 0)
        {
            var referred = removed.Where(change => staying.Exists(row => RefersTo(row.Table, row.Row, change))).ToList();
            rows.UnionWith(referred);
            removed.RemoveAll(referred.Contains);
            staying = [.. referred.Select(change => (change.Table!, change.Item))];
        }
    }

    /// <summary>Whether the row goes last.</summary>
    public bool Has(Removed<SeedRow> change) => rows.Contains(change);

    /// <summary>When all else is done, its key must still tell it from all other rows, and be of the type that it was told in. Foreign keys are away while that changes.</summary>
    private bool CanWait(Removed<SeedRow> change)
        => scope.TableThere(change.Table!) is not null
            && scope.Diff.Wanted.FindTable(change.Table!) is { PrimaryKey: { } key } wanted
            && key.Columns.SequenceEqual(change.Item.Key.Select(value => value.Column), StringComparer.Ordinal)
            && !scope.RetypedColumns(wanted).Overlaps(key.Columns);

    // A change tells all in the names that are wanted.
    private bool RefersTo(ObjectName table, SeedRow row, Removed<SeedRow> other)
        => (scope.TableThere(table)?.ForeignKeys ?? []).Any(key => key.OnDelete is not (ForeignKeyAction.SetNull or ForeignKeyAction.SetDefault)
            && scope.Names.TableWanted(key.PrincipalTable) == other.Table
            && SelfReferences.RefersTo(row, other.Item, key with
            {
                Columns = scope.Names.ColumnsWanted(table, key.Columns),
                PrincipalColumns = scope.Names.ColumnsWanted(other.Table!, key.PrincipalColumns),
            }));
}
