using System.CommandLine;
using Autogen.Graph;
using Autogen.Messages;
using Autogen.Rendering;

namespace Autogen.Tool.Commands;

/// <summary><c>merge</c>: from the sources alone.</summary>
internal static class MergeCommand
{
    /// <summary>Creates the command with its options.</summary>
    public static Command Create()
    {
        var revisions = new Argument<string[]>("REVS")
        {
            Description = "The heads: heads for all, or revisions' ids, prefixes or labels.",
            Arity = ArgumentArity.OneOrMore
        };
        var options = new NewRevisionOptions(NewRevisionKind.Merge);
        var command = new Command(
            "merge", "Writes a revision of several parents, which brings heads together.\n\n  dotnet autogen merge heads -m \"merge\"")
        {
            revisions
        };
        options.AddTo(command);
        command.SetAction(async (parsed, cancellationToken) =>
        {
            var context = new CommandContext(parsed);
            var place = NewRevisionPlace.Merging(context.Graph, parsed.GetRequiredValue(revisions), options.Labels(parsed));
            var message = options.Message(parsed) is { Length: > 0 } given ? given : $"merge {string.Join(" and ", place.Revises)}";
            var header = await NewRevisionFile.HeaderAsync(context, place, message, options.Id(parsed), cancellationToken);
            var result = new RevisionResult
            {
                Command = "merge",
                Id = header.Id,
                FileName = header.FileName,
                Text = RevisionSkeleton.Render(header)
            };
            await NewRevisionFile.FinishAsync(context, result, null, options.Folder(parsed), options.IsDryRun(parsed), cancellationToken);
            return 0;
        });
        return command;
    }
}
