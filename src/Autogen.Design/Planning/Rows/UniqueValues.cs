using Autogen.Design.Planning.Steps;
using Autogen.Schema.Objects;

namespace Autogen.Design.Planning.Rows;

/// <summary>
/// The values of rows of one table that no two rows may have. Keys and unique indexes are checked statement by statement, so the row that
/// gives a value up changes before the row that takes it.
/// </summary>
/// <param name="table">The target table.</param>
/// <param name="retyped">Its columns that get another type: only the database knows what becomes of an old value there.</param>
internal sealed class UniqueValues(Table table, IReadOnlySet<string> retyped)
{
    private readonly IReadOnlyList<IReadOnlyList<string>> sets =
    [
        .. table.PrimaryKey is { } key ? [key.Columns] : (IReadOnlyList<string>[])[],
        .. table.UniqueConstraints.Select(constraint => constraint.Columns),
        .. table.Indexes.Where(index => index.IsUnique && index.Parts.All(part => part.Column is not null))
            .Select(index => index.Parts.Select(part => part.Column!).ToList()), // not null: chosen so
    ];

    /// <summary>What a current row occupies in the sets of columns that must be unique.</summary>
    public IEnumerable<Slot> HeldBy(SeedRow current)
        => sets.Select(columns => SlotOf(current, columns, IsIdentifiedBy(current, columns))).OfType<Slot>();

    /// <summary>What a target row needs there; it collides with the rows that hold one of these.</summary>
    public IEnumerable<Slot> NeededBy(SeedRow target)
    {
        foreach (var columns in sets)
        {
            if (SlotOf(target, columns, isIdentity: false) is not { } slot)
                continue;
            yield return slot;

            // Rows that are told from each other by the key have no key in common; where the key is another one from now on, they may.
            if (!IsIdentifiedBy(target, columns))
                yield return slot with { IsIdentity = true };
        }
    }

    /// <summary>The changes of rows in an order in which each finds its values free. Rows that exchange theirs stay as they were.</summary>
    public IReadOnlyList<(SeedRow Current, SeedRow Target)> Order(IReadOnlyList<(SeedRow Current, SeedRow Target)> changes)
        => sets.Count == 0 || changes.Count < 2
            ? changes
            : ReleaseOrder.Of(changes, change => HeldBy(change.Current), change => NeededBy(change.Target));

    private Slot? SlotOf(SeedRow row, IReadOnlyList<string> columns, bool isIdentity)
        => columns.All(column => IsValue(SelfReferences.Literal(row, column)))
            && SelfReferences.ValuesOf(row, [.. columns.Where(column => !retyped.Contains(column))]) is { } values
            ? new Slot(columns, isIdentity, values)
            : null;

    private static bool IsValue(string? literal)
        => literal is not null && !string.Equals(literal, "NULL", StringComparison.OrdinalIgnoreCase);

    private static bool IsIdentifiedBy(SeedRow row, IReadOnlyList<string> columns)
        => row.Key.Select(value => value.Column).SequenceEqual(columns, StringComparer.Ordinal);

    /// <summary>Values that one row may have at a time.</summary>
    /// <param name="Columns">The columns that must be unique.</param>
    /// <param name="IsIdentity">Whether the row is told from others by these columns.</param>
    /// <param name="Values">The values that are known to stay what they are.</param>
    public readonly record struct Slot(IReadOnlyList<string> Columns, bool IsIdentity, string Values);
}
