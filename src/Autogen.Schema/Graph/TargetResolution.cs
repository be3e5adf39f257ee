using Autogen.Schema;

namespace Autogen.Graph;

/// <summary>
/// What a target means in a graph, for a database that is somewhere in it. Pure. The base, below every root, is
/// told as <see langword="null"/>.
/// </summary>
/// <param name="graph">The revisions.</param>
/// <param name="current">The version table's rows.</param>
/// <param name="text">The target.</param>
internal sealed class TargetResolution(RevisionGraph graph, IReadOnlyList<string> current, string text)
{
    private readonly Target target = Target.Parse(text);

    /// <summary>The target as it was read.</summary>
    public Target Target => target;

    /// <summary>The line that the target's branch is on; <see langword="null"/> where it names none.</summary>
    public IReadOnlySet<string>? Lineage => field ??= target.Branch is { } branch ? graph.LineageOf(graph.RequireBranch(branch).Id) : null;

    /// <summary>The revisions that are meant, sorted; none for the base.</summary>
    /// <exception cref="AutogenException">The target names nothing, or is ambiguous, or leads out of the graph.</exception>
    public IReadOnlyList<RevisionNode> Places()
    {
        if (target.Steps == 0)
            return Named();
        var start = target.Place is null or "current" ? Current()
            : Named() is { Count: <= 1 } one ? one.SingleOrDefault()
            : throw SeveralHeads();
        return Walk(start, target.Steps, Lineage) is { } found ? [found] : [];
    }

    /// <summary>
    /// The revision from which steps are counted for one version of the database: on the branch, the latest that exists.
    /// </summary>
    public RevisionNode? Current()
    {
        var rows = Rows();
        if (Lineage is { } lineage)
        {
            var own = rows.Where(node => lineage.Contains(node.Id)).ToList();
            if (own.Count == 0)
            {
                // The branch is not begun: it begins where it leaves what exists.
                var there = graph.AncestorsAndSelf(current).Where(node => lineage.Contains(node.Id)).ToList();
                own = [.. there.Where(node => !graph.ChildrenOf(node.Id).Any(there.Contains))];
            }

            rows = own;
        }

        return rows.Count <= 1
            ? rows.SingleOrDefault()
            : throw new AutogenException(
                ErrorCode.TargetAmbiguous,
                $"'{target}' is ambiguous: the database is at several revisions ({string.Join(", ", rows.Select(node => node.Id))}). "
                    + $"Say which is meant: {rows[0].Id}@{target.Place}{target with { Branch = null, Place = null }}.");
    }

    private List<RevisionNode> Rows()
    {
        UnknownRevisions.RequireNone(graph, current);
        return [.. current.Select(id => graph.Find(id)!)]; // each was found
    }

    private IReadOnlyList<RevisionNode> Named() => target.Place switch
    {
        "base" => [],
        "head" => Heads() is { Count: <= 1 } one ? one : throw SeveralHeads(),
        "heads" => Heads(),
        "current" or null => [.. Rows().Where(node => Lineage?.Contains(node.Id) != false)],
        var place => [OfBranch(graph.Require(place))],
    };

    // heads are in the graph
    private IReadOnlyList<RevisionNode> Heads()
        => [.. graph.Heads.Where(id => Lineage?.Contains(id) != false).Select(id => graph.Find(id)!)];

    private RevisionNode OfBranch(RevisionNode node)
        => Lineage?.Contains(node.Id) != false
            ? node
            : throw new AutogenException(
                ErrorCode.NotInBranch,
                $"Revision {node.Id} is not a member of branch '{target.Branch}'. 'dotnet autogen history --graph' shows which is.");

    private RevisionNode? Walk(RevisionNode? start, int steps, IReadOnlySet<string>? lineage)
    {
        var node = start;
        for (var step = 1; step <= Math.Abs(steps); step++)
        {
            if (steps < 0 && node is null)
                throw TooFar();
            // parents are in the graph
            var next = (steps > 0 ? Above(node) : node!.Revises.Select(id => graph.Find(id)!))
                .Where(other => lineage?.Contains(other.Id) != false)
                .ToList();
            node = next.Count switch
            {
                1 => next[0],
                0 when steps < 0 => null,
                0 => throw TooFar(),
                _ => throw new AutogenException(
                    ErrorCode.TargetAmbiguous,
                    $"Ambiguous walk: '{target}' is not clear, as {(steps > 0 ? "after" : "before")} {node?.Id ?? "<base>"} there are "
                        + $"{string.Join(", ", next.Select(other => other.Id))}. Name the revision, or the branch with LABEL@ or REV@."),
            };
        }

        return node;
    }

    private IEnumerable<RevisionNode> Above(RevisionNode? node)
        => node is null ? graph.ParentsFirst.Where(root => root.Revises.Count == 0) : graph.ChildrenOf(node.Id);

    private AutogenException TooFar()
        => new(
            ErrorCode.TargetTooFar,
            $"Relative revision {target} didn't produce {Math.Abs(target.Steps)} migrations: the history ends before.");

    private AutogenException SeveralHeads()
    {
        var heads = Heads().Select(node => node.Id).ToList();
        var what = target.Branch is { } branch ? $"Branch '{branch}' has multiple heads" : "Multiple head revisions are present";
        return new AutogenException(
            ErrorCode.SeveralHeads,
            $"{what}: {string.Join(", ", heads)}. Name one of them, say LABEL@head for one branch or 'heads' for all, or bring them "
                + "together with 'dotnet autogen merge heads' or 'rebase'.")
        {
            Details = new Dictionary<string, string>(StringComparer.Ordinal) { ["heads"] = string.Join(",", heads) },
        };
    }
}
