using Autogen.Schema.Objects;

namespace Autogen.Design.Planning;

/// <summary>The values of rows of one table that no two rows may have: keys and unique indexes are checked statement by statement, so what gives a value up comes before what takes it.</summary>
internal sealed class UniqueValues(Table table)
{
    private readonly IReadOnlyList<IReadOnlyList<string>> sets =
    [
        .. table.UniqueConstraints.Select(constraint => constraint.Columns),
        .. table.Indexes.Where(index => index.IsUnique && index.Parts.All(part => part.Column is not null)).Select(index => index.Parts.Select(part => part.Column!).ToList()), // not null: chosen so
    ];

    /// <summary>Whether both rows have the same values in one of them.</summary>
    public bool Collide(SeedRow one, SeedRow other) => Collisions(one, other).Any();

    /// <summary>The columns of those in which both rows have the same values.</summary>
    public IEnumerable<IReadOnlyList<string>> Collisions(SeedRow one, SeedRow other) => sets.Where(columns => columns.All(column => SelfReferences.Literal(one, column) is { } value
        && !string.Equals(value, "NULL", StringComparison.OrdinalIgnoreCase)
        && string.Equals(value, SelfReferences.Literal(other, column), StringComparison.Ordinal)));

    /// <summary>The changes of rows in an order in which each finds its values free. Rows that exchange theirs stay as they were.</summary>
    public IReadOnlyList<(SeedRow There, SeedRow Wanted)> Order(IReadOnlyList<(SeedRow There, SeedRow Wanted)> changes)
    {
        if (sets.Count == 0 || changes.Count < 2)
            return changes;

        List<(SeedRow There, SeedRow Wanted)> ordered = [];
        var pending = changes.ToList();
        while (pending.Count != 0)
        {
            var free = pending.Where(change => !pending.Exists(other => other != change && Collide(change.Wanted, other.There))).ToList();
            if (free.Count == 0)
                return [.. ordered, .. pending];
            ordered.AddRange(free);
            pending.RemoveAll(free.Contains);
        }

        return ordered;
    }
}
