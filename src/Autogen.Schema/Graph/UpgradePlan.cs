using Autogen.Schema;

namespace Autogen.Graph;

/// <summary>Which revisions run, from the version table's rows and a target. Pure.</summary>
internal static class UpgradePlan
{
    /// <summary>The steps up to a target; empty where the database has it.</summary>
    /// <param name="graph">The revisions.</param>
    /// <param name="current">The version table's rows.</param>
    /// <param name="target">Where to go.</param>
    /// <exception cref="AutogenException">The target can't be reached.</exception>
    public static IReadOnlyList<RevisionStep> Up(RevisionGraph graph, IReadOnlyList<string> current, string target)
    {
        RequireKnown(graph, current);
        var resolution = new TargetResolution(graph, current, target);
        if (resolution.Target is { Place: "base", Steps: 0 })
            throw new AutogenException(
                ErrorCode.TargetInvalid, $"'{target}' is below every revision: use 'dotnet autogen downgrade {target}'.");
        if (resolution.Target is { Place: null, Steps: < 0 })
            throw new AutogenException(
                ErrorCode.TargetInvalid, $"Relative revision {target} goes down: use 'dotnet autogen downgrade {target}'.");
        var goals = resolution.Places().Select(node => node.Id);
        var applied = Ids(graph.AncestorsAndSelf(current));
        var steps = new List<RevisionStep>();
        var rows = current;
        foreach (var node in graph.AncestorsAndSelf(goals).Where(node => !applied.Contains(node.Id)).ToList())
        {
            steps.Add(Step(graph, node, StepDirection.Upgrade, applied, ref rows));
        }

        return steps;
    }

    /// <summary>
    /// The steps down to a target: what was built on it goes, and what depends on what is dropped. With a branch (<c>label@rev</c>) only
    /// that branch is wound back, where the target has several.
    /// </summary>
    /// <inheritdoc cref="Up"/>
    public static IReadOnlyList<RevisionStep> Down(RevisionGraph graph, IReadOnlyList<string> current, string target)
    {
        RequireKnown(graph, current);
        var resolution = new TargetResolution(graph, current, target);
        if (resolution.Target is { Place: null, Steps: > 0 })
            throw new AutogenException(
                ErrorCode.TargetInvalid, $"Relative revision {target} goes up: downgrade takes base, a revision, or -N.");
        var goals = resolution.Places();
        if (goals.Count > 1)
            throw new AutogenException(
                ErrorCode.TargetAmbiguous,
                $"'{target}' is ambiguous: it means {string.Join(", ", goals.Select(node => node.Id))}. A downgrade goes to one of them.");

        // What is counted from where the database is stays on the line that it is on.
        var goal = goals.SingleOrDefault();
        var branch = resolution.Target switch
        {
            { Branch: { } label } => graph.RequireBranch(label).Id,
            { Place: null or "current" } when current.Count == 1 => current[0],
            _ => null,
        };
        var applied = Ids(graph.AncestorsAndSelf(current));
        var unwanted = Ids(graph.DescendantsAndSelf(Above(graph, goal, branch, target).Select(node => node.Id)));
        unwanted.IntersectWith(applied);
        if (goal is not null && unwanted.Count == 0 && !current.Contains(goal.Id, StringComparer.Ordinal))
            throw NotReachable(target, current);

        var steps = new List<RevisionStep>();
        var rows = current;
        foreach (var node in graph.NewestFirst().Where(node => unwanted.Contains(node.Id)).ToList())
        {
            applied.Remove(node.Id);
            steps.Add(Step(graph, node, StepDirection.Downgrade, applied, ref rows));
        }

        return steps;
    }

    /// <summary>The rows that <c>stamp</c> leaves: those of the targets, and those that are on none of the targets' lines.</summary>
    /// <exception cref="AutogenException">A target or a row is not known.</exception>
    public static IReadOnlyList<string> Stamp(RevisionGraph graph, IReadOnlyList<string> current, IReadOnlyList<string> targets)
    {
        UnknownRevisions.RequireNone(graph, current);
        var rows = current.ToHashSet(StringComparer.Ordinal);
        var wanted = new HashSet<string>(StringComparer.Ordinal);
        foreach (var target in targets)
        {
            var resolution = new TargetResolution(graph, current, target);
            var places = resolution.Places();
            if (places.Count == 0)
                rows.RemoveWhere(row => resolution.Lineage?.Contains(row) != false);
            foreach (var place in places)
            {
                var line = Ids(graph.AncestorsAndSelf([place.Id]).Concat(graph.DescendantsAndSelf([place.Id])));
                rows.RemoveWhere(line.Contains);
                wanted.Add(place.Id);
            }
        }

        rows.UnionWith(wanted);
        return [.. rows.Where(row => !rows.Any(other => !string.Equals(other, row, StringComparison.Ordinal)
            && Ids(graph.AncestorsAndSelf([other])).Contains(row))).Order(StringComparer.Ordinal)];
    }

    /// <summary>Refuses rows that no revision has, and rows of which one is the other's ancestor.</summary>
    public static void RequireKnown(RevisionGraph graph, IReadOnlyList<string> current)
    {
        UnknownRevisions.RequireNone(graph, current);
        foreach (var id in current)
        {
            if (current.FirstOrDefault(other => !string.Equals(other, id, StringComparison.Ordinal)
                && Ids(graph.AncestorsAndSelf([other])).Contains(id)) is { } descendant)
            {
                throw new AutogenException(
                    ErrorCode.VersionTableInvalid,
                    $"The version table holds '{id}' and '{descendant}', which overlap: "
                        + "the latter builds on the former, and only it belongs there. "
                        + $"'dotnet autogen stamp --purge {descendant}' sets that right.");
            }
        }
    }

    // The revisions right above a place: they go, and with them what needs them.
    private static List<RevisionNode> Above(RevisionGraph graph, RevisionNode? goal, string? branch, string target)
    {
        var above = goal is null ? [.. graph.ParentsFirst.Where(node => node.Revises.Count == 0)] : graph.ChildrenOf(goal.Id).ToList();
        if (branch is null || above.Count <= 1)
            return above;
        var line = Ids(graph.RevisedAndSelf(branch));
        return above.Where(node => line.Contains(node.Id)).ToList() is { Count: > 0 } own
            ? own
            : throw new AutogenException(
                ErrorCode.TargetInvalid,
                $"'{target}' leaves open what is meant: branch '{branch}' begins at or below it. Name a revision of one branch: "
                    + $"REV@{goal?.Id ?? "base"}.");
    }

    private static RevisionStep Step(
        RevisionGraph graph, RevisionNode node, StepDirection direction, HashSet<string> applied, ref IReadOnlyList<string> rows)
    {
        var before = rows;
        rows = direction == StepDirection.Upgrade
            ? VersionRows.With(graph, before, node)
            : VersionRows.Without(graph, before, node, applied);
        return new RevisionStep(
            node, direction, rows, VersionRows.Between(before, rows, graph.ParentsOf(node).Select(parent => parent.Id)));
    }

    private static HashSet<string> Ids(IEnumerable<RevisionNode> nodes) => nodes.Select(node => node.Id).ToHashSet(StringComparer.Ordinal);

    private static AutogenException NotReachable(string target, IReadOnlyList<string> current)
        => new(
            ErrorCode.TargetInvalid,
            $"Destination {target} is not a valid downgrade target from where the database is "
                + $"({(current.Count == 0 ? "<base>" : string.Join(", ", current))}): it is not applied.");
}
