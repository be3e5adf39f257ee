using System.Globalization;
using System.Net;
using System.Text;
using Autogen.Messages;
using Autogen.Output;
using Autogen.Schema;

namespace Autogen.Tool.Output;

/// <summary>The result of a command of the fleet for people: what failed, whole; what is alike, in groups.</summary>
internal static class FleetReport
{
    private static readonly (string State, string Text)[] states =
    [
        (FleetStates.Upgraded, "upgraded"),
        (FleetStates.Current, "up to date"),
        (FleetStates.Same, "as the model"),
        (FleetStates.Different, "different"),
        (FleetStates.Pending, "pending"),
        (FleetStates.Unfinished, "unfinished"),
        (FleetStates.Ahead, "ahead of the files"),
        (FleetStates.Failed, "failed"),
        (FleetStates.Interrupted, "interrupted"),
        (FleetStates.NotStarted, "not started"),
    ];

    /// <summary>Prints it as text.</summary>
    public static void Text(Terminal terminal, FleetResult result)
    {
        terminal.Line(Summary(result), result.Databases.Any(database => database.IsFailed()) ? "red" : "default");
        foreach (var (heading, lines) in Sections(result, terminal.IsVerbose))
        {
            terminal.Line(heading + ":");
            foreach (var line in lines)
                terminal.Line("  " + line);
        }

        if (result.Stopped is { } stopped)
            terminal.Line(stopped, "yellow");
    }

    /// <summary>The report as Markdown.</summary>
    public static string Markdown(FleetResult result)
    {
        var text = new StringBuilder($"{MarkdownText.Line(Summary(result))}\n");
        foreach (var (heading, lines) in Sections(result, isWhole: true))
        {
            text.Append(CultureInfo.InvariantCulture, $"\n### {MarkdownText.Line(heading)}\n\n");
            foreach (var line in lines)
                text.Append(CultureInfo.InvariantCulture, $"* {MarkdownText.Line(line)}\n");
        }

        return (result.Stopped is { } stopped ? text.Append(CultureInfo.InvariantCulture, $"\n{MarkdownText.Line(stopped)}\n") : text)
            .ToString();
    }

    /// <summary>The report as a page of HTML without scripts and styles.</summary>
    public static string Html(FleetResult result)
    {
        var text = new StringBuilder($"<!DOCTYPE html>\n<html><head><meta charset=\"utf-8\"><title>{Encoded(result.Command)}</title></head>"
            + $"<body>\n<p>{Encoded(Summary(result))}</p>\n");
        foreach (var (heading, lines) in Sections(result, isWhole: true))
        {
            text.Append(CultureInfo.InvariantCulture, $"<h3>{Encoded(heading)}</h3>\n<ul>\n");
            foreach (var line in lines)
                text.Append(CultureInfo.InvariantCulture, $"<li>{Encoded(line)}</li>\n");
            text.Append("</ul>\n");
        }

        if (result.Stopped is { } stopped)
            text.Append(CultureInfo.InvariantCulture, $"<p>{Encoded(stopped)}</p>\n");
        return text.Append("</body></html>\n").ToString();
    }

    private static string Encoded(string text) => WebUtility.HtmlEncode(VisibleText.OneLine(text));

    /// <summary><c>50 databases: 47 upgraded, 2 up to date, 1 failed.</c></summary>
    internal static string Summary(FleetResult result)
    {
        var count = result.Databases.Count;
        var counts = states.Where(state => result.States.ContainsKey(state.State))
            .Select(state => string.Create(CultureInfo.InvariantCulture, $"{result.States[state.State]:#,0} {state.Text}"));
        var shard = result.Shard is null
            ? ""
            : string.Create(CultureInfo.InvariantCulture, $" in shard {result.Shard} ({result.OtherShards:#,0} in others)");
        var run = result.Ledger is null
            ? ""
            : string.Create(CultureInfo.InvariantCulture, $" of the run '{result.Ledger}' ({result.Own:#,0} by this worker)");
        return string.Create(
            CultureInfo.InvariantCulture,
            $"{count:#,0} {(count == 1 ? "database" : "databases")}{shard}{run}: "
                + $"{(count == 0 ? "nothing to do" : string.Join(", ", counts))}.");
    }

    private static IEnumerable<(string Heading, IReadOnlyList<string> Lines)> Sections(FleetResult result, bool isWhole)
    {
        var failed = result.Databases.Where(database => database.IsFailed()).ToList();
        if (failed.Count > 0)
            yield return ("Failed", [.. failed.Select(database => $"{database.Name}: {database.Code} {database.Reason}")]);
        foreach (var (state, text) in new[] { (FleetStates.Interrupted, "Interrupted"), (FleetStates.NotStarted, "Not started") })
        {
            var names = result.Databases.Where(database => database.State == state).Select(database => database.Name).ToList();
            if (names.Count > 0)
                yield return (text, [LongList.Names(names, isWhole)]);
        }

        foreach (var group in result.Groups.Where(group => group.State == FleetStates.Different))
            yield return ($"Different: {LongList.Names(group.Names, isWhole)}", [.. group.Changes.Select(change => change.Text)]);
        var alike = result.Groups.Where(group => group.State != FleetStates.Different).ToList();
        if (alike.Count > 0)
            yield return ("Groups", [.. alike.Select(group => Line(group, isWhole))]);
    }

    // 45 up to date at ae1027a6acf0, schema 1f0c9a: tenant_1, tenant_2 …
    private static string Line(FleetGroupMessage group, bool isWhole)
        => string.Create(
            CultureInfo.InvariantCulture,
            $"{group.Names.Count:#,0} {states.First(state => state.State == group.State).Text} at "
                + $"{(group.Current.Count == 0 ? "<base>" : string.Join(", ", group.Current))}, schema {group.Fingerprint}"
                + $"{(group.IsDrifted ? " (drifted)" : "")}: {LongList.Names(group.Names, isWhole)}");
}
