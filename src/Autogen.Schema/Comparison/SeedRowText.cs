using Autogen.Schema.Objects;

namespace Autogen.Schema.Comparison;

/// <summary>The line of a row that changes: only the cells that do.</summary>
internal static class SeedRowText
{
    /// <summary>The line.</summary>
    /// <param name="reference">The row, for people.</param>
    /// <param name="before">The row as it is.</param>
    /// <param name="after">The row as it is wanted.</param>
    public static string Changed(string reference, SeedRow before, SeedRow after)
        => $"changed values of {reference}: {string.Join(", ", Columns(before, after).Select(column => Cell(column, before, after)))}";

    /// <summary>The columns whose values differ, those of the wanted row first.</summary>
    public static IEnumerable<string> Columns(SeedRow before, SeedRow after)
        => after.Values.Concat(before.Values)
            .Select(value => value.Column)
            .Distinct(StringComparer.Ordinal)
            .Where(column => Find(before, column) != Find(after, column));

    private static string Cell(string column, SeedRow before, SeedRow after) => (Find(before, column), Find(after, column)) switch
    {
        ({ } old, { } target) => $"{column} {ObjectText.Shortened(old)} -> {ObjectText.Shortened(target)}",
        (null, { } target) => $"{column} = {ObjectText.Shortened(target)}",
        _ => $"{column} is no longer given",
    };

    private static SeedValue? Find(SeedRow row, string column)
        => row.Values.FirstOrDefault(value => string.Equals(value.Column, column, StringComparison.Ordinal));
}
