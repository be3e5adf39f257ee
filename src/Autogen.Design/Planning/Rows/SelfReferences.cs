using System.Globalization;
using System.Text;
using Autogen.Design.Planning.Steps;
using Autogen.Schema.Objects;

namespace Autogen.Design.Planning.Rows;

/// <summary>Orders rows of a table that refer to other rows of the same table.</summary>
internal static class SelfReferences
{
    /// <summary>
    /// The rows, those that are referred to before those that refer to them, else as they were. Rows in a cycle stay as they were.
    /// </summary>
    public static IReadOnlyList<SeedRow> ParentsFirst(Table table, IReadOnlyList<SeedRow> rows)
    {
        var keys = table.ForeignKeys.Where(key => key.PrincipalTable == table.Name).ToList();
        return keys.Count == 0 || rows.Count < 2
            ? rows
            : ReleaseOrder.Of(rows, row => Slots(row, key => key.PrincipalColumns), row => Slots(row, key => key.Columns));

        IEnumerable<(ForeignKey Key, string Values)> Slots(SeedRow row, Func<ForeignKey, IReadOnlyList<string>> columns)
            // not null: filtered
            => keys.Select(key => (key, ValuesOf(row, columns(key))))
                .Where(slot => slot.Item2 is not null)
                .Select(slot => (slot.key, slot.Item2!));
    }

    /// <summary>The other way round, for deletes; rows that refer to none stay as they were.</summary>
    public static IReadOnlyList<SeedRow> ChildrenFirst(Table table, IReadOnlyList<SeedRow> rows)
        => table.ForeignKeys.Any(key => key.PrincipalTable == table.Name) ? [.. ParentsFirst(table, rows).Reverse()] : rows;

    /// <summary>Whether one of some rows refers to one of others by a foreign key.</summary>
    public static bool AnyRefersTo(IEnumerable<SeedRow> rows, IEnumerable<SeedRow> others, ForeignKey key)
    {
        var referredTo = others.Select(row => ValuesOf(row, key.PrincipalColumns)).ToHashSet(StringComparer.Ordinal);
        return rows.Select(row => ValuesOf(row, key.Columns)).Any(values => values is not null && referredTo.Contains(values));
    }

    /// <summary>The values of a row in some columns as one text, which is equal for equal values only.</summary>
    /// <returns><see langword="null"/> where the row does not tell one of them.</returns>
    public static string? ValuesOf(SeedRow row, IReadOnlyList<string> columns)
    {
        if (columns is [var single])
            return Literal(row, single);
        var text = new StringBuilder();
        foreach (var column in columns)
        {
            if (Literal(row, column) is not { } value)
                return null;
            text.Append(CultureInfo.InvariantCulture, $"{value.Length}:{value}");
        }

        return text.ToString();
    }

    /// <summary>The literal of a row's value in a column; <see langword="null"/> where the row does not tell it.</summary>
    public static string? Literal(SeedRow row, string column)
        => row.Key.Concat(row.Values).FirstOrDefault(value => string.Equals(value.Column, column, StringComparison.Ordinal))?.Literal;
}
