using System.Text;
using Autogen.Schema;
using Autogen.Tool.Output.Html;

namespace Autogen.Tool.Output;

/// <summary>A table of a report, which is the same as text, Markdown and HTML. Columns without any value are left out.</summary>
internal sealed class ReportTable
{
    private readonly IReadOnlyList<Column> columns;
    private readonly IReadOnlyList<IReadOnlyList<string?>> rows;

    /// <summary>A table.</summary>
    /// <param name="columns">The headings; numbers are aligned to the right.</param>
    /// <param name="rows">The cells.</param>
    public ReportTable(IReadOnlyList<(string Heading, bool IsNumber)> columns, IEnumerable<IReadOnlyList<string?>> rows)
    {
        var all = rows.ToList();
        this.columns = [.. columns.Select((column, index) => new Column(column.Heading, column.IsNumber, index))
            .Where(column => column.Index == 0 || all.Exists(row => !string.IsNullOrEmpty(row[column.Index])))];
        this.rows = all;
    }

    /// <summary>Whether it has no row.</summary>
    public bool IsEmpty => rows.Count == 0;

    /// <summary>The lines as text: a head, a rule, the rows.</summary>
    public IEnumerable<string> Lines()
    {
        var widths = columns.Select(column => rows.Select(row => Text(row, column).Length).Append(column.Heading.Length).Max()).ToList();
        yield return Join(columns.Select(column => column.Heading), widths);
        yield return string.Join("  ", widths.Select(width => new string('-', width)));
        foreach (var row in rows)
            yield return Join(columns.Select(column => Text(row, column)), widths);
    }

    /// <summary>The table of GitHub's Markdown.</summary>
    public string Markdown()
    {
        var text = new StringBuilder();
        text.Append("| ").AppendJoin(" | ", columns.Select(column => column.Heading)).Append(" |\n");
        text.Append("| ").AppendJoin(" | ", columns.Select(column => column.IsNumber ? "---:" : "---")).Append(" |\n");
        foreach (var row in rows)
            text.Append("| ").AppendJoin(" | ", columns.Select(column => MarkdownText.Line(row[column.Index] ?? ""))).Append(" |\n");
        return text.ToString();
    }

    /// <summary>The table of HTML, which scrolls by itself where the page is narrow.</summary>
    public string Html()
    {
        var text = new StringBuilder("<div class=\"wide\" tabindex=\"0\"><table>\n<thead><tr>");
        foreach (var column in columns)
            text.Append(column.IsNumber ? "<th class=\"number\">" : "<th>").Append(HtmlText.Line(column.Heading)).Append("</th>");
        text.Append("</tr></thead>\n<tbody>\n");
        foreach (var row in rows)
        {
            text.Append("<tr>");
            foreach (var column in columns)
                text.Append(column.IsNumber ? "<td class=\"number\">" : "<td>")
                    .Append(HtmlText.Name(row[column.Index] ?? ""))
                    .Append("</td>");
            text.Append("</tr>\n");
        }

        return text.Append("</tbody>\n</table></div>\n").ToString();
    }

    private string Join(IEnumerable<string> cells, IReadOnlyList<int> widths)
        => string.Join(
            "  ", cells.Select((cell, index) => columns[index].IsNumber ? cell.PadLeft(widths[index]) : cell.PadRight(widths[index])))
            .TrimEnd();

    private static string Text(IReadOnlyList<string?> row, Column column) => VisibleText.OneLine(row[column.Index] ?? "");

    private sealed record Column(string Heading, bool IsNumber, int Index);
}
