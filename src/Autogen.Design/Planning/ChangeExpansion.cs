using Autogen.Design.Planning.Recreation;
using Autogen.Design.Planning.TableParts;
using Autogen.Schema.Comparison;
using Autogen.Schema.Objects;

namespace Autogen.Design.Planning;

/// <summary>
/// Makes the changes complete: what a new table brings and does not hold itself, what a dropped cycle of tables needs first, and what must
/// go and come again although it does not differ, because something beneath it changes.
/// </summary>
internal sealed class ChangeExpansion(PlanScope scope)
{
    /// <summary>All changes that the kinds' planners are to see.</summary>
    public IReadOnlyList<Change> Expand(IEnumerable<Change> changes)
    {
        var all = changes.ToList();
        foreach (var added in all.OfType<Added<Table>>().ToList())
            all.AddRange(OfNewTable(added.Item));
        foreach (var removed in all.OfType<Removed<Table>>().ToList())
            all.AddRange(CircularKeys(removed.Item));
        return DependentChanges.Complete(scope, all);
    }

    private IEnumerable<Change> OfNewTable(Table table) =>
    [
        .. table.UniqueConstraints.Where(constraint => !InlineConstraints.IsInline(scope, constraint))
            .Select(constraint => new Added<UniqueConstraint>(ObjectKind.UniqueConstraint, table.Name, constraint)),
        .. table.CheckConstraints.Where(check => !InlineConstraints.IsInline(scope, check))
            .Select(check => new Added<CheckConstraint>(ObjectKind.CheckConstraint, table.Name, check)),
        .. table.ForeignKeys.Where(key => !InlineConstraints.IsInline(scope, table.Name, key))
            .Select(key => new Added<ForeignKey>(ObjectKind.ForeignKey, table.Name, key)),
        .. table.Indexes.Select(index => new Added<TableIndex>(ObjectKind.Index, table.Name, index)),
        .. table.SeedRows.Select(row => new Added<SeedRow>(ObjectKind.SeedRow, table.Name, row)),
    ];

    private IEnumerable<Change> CircularKeys(Table table)
        => table.ForeignKeys.Where(key => scope.CurrentCycles.AreInOne(table.Name, scope.Pairs.CurrentTable(key.PrincipalTable)))
            .Select(key => new Removed<ForeignKey>(ObjectKind.ForeignKey, scope.Pairs.TargetTable(table.Name), key));
}
