using System.CommandLine;
using Autogen.Graph;
using Autogen.Messages;
using Autogen.Schema;
using Autogen.Tool.Sources;

namespace Autogen.Tool.Commands;

/// <summary><c>rebase</c>: puts a branch on top of the other head, by one edit of one file.</summary>
internal static class RebaseCommand
{
    /// <summary>Creates the command with its options.</summary>
    public static Command Create()
    {
        var revision =
            new Argument<string>("REV") { Description = "Any revision of the branch that moves: its head, an id or a prefix, or a label." };
        var onto = new Option<string?>("--onto") { Description = "Where it moves; default: the one other head.", HelpName = "REV" };
        var unchecked_ = new Option<bool>("--unchecked") { Description = "Does not ask the database whether the branch is applied there." };
        var dryRun = Arguments.DryRun("Says what would be changed, and changes nothing.");
        var command = new Command(
            "rebase",
            "Puts a branch that is not applied yet on top of the other head: a straight line instead of a merge. "
                + "Only the attribute of the branch's first revision is edited.\n\n  dotnet autogen rebase head_of_mine")
        {
            revision, onto, unchecked_, dryRun,
        };
        command.SetAction(async (parsed, cancellationToken) =>
        {
            var context = new CommandContext(parsed);
            var graph = context.Graph;
            var rebase = BranchRebase.Of(graph, parsed.GetRequiredValue(revision), parsed.GetValue(onto));
            var source = context.SourceOf(rebase.First);
            var edited = RevisionEdit.SetParent(source, rebase.Onto);
            if (!parsed.GetValue(unchecked_))
                RefuseApplied(graph, rebase, await context.CurrentAsync(mayBeUnknown: true, cancellationToken));
            if (!parsed.GetValue(dryRun))
                RevisionEdit.Write(source.Path, edited);
            var was = rebase.First.Revises.Count == 0 ? "<base>" : rebase.First.Revises[0];
            var done =
                $"{(parsed.GetValue(dryRun) ? "Would rebase" : "Rebased")} {rebase.First.Id}: "
                    + $"revises {rebase.Onto} instead of {was} ({rebase.First.Source})";
            if (context.Terminal.IsJson)
                context.Terminal.Document(new DoneResult { Command = "rebase", Done = [done] }, HostJson.Default.DoneResult);
            else
                context.Terminal.Progress(done);
            return 0;
        });
        return command;
    }

    private static void RefuseApplied(RevisionGraph graph, BranchRebase rebase, IReadOnlyList<string> current)
    {
        UnknownRevisions.RequireNone(graph, current); // what it is built on is not known
        var applied = graph.AncestorsAndSelf(current).Select(node => node.Id).ToHashSet(StringComparer.Ordinal);
        if (applied.Contains(rebase.First.Id))
        {
            throw new AutogenException(
                ErrorCode.NotRebasable,
                $"Revision {rebase.First.Id} is applied to the database: it ran before {rebase.Onto}, and the history must say so. "
                    + "Downgrade first ('dotnet autogen downgrade "
                    + $"{(rebase.First.Revises.Count == 0 ? "base" : rebase.First.Id + "-1")}'), or use 'dotnet autogen merge heads'.");
        }
    }
}
