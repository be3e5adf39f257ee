using System.CommandLine;
using Autogen.Graph;
using Autogen.Messages;
using Autogen.Output;
using Autogen.Schema;
using Autogen.Tool.Output;

namespace Autogen.Tool.Commands;

/// <summary><c>history</c>: from the sources alone; the database is asked for <c>-i</c> and for a range that counts from there.</summary>
internal static class HistoryCommand
{
    private static readonly string[] formats = ["text", "mermaid", "dot", "json"];

    /// <summary>Creates the command with its options.</summary>
    public static Command Create()
    {
        var indicate = new Option<bool>("--indicate-current", "-i") { Description = "Marks the current revision; needs the database." };
        var range = new Option<string?>("--rev-range", "-r")
        {
            Description =
                "From one target to another, both included; either end may be left out. 'current' and -N count from where the database is.",
            HelpName = "FROM:TO"
        };
        var graph = new Option<bool>("--graph") { Description = "Draws the branches with lines." };
        var format = new Option<string>("--format")
        {
            Description = "text, mermaid, dot or json.",
            HelpName = "FORMAT",
            DefaultValueFactory = _ => "text"
        };
        format.AcceptOnlyFromAmong(formats);
        var log = new Option<bool>("--log")
        {
            Description = "Lists what was done to the database instead: when, which way, by whom, how long it took."
        };
        var command = new Command("history", "Lists the revisions, newest first; -v says more of each.\n\n"
            + "  dotnet autogen history -r base:head -i\n  dotnet autogen history --graph\n  dotnet autogen history --log")
        {
            indicate, range, graph, format, log
        };
        command.SetAction(async (parsed, cancellationToken) =>
        {
            var context = new CommandContext(parsed);
            if (parsed.GetValue(log))
                return await HistoryLog.PrintAsync(context, cancellationToken);
            var result = await FindAsync(
                context,
                parsed.GetValue(range) is { } text ? Read(text) : new TargetRange(null, null),
                parsed.GetValue(indicate),
                cancellationToken);
            if (context.Terminal.IsJson || parsed.GetValue(format) == "json")
                context.Terminal.Document(result, HostJson.Default.RevisionsResult);
            else
                Print(context.Terminal, result.Revisions, parsed.GetValue(format)!, parsed.GetValue(graph));
            return 0;
        });
        return command;
    }

    private static TargetRange Read(string text)
        => TargetRange.Parse(ArgumentRewriting.Restore(text))
            ?? throw new AutogenException(
                ErrorCode.TargetInvalid,
                $"'{text}' is not a valid range. A range is FROM:TO, and either end may be left out: {text}: is all from there.");

    private static async Task<RevisionsResult> FindAsync(
        CommandContext context, TargetRange range, bool indicate, CancellationToken cancellationToken)
    {
        var isCounted = HistoryRange.NeedsDatabase(range.From) || HistoryRange.NeedsDatabase(range.To);
        var isAsked = indicate || isCounted;
        var current = isAsked ? await context.CurrentAsync(mayBeUnknown: !isCounted, cancellationToken) : [];
        var graph = context.Graph;
        var applied = graph.AncestorsAndSelf(current.Where(id => graph.Find(id) is not null))
            .Select(node => node.Id)
            .ToHashSet(StringComparer.Ordinal);
        var revisions = HistoryRange.Between(graph, current, range).Select(node => context.Message(node, graph));
        if (isAsked)
        {
            // A revision that no file has may build on any of the others.
            bool? otherwise = UnknownRevisions.Of(graph, current).Count > 0 ? null : false;
            revisions = revisions.Select(revision => revision with
            {
                IsCurrent = current.Contains(revision.Id, StringComparer.Ordinal),
                IsApplied = applied.Contains(revision.Id) ? true : otherwise,
            });
        }

        return new RevisionsResult { Command = "history", Revisions = [.. revisions], Heads = graph.Heads, Current = current };
    }

    private static void Print(Terminal terminal, IReadOnlyList<RevisionMessage> revisions, string format, bool isDrawn)
    {
        switch (format)
        {
            case "mermaid":
                terminal.Exact(GraphDocument.Mermaid(revisions));
                break;
            case "dot":
                terminal.Exact(GraphDocument.Dot(revisions));
                break;
            default:
                var lines = isDrawn ? GraphDrawing.Lines(revisions)
                    : terminal.IsVerbose ? revisions.SelectMany(ResultText.Block)
                    : revisions.Select(ResultText.History);
                foreach (var line in lines)
                    terminal.Line(line);
                break;
        }
    }
}
