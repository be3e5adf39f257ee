using Autogen.Schema.Comparison;
using Autogen.Schema.Objects;

namespace Autogen.Design.Planning.Rows;

/// <summary>
/// The changes of one table's rows, but for those that go before all else, in the order in which they are made, so that each finds what it
/// needs, and its unique values free as far as an order can do that.
/// </summary>
internal sealed class RowSequence
{
    private readonly UniqueValues unique;

    /// <summary>Puts the changes in order.</summary>
    /// <param name="scope">The plan.</param>
    /// <param name="target">The table as it is wanted.</param>
    /// <param name="changes">Its rows' changes.</param>
    /// <param name="left">Which rows go last.</param>
    public RowSequence(PlanScope scope, Table target, IReadOnlyList<Change> changes, RowsDeletedLast left)
    {
        unique = new UniqueValues(target, scope.RetypedColumns(target));
        var added = changes.OfType<Added<SeedRow>>().Select(change => change.Item).ToList();
        Left = SelfReferences.ChildrenFirst(target, [.. changes.OfType<Removed<SeedRow>>().Where(left.Has).Select(change => change.Item)]);
        Inserted = SelfReferences.ParentsFirst(target, added);
        Updated = unique.Order([.. changes.OfType<Altered<SeedRow>>().Select(change => (change.Current, change.Target))]);
        var self = target.ForeignKeys.Where(key => key.PrincipalTable == target.Name).ToList();
        UpdatesFirst = (AreInTheWay(added) || AreTakenForUpdated(added))
            && !self.Exists(key => SelfReferences.AnyRefersTo(Updated.Select(change => change.Target), added, key));
    }

    /// <summary>Rows to insert.</summary>
    public IReadOnlyList<SeedRow> Inserted { get; }

    /// <summary>Rows to update.</summary>
    public IReadOnlyList<(SeedRow Current, SeedRow Target)> Updated { get; }

    /// <summary>Rows to delete last.</summary>
    public IReadOnlyList<SeedRow> Left { get; }

    /// <summary>Whether rows are updated before others are inserted.</summary>
    public bool UpdatesFirst { get; }

    /// <summary>
    /// The columns that must be unique in which two rows have the same values for a moment: no order helps, so what makes them
    /// unique must be dropped while rows change.
    /// </summary>
    public IEnumerable<IReadOnlyList<string>> Conflicts()
    {
        var held = Updated.Select(row => row.Current).Concat(Left).SelectMany(unique.HeldBy).CountBy(slot => slot).ToDictionary();
        HashSet<IReadOnlyList<string>> conflicts = [];
        foreach (var (old, row) in Statements())
        {
            foreach (var slot in old is null ? [] : unique.HeldBy(old))
                held[slot]--;
            conflicts.UnionWith(unique.NeededBy(row).Where(slot => held.GetValueOrDefault(slot) > 0).Select(slot => slot.Columns));
        }

        return conflicts;
    }

    private bool AreInTheWay(List<SeedRow> added)
    {
        var held = Updated.SelectMany(change => unique.HeldBy(change.Current)).ToHashSet();
        return added.SelectMany(unique.NeededBy).Any(held.Contains);
    }

    // Where the table gets another key, the values that identify a changed row may identify an added one, too.
    private bool AreTakenForUpdated(List<SeedRow> added)
        => Updated.Select(change => change.Target).GroupBy(row => row.Key.Select(value => value.Column).ToEquatableList()).Any(rows =>
        {
            var keys = rows.Select(row => SelfReferences.ValuesOf(row, rows.Key)).ToHashSet(StringComparer.Ordinal);
            return added.Exists(row => SelfReferences.ValuesOf(row, rows.Key) is { } values && keys.Contains(values));
        });

    private IEnumerable<(SeedRow? Old, SeedRow Row)> Statements()
    {
        var inserts = Inserted.Select(row => ((SeedRow?)null, row));
        var updates = Updated.Select(row => ((SeedRow?)row.Current, row.Target));
        return UpdatesFirst ? updates.Concat(inserts) : inserts.Concat(updates);
    }
}
