using System.CommandLine;
using Autogen.Graph;
using Autogen.Messages;
using Autogen.Output;
using Autogen.Tool.Output;

namespace Autogen.Tool.Commands;

/// <summary><c>show</c>: from the sources alone, unless the target counts from where the database is.</summary>
internal static class ShowCommand
{
    /// <summary>Creates the command with its options.</summary>
    public static Command Create()
    {
        var revision = new Argument<string>("REV") { Description = $"{Target.Forms}; current for where the database is." };
        var command = new Command("show", "Shows a revision.\n\n  dotnet autogen show head") { revision };
        command.SetAction(async (parsed, cancellationToken) =>
        {
            var context = new CommandContext(parsed);
            foreach (var node in await context.PlacesAsync(ArgumentRewriting.Restore(parsed.GetRequiredValue(revision)), cancellationToken))
                Show(context, context.Graph, node);
            return 0;
        });
        return command;
    }

    private static void Show(CommandContext context, RevisionGraph graph, RevisionNode node)
    {
        var text = context.SourceOf(node).Text;
        var message = context.Message(node, graph);
        if (context.Terminal.IsJson)
        {
            context.Terminal.Document(
                new RevisionsResult { Command = "show", Revisions = [message], Heads = graph.Heads, Text = text },
                HostJson.Default.RevisionsResult);
            return;
        }

        foreach (var line in ResultText.Block(message))
            context.Terminal.Line(line, line.StartsWith("Rev: ", StringComparison.Ordinal) ? "bold" : "default");
        context.Terminal.Exact(text);
    }
}
