using Autogen.Schema;

namespace Autogen.Graph;

/// <summary>
/// What <c>rebase</c> changes: the first revision of a branch, which revises another head afterwards; the rest
/// of the branch follows it. Pure.
/// </summary>
/// <param name="First">The revision whose parent changes.</param>
/// <param name="Onto">The id of its new parent.</param>
/// <param name="Moved">The whole branch, parents first.</param>
internal sealed record BranchRebase(RevisionNode First, string Onto, IReadOnlyList<RevisionNode> Moved)
{
    /// <summary>Finds the first revision of the branch and its new parent.</summary>
    /// <param name="graph">The revisions.</param>
    /// <param name="target">Any revision of the branch that moves.</param>
    /// <param name="onto">Where it moves; <see langword="null"/> for the one other head.</param>
    /// <exception cref="AutogenException">There is no other head or are several, or the branch can't move there.</exception>
    public static BranchRebase Of(RevisionGraph graph, string target, string? onto)
    {
        if (new TargetResolution(graph, [], target).Places() is not [var named])
            throw new AutogenException(ErrorCode.TargetInvalid, $"'{target}' is not a single revision. Name one of the branch that moves.");
        var line = graph.LineageOf(named.Id);
        var others = onto is { } given
            ? new TargetResolution(graph, [], given).Places().Select(node => node.Id).ToList()
            : [.. graph.Heads.Where(head => !line.Contains(head))];
        if (others is not [var goal])
        {
            throw others.Count == 0
                ? new AutogenException(ErrorCode.NothingToRebase, $"Nothing to rebase: {named.Id} is on the way to every head.")
                : new AutogenException(
                    ErrorCode.SeveralHeads,
                    $"There are several other heads: {string.Join(", ", others)}. Say where {named.Id} moves with --onto.");
        }

        var there = graph.RevisedAndSelf(goal).Select(node => node.Id).ToHashSet(StringComparer.Ordinal);
        var own = graph.RevisedAndSelf(named.Id).Where(node => !there.Contains(node.Id)).ToList();
        if (own.Count == 0)
            throw new AutogenException(ErrorCode.NothingToRebase, $"Nothing to rebase: {goal} builds on {named.Id} already.");
        var firsts = own.Where(node => node.Revises.Count == 0 || node.Revises.Any(there.Contains)).ToList();
        if (firsts is not [{ Revises.Count: <= 1 } first])
        {
            throw new AutogenException(
                ErrorCode.NotRebasable,
                $"The branch of {named.Id} can't be put on {goal}: it is merged with it already, or begins at several revisions "
                    + $"({string.Join(", ", firsts.Select(node => node.Id))}). Use 'dotnet autogen merge'.");
        }

        var moved = graph.DescendantsAndSelf([first.Id]);
        if (moved.Any(node => string.Equals(node.Id, goal, StringComparison.Ordinal)))
            throw new AutogenException(ErrorCode.NotRebasable, $"{first.Id} can't be put on {goal}, which builds on it.");
        if (first.Revises is [var parent] && string.Equals(parent, goal, StringComparison.Ordinal))
            throw new AutogenException(ErrorCode.NothingToRebase, $"Nothing to rebase: {first.Id} revises {goal} already.");

        // What would come out must be a graph, too.
        _ = new RevisionGraph(graph.ParentsFirst.Select(node => node == first ? node with { Revises = [goal] } : node));
        return new BranchRebase(first, goal, moved);
    }
}
