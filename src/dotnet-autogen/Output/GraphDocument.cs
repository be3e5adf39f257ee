using System.Globalization;
using System.Text;
using Autogen.Messages;

namespace Autogen.Tool.Output;

/// <summary>The history as a text that other programs draw.</summary>
internal static class GraphDocument
{
    /// <summary>A flowchart of Mermaid (mermaid.js.org/syntax/flowchart.html), newest on top.</summary>
    public static string Mermaid(IReadOnlyList<RevisionMessage> revisions)
        => Text(
            revisions,
            "flowchart BT\n",
            (id, label, _) => $"    {id}[\"{label.Replace("&", "&amp;", StringComparison.Ordinal).Replace("\"", "&quot;", StringComparison.Ordinal).Replace("<", "&lt;", StringComparison.Ordinal).Replace("\n", "<br/>", StringComparison.Ordinal)}\"]\n",
            (from, to, isDependency) => $"    {from} {(isDependency ? "-.->" : "-->")} {to}\n",
            "");

    /// <summary>A digraph of Graphviz (graphviz.org/doc/info/lang.html), newest on top.</summary>
    public static string Dot(IReadOnlyList<RevisionMessage> revisions)
        => Text(
            revisions,
            "digraph revisions {\n    rankdir=BT;\n    node [shape=box];\n",
            (id, label, isHead) => $"    {id} [label=\"{label.Replace("\\", "\\\\", StringComparison.Ordinal).Replace("\"", "\\\"", StringComparison.Ordinal).Replace("\n", "\\n", StringComparison.Ordinal)}\"{(isHead ? ", style=bold" : "")}];\n",
            (from, to, isDependency) => $"    {from} -> {to}{(isDependency ? " [style=dashed]" : "")};\n",
            "}\n");

    private static string Text(
        IReadOnlyList<RevisionMessage> revisions, string begin, Func<string, string, bool, string> node, Func<string, string, bool, string> edge, string end)
    {
        // Ids may hold what neither language takes for a name.
        var names = revisions.Reverse().Select((revision, index) => (revision.Id, Name: string.Create(CultureInfo.InvariantCulture, $"r{index + 1}"))).ToDictionary(entry => entry.Id, entry => entry.Name, StringComparer.Ordinal);
        var labelled = revisions.SelectMany(revision => revision.Labels.Select(label => (label, revision.Id))).ToDictionary(entry => entry.label, entry => entry.Id, StringComparer.Ordinal);
        var text = new StringBuilder(begin);
        foreach (var revision in revisions.Reverse())
            text.Append(node(names[revision.Id], $"{revision.Id}{ResultText.Marks(revision)}\n{revision.Message.ReplaceLineEndings("\n").Split('\n')[0]}".TrimEnd('\n'), revision.IsHead));
        foreach (var revision in revisions.Reverse())
        {
            foreach (var parent in revision.Revises.Where(names.ContainsKey))
                text.Append(edge(names[parent], names[revision.Id], false));
            foreach (var needed in revision.DependsOn.Select(other => labelled.GetValueOrDefault(other, other)).Where(names.ContainsKey))
                text.Append(edge(names[needed], names[revision.Id], true));
        }

        return text.Append(end).ToString();
    }
}
