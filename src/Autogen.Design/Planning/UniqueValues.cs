using Autogen.Schema.Objects;

namespace Autogen.Design.Planning;

/// <summary>The values of rows of one table that no two rows may have: keys and unique indexes are checked statement by statement, so what gives a value up comes before what takes it.</summary>
/// <param name="table">The table as it is wanted.</param>
/// <param name="retyped">Its columns that get another type: what becomes of an old value there, nobody knows but the database.</param>
internal sealed class UniqueValues(Table table, IReadOnlySet<string> retyped)
{
    private readonly IReadOnlyList<IReadOnlyList<string>> sets =
    [
        .. table.PrimaryKey is { } key ? [key.Columns] : (IReadOnlyList<string>[])[],
        .. table.UniqueConstraints.Select(constraint => constraint.Columns),
        .. table.Indexes.Where(index => index.IsUnique && index.Parts.All(part => part.Column is not null)).Select(index => index.Parts.Select(part => part.Column!).ToList()), // not null: chosen so
    ];

    /// <summary>Whether a row has, or may have, the same values in one of them as another one that is there.</summary>
    public bool Collide(SeedRow wanted, SeedRow there) => Collisions(wanted, there).Any();

    /// <summary>The columns of those in which both rows have, or may have, the same values.</summary>
    public IEnumerable<IReadOnlyList<string>> Collisions(SeedRow wanted, SeedRow there)
        => sets.Where(columns => !(IsToldBy(wanted, columns) && IsToldBy(there, columns)) && columns.All(column => ValueOf(wanted, column) is { } next && ValueOf(there, column) is { } old && (retyped.Contains(column) || string.Equals(next, old, StringComparison.Ordinal))));

    // Rows that are told from each other by the key have no key in common; where the key is another one from now on, they may.
    private static bool IsToldBy(SeedRow row, IReadOnlyList<string> columns) => row.Key.Select(value => value.Column).SequenceEqual(columns, StringComparer.Ordinal);

    private static string? ValueOf(SeedRow row, string column)
        => SelfReferences.Literal(row, column) is { } value && !string.Equals(value, "NULL", StringComparison.OrdinalIgnoreCase) ? value : null;

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
