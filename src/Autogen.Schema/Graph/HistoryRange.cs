namespace Autogen.Graph;

/// <summary>The part of a history between two targets: <c>history -r FROM:TO</c>. Pure.</summary>
internal static class HistoryRange
{
    /// <summary>Whether a target counts from where the database is.</summary>
    public static bool NeedsDatabase(string? target) => target is not null && Target.Parse(target).Place is null or "current";

    /// <summary>The revisions from one target to the other, both included, newest first.</summary>
    /// <param name="graph">The revisions.</param>
    /// <param name="current">The version table's rows; empty where neither end counts from there.</param>
    /// <param name="range">The ends: without a beginning from the base, without an end to every head.</param>
    public static IReadOnlyList<RevisionNode> Between(RevisionGraph graph, IReadOnlyList<string> current, TargetRange range)
    {
        var last = new TargetResolution(graph, current, range.To ?? "heads").Places();
        var first = range.From is { } from ? new TargetResolution(graph, current, from).Places() : [];
        var upTo = graph.AncestorsAndSelf(last.Select(node => node.Id));
        if (first.Count == 0)
            return [.. upTo.Reverse()];
        var since = graph.DescendantsAndSelf(first.Select(node => node.Id)).ToHashSet();
        return [.. upTo.Where(since.Contains).Reverse()];
    }
}
