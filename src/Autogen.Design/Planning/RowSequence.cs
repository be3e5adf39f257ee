using Autogen.Schema.Comparison;
using Autogen.Schema.Objects;

namespace Autogen.Design.Planning;

/// <summary>The changes of one table's rows, but for those that go before all else, in the order in which they are made, so that each finds what it needs, and its unique values free as far as an order can do that.</summary>
internal sealed class RowSequence
{
    private readonly UniqueValues unique;

    /// <summary>Puts the changes in order.</summary>
    /// <param name="scope">The plan.</param>
    /// <param name="wanted">The table as it is wanted.</param>
    /// <param name="changes">Its rows' changes.</param>
    /// <param name="left">Which rows go last.</param>
    public RowSequence(PlanScope scope, Table wanted, IReadOnlyList<Change> changes, LeftRows left)
    {
        unique = new UniqueValues(wanted, scope.RetypedColumns(wanted));
        var added = changes.OfType<Added<SeedRow>>().Select(change => change.Item).ToList();
        Left = SelfReferences.ChildrenFirst(wanted, [.. changes.OfType<Removed<SeedRow>>().Where(left.Has).Select(change => change.Item)]);
        Inserted = SelfReferences.ParentsFirst(wanted, added);
        Updated = unique.Order([.. changes.OfType<Altered<SeedRow>>().Select(change => (change.There, change.Wanted))]);
        var self = wanted.ForeignKeys.Where(key => key.PrincipalTable == wanted.Name).ToList();
        UpdatesFirst = Updated.Any(change => added.Exists(row => unique.Collide(row, change.There) || IsTakenFor(row, change.Wanted)))
            && !Updated.Any(change => added.Exists(row => self.Exists(key => SelfReferences.RefersTo(change.Wanted, row, key))));
    }

    /// <summary>Rows that come.</summary>
    public IReadOnlyList<SeedRow> Inserted { get; }

    /// <summary>Rows that change.</summary>
    public IReadOnlyList<(SeedRow There, SeedRow Wanted)> Updated { get; }

    /// <summary>Rows that go last.</summary>
    public IReadOnlyList<SeedRow> Left { get; }

    /// <summary>Whether rows change before others come.</summary>
    public bool UpdatesFirst { get; }

    /// <summary>The columns that must be unique in which two rows have the same values for a moment: no order helps, so what makes them unique must be away meanwhile.</summary>
    public IEnumerable<IReadOnlyList<string>> Conflicts()
    {
        var rows = Updated.Select(row => row.There).Concat(Left).ToList();
        HashSet<IReadOnlyList<string>> conflicts = [];
        foreach (var (old, row) in Statements())
        {
            if (old is not null)
                rows.RemoveAll(other => ReferenceEquals(other, old));
            conflicts.UnionWith(rows.SelectMany(other => unique.Collisions(row, other)));
        }

        return conflicts;
    }

    // Where the key is another one from now on, what tells a row that changes from those that are there need not tell it from one that comes.
    private static bool IsTakenFor(SeedRow added, SeedRow changed) => changed.Key.All(value => string.Equals(SelfReferences.Literal(added, value.Column), value.Literal, StringComparison.Ordinal));

    private IEnumerable<(SeedRow? Old, SeedRow Row)> Statements()
    {
        var inserts = Inserted.Select(row => ((SeedRow?)null, row));
        var updates = Updated.Select(row => ((SeedRow?)row.There, row.Wanted));
        return UpdatesFirst ? updates.Concat(inserts) : inserts.Concat(updates);
    }
}
