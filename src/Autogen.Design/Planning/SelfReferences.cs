using Autogen.Schema.Objects;

namespace Autogen.Design.Planning;

/// <summary>Orders rows of a table that refer to other rows of the same table.</summary>
internal static class SelfReferences
{
    /// <summary>The rows, those that are referred to before those that refer to them, else as they were. Rows in a circle stay as they were.</summary>
    public static IReadOnlyList<SeedRow> ParentsFirst(Table table, IReadOnlyList<SeedRow> rows)
    {
        var keys = table.ForeignKeys.Where(key => key.PrincipalTable == table.Name).ToList();
        if (keys.Count == 0 || rows.Count < 2)
            return rows;

        List<SeedRow> ordered = [];
        var pending = rows.ToList();
        while (pending.Count != 0)
        {
            var free = pending.Where(row => !pending.Any(other => other != row && keys.Exists(key => RefersTo(row, other, key)))).ToList();
            if (free.Count == 0)
                return [.. ordered, .. pending];
            ordered.AddRange(free);
            pending.RemoveAll(free.Contains);
        }

        return ordered;
    }

    /// <summary>The other way round, for deletes; rows that refer to none stay as they were.</summary>
    public static IReadOnlyList<SeedRow> ChildrenFirst(Table table, IReadOnlyList<SeedRow> rows)
        => table.ForeignKeys.Any(key => key.PrincipalTable == table.Name) ? [.. ParentsFirst(table, rows).Reverse()] : rows;

    /// <summary>Whether a row refers to another one by a foreign key.</summary>
    public static bool RefersTo(SeedRow row, SeedRow other, ForeignKey key)
        => key.Columns.Zip(key.PrincipalColumns).All(pair =>
            Literal(row, pair.First) is { } value && string.Equals(value, Literal(other, pair.Second), StringComparison.Ordinal));

    /// <summary>The literal of a row's value in a column; <see langword="null"/> where the row does not say it.</summary>
    public static string? Literal(SeedRow row, string column)
        => row.Key.Concat(row.Values).FirstOrDefault(value => string.Equals(value.Column, column, StringComparison.Ordinal))?.Literal;
}
