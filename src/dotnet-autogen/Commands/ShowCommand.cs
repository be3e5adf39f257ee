using System.CommandLine;
using Autogen.Graph;
using Autogen.Messages;

namespace Autogen.Tool.Commands;

/// <summary><c>show</c>: from the sources alone.</summary>
internal static class ShowCommand
{
    /// <summary>Makes it.</summary>
    public static Command Create()
    {
        var revision = new Argument<string>("REV") { Description = "A revision's id, a unique prefix of it, or head." };
        var command = new Command("show", "Shows a revision.\n\n  dotnet autogen show head") { revision };
        command.SetAction(parsed =>
        {
            var context = new CommandContext(parsed);
            var graph = context.Graph;
            var given = parsed.GetRequiredValue(revision);
            var ids = given is "head" or "heads" ? graph.Heads : [graph.Require(given).Id];
            foreach (var id in ids)
                Show(context, graph, graph.Find(id)!); // it was found above
            return 0;
        });
        return command;
    }

    private static void Show(CommandContext context, RevisionGraph graph, RevisionNode node)
    {
        var source = context.Revisions.First(candidate => string.Equals(candidate.Node.Id, node.Id, StringComparison.Ordinal));
        var message = context.Message(node, graph);
        if (context.Terminal.IsJson)
        {
            context.Terminal.Document(new RevisionsResult { Command = "show", Revisions = [message], Heads = graph.Heads, Text = source.Text }, HostJson.Default.RevisionsResult);
            return;
        }

        context.Terminal.Line($"Rev: {node.Id}{(message.IsHead ? " (head)" : "")}", "bold");
        context.Terminal.Line($"Parent: {(node.Revises.Count == 0 ? "<base>" : string.Join(", ", node.Revises))}");
        if (node.Created is { } created)
            context.Terminal.Line($"Created: {created}");
        context.Terminal.Line($"Path: {node.Source}");
        context.Terminal.Line("");
        foreach (var line in node.Message.ReplaceLineEndings("\n").Split('\n'))
            context.Terminal.Line("    " + line);
        context.Terminal.Line("");
        context.Terminal.Part(source.Text);
    }
}
