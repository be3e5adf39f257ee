using System.CommandLine;
using Autogen.Messages;
using Autogen.Output;
using Autogen.Tool.Output;

namespace Autogen.Tool.Commands;

/// <summary><c>branches</c>: from the sources alone.</summary>
internal static class BranchesCommand
{
    /// <summary>Creates the command with its options.</summary>
    public static Command Create()
    {
        var command = new Command(
            "branches", "Lists the revisions where branches begin, and those branches.\n\n  dotnet autogen branches");
        command.SetAction(parsed =>
        {
            var context = new CommandContext(parsed);
            var graph = context.Graph;
            var points = graph.NewestFirst().Where(graph.IsBranchPoint).ToList();
            if (context.Terminal.IsJson)
            {
                context.Terminal.Document(
                    new RevisionsResult
                    {
                        Command = "branches",
                        Revisions = [.. points.Select(node => context.Message(node, graph))],
                        Heads = graph.Heads
                    },
                    HostJson.Default.RevisionsResult);
                return 0;
            }

            foreach (var point in points)
            {
                context.Terminal.Line(ResultText.Line(context.Message(point, graph)));
                foreach (var child in graph.ChildrenOf(point.Id))
                    context.Terminal.Line($"    -> {ResultText.Line(context.Message(child, graph))}");
            }

            return 0;
        });
        return command;
    }
}
