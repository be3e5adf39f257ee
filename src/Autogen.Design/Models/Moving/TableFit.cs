using Autogen.Schema.Objects;

namespace Autogen.Design.Models.Moving;

/// <summary>How well a table that the model has no longer fits a type: by its name and its columns.</summary>
internal static class TableFit
{
    private const int NameWeight = 100;

    /// <summary>The table that fits best; <see langword="null"/> if none does, or several do equally well.</summary>
    public static Table? Best(TypeShape type, IReadOnlyList<PropertySlot> slots, IEnumerable<Table> candidates)
    {
        var scored = candidates.Select(table => (Table: table, Score: Score(type, slots, table)))
            .Where(pair => pair.Score is not null)
            .OrderByDescending(pair => pair.Score)
            .ToList();
        return scored is [var best] || (scored.Count > 1 && scored[0].Score > scored[1].Score) ? scored[0].Table : null;
    }

    /// <summary>Whether a name means a type: <c>Cats</c> is the table of <c>Cat</c>.</summary>
    public static bool IsNamedFor(string name, string label)
    {
        var (table, type) = (Letters(name), Letters(label));
        return type.Length > 0 && (string.Equals(table, type, StringComparison.Ordinal)
            || string.Equals(table, type + "s", StringComparison.Ordinal)
            || string.Equals(table, type + "es", StringComparison.Ordinal)
            || (type[^1] == 'y' && string.Equals(table, type[..^1] + "ies", StringComparison.Ordinal)));
    }

    /// <summary>The letters and digits of a name, small.</summary>
    public static string Letters(string name) => string.Concat(name.Where(char.IsLetterOrDigit)).ToLowerInvariant();

    /// <summary>Whether the types are so much the same that a value of one is one of the other.</summary>
    public static bool Fits(StoreType live, StoreType model)
        => live.Equals(model) || (live.IsLike(model) && live.Modifiers.Count <= 1 && model.Modifiers.Count <= 1);

    /// <summary>
    /// The column of a table that may hold a property; <see langword="null"/> if no column can. A lower rank is more certain.
    /// </summary>
    public static (Column Column, int Rank)? Find(PropertySlot slot, Table table, Func<Column, bool> isFree)
    {
        for (var rank = 0; rank < slot.Columns.Count; rank++)
        {
            if (table.FindColumn(slot.Columns[rank]) is { } column && isFree(column) && Fits(column.Type, slot.Type))
                return (column, rank);
        }

        return null;
    }

    private static int? Score(TypeShape type, IReadOnlyList<PropertySlot> slots, Table table)
    {
        if (table.PrimaryKey is not { } key)
            return null;
        var isNamed = type.Labels.Any(label => IsNamedFor(table.Name.Name, label));
        var found = slots.Select(slot => Find(slot, table, _ => true)?.Column.Name).OfType<string>().ToHashSet(StringComparer.Ordinal);
        var others = table.Columns.Count(
            column => !key.Columns.Contains(column.Name, StringComparer.Ordinal) && !found.Contains(column.Name));
        var missing = slots.Count - found.Count;
        return isNamed || (found.Count > 0 && missing == 0 && others == 0)
            ? (isNamed ? NameWeight : 0) + (2 * found.Count) - (2 * missing) - others
            : null;
    }
}
