using Autogen.Schema.Objects;

namespace Autogen.Schema.Comparison;

/// <summary>The line of a row that changes: only the cells that do.</summary>
internal static class SeedRowText
{
    /// <summary>The line; empty where all that differs are values of columns that the new row does not have.</summary>
    /// <param name="reference">The row, for people.</param>
    /// <param name="before">The row as it is.</param>
    /// <param name="after">The row as it is wanted.</param>
    public static string Changed(string reference, SeedRow before, SeedRow after)
    {
        var old = before.Values.ToDictionary(value => value.Column, StringComparer.Ordinal);
        var cells = after.Values
            .Where(value => !old.TryGetValue(value.Column, out var own) || own != value)
            .Select(value => old.TryGetValue(value.Column, out var own)
                ? $"{value.Column} {ObjectText.Shortened(own)} -> {ObjectText.Shortened(value)}"
                : $"{value.Column} = {ObjectText.Shortened(value)}")
            .ToList();
        return cells.Count == 0 ? "" : $"changed values of {reference}: {string.Join(", ", cells)}";
    }
}
