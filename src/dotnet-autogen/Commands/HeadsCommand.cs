using System.CommandLine;
using Autogen.Messages;
using Autogen.Output;
using Autogen.Tool.Output;

namespace Autogen.Tool.Commands;

/// <summary><c>heads</c>: from the sources alone.</summary>
internal static class HeadsCommand
{
    /// <summary>Creates the command with its options.</summary>
    public static Command Create()
    {
        var resolve = new Option<bool>("--resolve-dependencies") { Description = "Leaves out heads that other revisions depend on." };
        var command = new Command("heads", "Lists the revisions that nothing revises.\n\n  dotnet autogen heads") { resolve };
        command.SetAction(parsed =>
        {
            var context = new CommandContext(parsed);
            var graph = context.Graph;
            var ids = parsed.GetValue(resolve) ? graph.RealHeads : graph.Heads;
            var heads = graph.NewestFirst()
                .Where(node => ids.Contains(node.Id, StringComparer.Ordinal))
                .Select(node => context.Message(node, graph))
                .ToList();
            if (context.Terminal.IsJson)
                context.Terminal.Document(
                    new RevisionsResult { Command = "heads", Revisions = heads, Heads = ids }, HostJson.Default.RevisionsResult);
            else
                heads.ForEach(head => context.Terminal.Line(ResultText.Line(head)));
            return 0;
        });
        return command;
    }
}
