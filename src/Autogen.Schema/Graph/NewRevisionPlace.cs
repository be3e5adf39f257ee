using Autogen.Schema;

namespace Autogen.Graph;

/// <summary>Where a new revision is in the graph. Pure.</summary>
/// <param name="Revises">The parents' ids; empty for a first revision.</param>
/// <param name="DependsOn">Whole ids, and labels as they were given.</param>
/// <param name="Labels">Branch labels.</param>
internal sealed record NewRevisionPlace(IReadOnlyList<string> Revises, IReadOnlyList<string> DependsOn, IReadOnlyList<string> Labels)
{
    /// <summary>On top of a head, or, with <paramref name="splice"/>, of any revision.</summary>
    /// <param name="graph">The revisions.</param>
    /// <param name="head">
    /// The target that it revises; <see langword="null"/> for the one head. <c>base</c> begins a history of its own.
    /// </param>
    /// <param name="splice">Whether the parent may have been revised already: a branch begins there.</param>
    /// <param name="dependsOn">Targets or labels.</param>
    /// <param name="labels">New branch labels.</param>
    /// <exception cref="AutogenException">The parent is missing or is not a head; a label exists already or is invalid.</exception>
    public static NewRevisionPlace On(
        RevisionGraph graph, string? head, bool splice, IReadOnlyList<string> dependsOn, IReadOnlyList<string> labels)
    {
        if (head is null && graph.Heads.Count > 1)
        {
            throw new AutogenException(
                ErrorCode.SeveralHeads,
                $"Multiple heads are present: {string.Join(", ", graph.Heads)}. A revision is based on one of them: "
                    + "say which with --head, or bring them together with 'dotnet autogen merge heads' or 'rebase'.")
            {
                Details = new Dictionary<string, string>(StringComparer.Ordinal) { ["heads"] = string.Join(",", graph.Heads) },
            };
        }

        var parents = head is null ? graph.Heads : [.. new TargetResolution(graph, [], head).Places().Select(node => node.Id)];
        if (parents.Count > 1)
            throw new AutogenException(
                ErrorCode.TargetAmbiguous,
                $"--head '{head}' means {string.Join(", ", parents)}. A revision of several parents is written by 'dotnet autogen merge'.");
        if (!splice && parents.FirstOrDefault(parent => graph.ChildrenOf(parent).Count > 0) is { } revised)
        {
            throw new AutogenException(
                ErrorCode.NotAHead,
                $"Revision {revised} is not a head revision: {string.Join(", ", graph.ChildrenOf(revised).Select(child => child.Id))} "
                    + "revises it. Give --splice, too, to begin a branch there.");
        }

        RequireNew(graph, labels);
        return new NewRevisionPlace(parents, [.. dependsOn.SelectMany(text => Dependencies(graph, text))], labels);
    }

    /// <summary>On top of several heads, which it brings together.</summary>
    /// <exception cref="AutogenException">There are fewer than two, or one is no head.</exception>
    public static NewRevisionPlace Merging(RevisionGraph graph, IReadOnlyList<string> targets, IReadOnlyList<string> labels)
    {
        var parents = targets.SelectMany(target => new TargetResolution(graph, [], target).Places())
            .DistinctBy(node => node.Id, StringComparer.Ordinal)
            .ToList();
        if (parents.Find(node => graph.ChildrenOf(node.Id).Count > 0) is { } revised)
        {
            throw new AutogenException(
                ErrorCode.NotAHead,
                $"Revision {revised.Id} is not a head revision: "
                    + $"{string.Join(", ", graph.ChildrenOf(revised.Id).Select(child => child.Id))} revises it. "
                    + $"A merge brings heads together: {string.Join(", ", graph.Heads)}.");
        }

        if (parents.Count < 2)
            throw new AutogenException(
                ErrorCode.CommandLine,
                $"A merge takes two heads or more, and '{string.Join(' ', targets)}' is "
                    + $"{(parents.Count == 0 ? "none" : $"one: {parents[0].Id}")}. 'dotnet autogen heads' lists them.");
        RequireNew(graph, labels);
        return new NewRevisionPlace([.. parents.Select(node => node.Id)], [], labels);
    }

    private static IEnumerable<string> Dependencies(RevisionGraph graph, string text)
        => graph.Labels.ContainsKey(text) ? [text] : new TargetResolution(graph, [], text).Places().Select(node => node.Id);

    private static void RequireNew(RevisionGraph graph, IReadOnlyList<string> labels)
    {
        foreach (var label in labels)
        {
            if (!RevisionName.IsValid(label))
                throw new AutogenException(ErrorCode.RevisionInvalid, $"'{label}' can't be a branch label: {RevisionName.Rule}.");
            if (graph.Labels.TryGetValue(label, out var other) || (other = graph.Find(label)) is not null)
                throw new AutogenException(
                    ErrorCode.LabelDuplicated, $"'{label}' is a label or the id of {other.Source} already. Give the branch another label.");
        }
    }
}
