using System.Globalization;
using System.Text;
using Autogen.Messages;
using Autogen.Output;
using Autogen.Schema;

namespace Autogen.Tool.Output;

/// <summary>The history as a text that other programs draw.</summary>
internal static class GraphDocument
{
    /// <summary>A flowchart of Mermaid (mermaid.js.org/syntax/flowchart.html), newest on top.</summary>
    public static string Mermaid(IReadOnlyList<RevisionMessage> revisions)
        => Text(
            revisions,
            "flowchart BT\n",
            (id, label, _) => $"    {id}[\"{string.Join("<br/>", label.Select(MermaidText))}\"]\n",
            (from, to, isDependency) => $"    {from} {(isDependency ? "-.->" : "-->")} {to}\n",
            "");

    /// <summary>A digraph of Graphviz (graphviz.org/doc/info/lang.html), newest on top.</summary>
    public static string Dot(IReadOnlyList<RevisionMessage> revisions)
        => Text(
            revisions,
            "digraph revisions {\n    rankdir=BT;\n    node [shape=box];\n",
            (id, label, isHead) => $"    {id} [label=\"{string.Join("\\n", label.Select(DotText))}\"{(isHead ? ", style=bold" : "")}];\n",
            (from, to, isDependency) => $"    {from} -> {to}{(isDependency ? " [style=dashed]" : "")};\n",
            "}\n");

    private static string Text(
        IReadOnlyList<RevisionMessage> revisions,
        string begin,
        Func<string, IReadOnlyList<string>, bool, string> node,
        Func<string, string, bool, string> edge,
        string end)
    {
        // Ids may hold what neither language takes for a name.
        var names = revisions.Reverse()
            .Select((revision, index) => (revision.Id, Name: string.Create(CultureInfo.InvariantCulture, $"r{index + 1}")))
            .ToDictionary(entry => entry.Id, entry => entry.Name, StringComparer.Ordinal);
        var labelled = revisions.SelectMany(revision => revision.Labels.Select(label => (label, revision.Id))).ToDictionary(
            entry => entry.label, entry => entry.Id, StringComparer.Ordinal);
        var text = new StringBuilder(begin);
        foreach (var revision in revisions.Reverse())
            text.Append(node(names[revision.Id], Label(revision), revision.IsHead));
        foreach (var revision in revisions.Reverse())
        {
            foreach (var parent in revision.Revises.Where(names.ContainsKey))
                text.Append(edge(names[parent], names[revision.Id], false));
            foreach (var needed in revision.DependsOn.Select(other => labelled.GetValueOrDefault(other, other)).Where(names.ContainsKey))
                text.Append(edge(names[needed], names[revision.Id], true));
        }

        return text.Append(end).ToString();
    }

    private static IReadOnlyList<string> Label(RevisionMessage revision)
    {
        var message = ResultText.FirstLine(revision.Message);
        return [.. new[] { $"{revision.Id}{ResultText.Marks(revision)}", message }
            .Where(line => line.Length > 0)
            .Select(VisibleText.OneLine)];
    }

    // Mermaid reads HTML, its own codes (#35;), Markdown in backticks and directives (%%{init: …}%%) inside quotes, too.
    private static string MermaidText(string line)
        => string.Concat(line.Select(character => character switch
        {
            '&' => "&amp;",
            '"' => "&quot;",
            '<' => "&lt;",
            '>' => "&gt;",
            '#' or '%' or '`' or ';' or '\\' => string.Create(CultureInfo.InvariantCulture, $"#{(int)character};"),
            _ => character.ToString(),
        }));

    // Inside quotes Graphviz reads escapes (\N is the node's name) and HTML's character references.
    private static string DotText(string line)
        => line.Replace("\\", "\\\\", StringComparison.Ordinal)
            .Replace("\"", "\\\"", StringComparison.Ordinal)
            .Replace("&", "&amp;", StringComparison.Ordinal);
}
