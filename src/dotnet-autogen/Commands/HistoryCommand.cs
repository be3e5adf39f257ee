using System.CommandLine;
using System.Text.Json;
using Autogen.Messages;
using Autogen.Tool.Output;

namespace Autogen.Tool.Commands;

/// <summary><c>history</c>: from the sources alone; with <c>-i</c> the database is asked, too.</summary>
internal static class HistoryCommand
{
    /// <summary>Makes it.</summary>
    public static Command Create()
    {
        var indicate = new Option<bool>("--indicate-current", "-i") { Description = "Marks the current revision; needs the database." };
        var command = new Command("history", "Lists the revisions, newest first.\n\n  dotnet autogen history -i") { indicate };
        command.SetAction(async (parsed, cancellationToken) =>
        {
            var context = new CommandContext(parsed);
            var result = parsed.GetValue(indicate) ? await AskAsync(context, cancellationToken) : FromSources(context);
            result = result with { Command = "history" };
            if (context.Terminal.IsJson)
                context.Terminal.Document(result, HostJson.Default.RevisionsResult);
            else
                result.Revisions.ToList().ForEach(revision => context.Terminal.Line(ResultText.History(revision)));
            return 0;
        });
        return command;
    }

    private static RevisionsResult FromSources(CommandContext context)
    {
        var graph = context.Graph;
        return new RevisionsResult { Command = "history", Revisions = [.. graph.NewestFirst().Select(node => context.Message(node, graph))], Heads = graph.Heads };
    }

    private static async Task<RevisionsResult> AskAsync(CommandContext context, CancellationToken cancellationToken)
        => (await context.RunEngineAsync(request => request with { Command = "status" }, cancellationToken)).Document!.Value.Deserialize(HostJson.Default.RevisionsResult)!; // a success has a document
}
