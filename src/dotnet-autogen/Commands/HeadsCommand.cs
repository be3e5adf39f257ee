using System.CommandLine;
using Autogen.Messages;

namespace Autogen.Tool.Commands;

/// <summary><c>heads</c>: from the sources alone.</summary>
internal static class HeadsCommand
{
    /// <summary>Makes it.</summary>
    public static Command Create()
    {
        var command = new Command("heads", "Lists the revisions that nothing revises.\n\n  dotnet autogen heads");
        command.SetAction(parsed =>
        {
            var context = new CommandContext(parsed);
            var graph = context.Graph;
            var heads = graph.NewestFirst().Where(node => graph.Heads.Contains(node.Id, StringComparer.Ordinal)).Select(node => context.Message(node, graph)).ToList();
            if (context.Terminal.IsJson)
                context.Terminal.Document(new RevisionsResult { Command = "heads", Revisions = heads, Heads = graph.Heads }, HostJson.Default.RevisionsResult);
            else
                heads.ForEach(head => context.Terminal.Line($"{head.Id} (head){(head.Message.Length == 0 ? "" : ", " + head.Message.ReplaceLineEndings(" "))}"));
            return 0;
        });
        return command;
    }
}
