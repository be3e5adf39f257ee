using System.Globalization;
using System.Net;
using System.Text;
using Autogen.Messages;
using Autogen.Output;
using Autogen.Schema;

namespace Autogen.Tool.Output;

/// <summary>A difference for a pull request or a page: what changes, what it endangers, and the SQL.</summary>
internal static class DiffReport
{
    private const string Nothing = "The model and the database are the same.";

    /// <summary>GitHub's Markdown.</summary>
    public static string Markdown(DiffResult result)
    {
        var text = new StringBuilder("### Model against database\n\n");
        var significant = result.Changes.Where(change => !change.Cosmetic).ToList();
        if (significant.Count == 0)
            text.Append(Nothing).Append('\n');
        foreach (var change in significant)
            text.Append(CultureInfo.InvariantCulture, $"* {MarkdownText.Line(change.Text)}\n");
        if (result.Missing.Count > 0)
            text.Append(CultureInfo.InvariantCulture, $"\n**{MissingText.Title}**\n\n");
        foreach (var item in result.Missing)
            text.Append(CultureInfo.InvariantCulture, $"* {MarkdownText.Line(item.Text)}\n");
        if (result.Risks.Count > 0)
            text.Append("\n**Mind:**\n\n");
        foreach (var risk in result.Risks)
            text.Append(CultureInfo.InvariantCulture, $"* ⚠️ {MarkdownText.Line(risk.Text)}\n");
        if (ResultText.Cosmetic(result.Changes) is { Length: > 0 } cosmetic)
            text.Append(CultureInfo.InvariantCulture, $"\n{cosmetic}\n");
        if (result.Script is { Length: > 0 } script)
            text.Append(
                CultureInfo.InvariantCulture, $"\n<details><summary>SQL</summary>\n\n{MarkdownText.Code(script, "sql")}\n</details>\n");

        return text.ToString();
    }

    /// <summary>A page of its own.</summary>
    public static string Html(DiffResult result)
    {
        var significant = result.Changes.Where(change => !change.Cosmetic).ToList();
        var text = new StringBuilder(
            """
            <!DOCTYPE html>
            <html lang="en">
            <head><meta charset="utf-8"><title>Model against database</title>
            <style>body{font:16px/1.5 system-ui,sans-serif;max-width:60rem;margin:2rem auto;padding:0 1rem}pre{background:#8881;padding:1rem;overflow:auto}.risk{color:#b45309}</style></head>
            <body>
            <h1>Model against database</h1>

            """);
        if (significant.Count == 0)
            text.Append(CultureInfo.InvariantCulture, $"<p>{Nothing}</p>\n");
        AppendList(text, "", significant.Select(change => change.Text));
        if (result.Missing.Count > 0)
            text.Append(CultureInfo.InvariantCulture, $"<p>{Html(MissingText.Title)}</p>\n");
        AppendList(text, "", result.Missing.Select(item => item.Text));
        AppendList(text, " class=\"risk\"", result.Risks.Select(risk => risk.Text));
        if (ResultText.Cosmetic(result.Changes) is { Length: > 0 } cosmetic)
            text.Append(CultureInfo.InvariantCulture, $"<p>{Html(cosmetic)}</p>\n");
        if (result.Script is { Length: > 0 } script)
            text.Append(
                CultureInfo.InvariantCulture,
                $"<h2>SQL</h2>\n<pre>{WebUtility.HtmlEncode(VisibleText.Lines(script).TrimEnd('\n'))}</pre>\n");
        return text.Append("</body>\n</html>\n").ToString();
    }

    private static void AppendList(StringBuilder text, string attributes, IEnumerable<string> items)
    {
        var list = items.ToList();
        if (list.Count == 0)
            return;
        text.Append(CultureInfo.InvariantCulture, $"<ul{attributes}>\n");
        foreach (var item in list)
            text.Append(CultureInfo.InvariantCulture, $"<li>{Html(item)}</li>\n");
        text.Append("</ul>\n");
    }

    private static string Html(string text) => WebUtility.HtmlEncode(VisibleText.OneLine(text));
}
