namespace Autogen.Tool.Output;

/// <summary>A table of texts, as psql prints one.</summary>
internal static class TextTable
{
    private const int WidestColumn = 60;

    /// <summary>The lines: a head, a rule, the rows, how many there are.</summary>
    public static IEnumerable<string> Lines(IReadOnlyList<string> columns, IReadOnlyList<IReadOnlyList<string?>> rows)
    {
        var cells = rows.Select(row => row.Select(value => Cell(value ?? "NULL")).ToList()).ToList();
        var widths = columns.Select((column, index) => cells.Select(row => row[index].Length).Append(column.Length).Max()).ToList();
        yield return Join(columns, widths);
        yield return string.Join("-+-", widths.Select(width => new string('-', width)));
        foreach (var row in cells)
            yield return Join(row, widths);
        yield return $"({rows.Count} {(rows.Count == 1 ? "row" : "rows")})";
    }

    private static string Join(IReadOnlyList<string> cells, IReadOnlyList<int> widths)
        => string.Join(" | ", cells.Select((cell, index) => cell.PadRight(widths[index]))).TrimEnd();

    private static string Cell(string value)
    {
        var line = value.ReplaceLineEndings("⏎");
        return line.Length > WidestColumn ? line[..(WidestColumn - 1)] + "…" : line;
    }
}
