using System.Globalization;
using Autogen.Output;
using Autogen.Schema;

namespace Autogen.Tool.Output;

/// <summary>A table of texts for people, as psql prints one; <c>--json</c> has the exact values.</summary>
internal static class TextTable
{
    private const int WidestColumn = 60;

    /// <summary>The lines: a head, a rule, the rows, how many there are.</summary>
    public static IEnumerable<string> Lines(IReadOnlyList<string> columns, IReadOnlyList<IReadOnlyList<string?>> rows)
    {
        var head = columns.Select(Cell).ToList();
        var cells = rows.Select(row => row.Select(value => Cell(value ?? "NULL")).ToList()).ToList();
        var widths = head.Select((column, index) => cells.Select(row => row[index].Length).Append(column.Length).Max()).ToList();
        yield return Join(head, widths);
        yield return string.Join("-+-", widths.Select(width => new string('-', width)));
        foreach (var row in cells)
            yield return Join(row, widths);
        yield return $"({rows.Count} {(rows.Count == 1 ? "row" : "rows")})";
    }

    private static string Join(IReadOnlyList<string> cells, IReadOnlyList<int> widths)
        => string.Join(" | ", cells.Select((cell, index) => cell.PadRight(widths[index]))).TrimEnd();

    private static string Cell(string value)
    {
        // Only the beginning of a long value is shown: the rest is not worth the work.
        var start = value.Length > WidestColumn * 2 ? value[..(WidestColumn * 2)] : value;
        var line = VisibleText.OneLine(start.ReplaceLineEndings("⏎"));
        if (line.Length <= WidestColumn)
            return line;

        // Not inside a surrogate pair, or between a letter and its marks.
        var end = 0;
        while (StringInfo.GetNextTextElementLength(line, end) is var length && end + length < WidestColumn)
            end += length;
        return line[..end] + "…";
    }
}
