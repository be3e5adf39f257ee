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
        var goals = UpGoals(graph, current, Target.Parse(target));
        var applied = Ids(graph.AncestorsAndSelf(current));
        var missing = graph.AncestorsAndSelf(goals).Where(node => !applied.Contains(node.Id)).ToList();
        if (missing.Count == 0 && goals.Count > 0 && !goals.All(goal => applied.Contains(goal)))
            throw NotReachable(target, current);

        var steps = new List<RevisionStep>();
        foreach (var node in missing)
        {
            applied.Add(node.Id);
            steps.Add(new RevisionStep(node, StepDirection.Upgrade, Rows(graph, applied)));
        }

        return steps;
    }

    /// <summary>The steps down to a target.</summary>
    /// <inheritdoc cref="Up"/>
    public static IReadOnlyList<RevisionStep> Down(RevisionGraph graph, IReadOnlyList<string> current, string target)
    {
        RequireKnown(graph, current);
        var applied = Ids(graph.AncestorsAndSelf(current));
        var goal = DownGoal(graph, current, Target.Parse(target), target);
        HashSet<string> unwanted;
        if (goal is null)
        {
            unwanted = [.. applied];
        }
        else
        {
            if (!applied.Contains(goal.Id))
                throw NotReachable(target, current);
            unwanted = Ids(graph.DescendantsAndSelf([goal.Id]));
            unwanted.Remove(goal.Id);
        }

        var steps = new List<RevisionStep>();
        foreach (var node in graph.NewestFirst().Where(node => unwanted.Contains(node.Id) && applied.Contains(node.Id)).ToList())
        {
            applied.Remove(node.Id);
            steps.Add(new RevisionStep(node, StepDirection.Downgrade, Rows(graph, applied)));
        }

        return steps;
    }

    /// <summary>The rows that <c>stamp</c> sets: what is an ancestor of another is left out.</summary>
    /// <exception cref="AutogenException">A revision is not known.</exception>
    public static IReadOnlyList<string> Stamp(RevisionGraph graph, IReadOnlyList<string> targets)
    {
        var ids = targets.SelectMany(target => target switch
        {
            "base" => [],
            "head" => graph.Heads is { Count: > 1 } heads ? throw SeveralHeads(heads) : graph.Heads,
            "heads" => graph.Heads,
            _ => [graph.Require(target).Id],
        });
        return Rows(graph, Ids(graph.AncestorsAndSelf(ids)));
    }

    /// <summary>The rows of a version table that has those revisions: the ones that nothing applied revises.</summary>
    public static IReadOnlyList<string> Rows(RevisionGraph graph, IReadOnlySet<string> applied)
        => [.. applied.Where(id => !graph.ChildrenOf(id).Any(child => applied.Contains(child.Id))).Order(StringComparer.Ordinal)];

    /// <summary>Refuses rows that no revision has, and rows of which one is the other's ancestor.</summary>
    public static void RequireKnown(RevisionGraph graph, IReadOnlyList<string> current)
    {
        foreach (var id in current)
        {
            if (graph.Find(id) is null)
            {
                throw new AutogenException(
                    ErrorCode.DatabaseRevisionUnknown,
                    $"The database is at revision '{id}', which no file has: it was upgraded from another branch or by a newer version. "
                    + "Get the files that have it; or, if you know that the database is as another revision leaves it, run 'dotnet autogen stamp --purge REV'.");
            }
        }

        foreach (var id in current)
        {
            if (current.FirstOrDefault(other => !string.Equals(other, id, StringComparison.Ordinal) && Ids(graph.AncestorsAndSelf([other])).Contains(id)) is { } descendant)
            {
                throw new AutogenException(
                    ErrorCode.VersionTableInvalid, $"The version table holds '{id}' and '{descendant}', which builds on it. Only the latter belongs there.");
            }
        }
    }

    private static IReadOnlyList<string> UpGoals(RevisionGraph graph, IReadOnlyList<string> current, Target target)
    {
        if (target.Place is null || (target is { Place: "base", Steps: > 0 }))
            return [Walk(graph, target.Place is null ? Single(current, target) : null, target.Steps, target).Id];

        var places = target.Place switch
        {
            "head" => graph.Heads is { Count: > 1 } heads ? throw SeveralHeads(heads) : graph.Heads,
            "heads" => graph.Heads,
            "base" => throw new AutogenException(ErrorCode.TargetInvalid, "'base' is below every revision: use 'dotnet autogen downgrade base'."),
            var id => [graph.Require(id).Id],
        };
        return target.Steps == 0 || places.Count == 0 ? places : [.. places.Select(place => Walk(graph, place, target.Steps, target).Id)];
    }

    private static RevisionNode? DownGoal(RevisionGraph graph, IReadOnlyList<string> current, Target target, string text)
    {
        if (target.Steps > 0 && target.Place is null)
            throw new AutogenException(ErrorCode.TargetInvalid, $"'{text}' goes up. Downgrade takes base, a revision, or -N.");
        if (target.Place is "base")
            return target.Steps == 0 ? null : throw NotReachable(text, current);

        var start = target.Place switch
        {
            null => Single(current, target),
            "head" or "heads" => graph.Heads is { Count: 1 } heads ? heads[0] : throw SeveralHeads(graph.Heads),
            var id => graph.Require(id).Id,
        };
        return Walk(graph, start, target.Steps, target, mayReachBase: true);
    }

    private static string? Single(IReadOnlyList<string> current, Target target)
        => current.Count <= 1
            ? current.SingleOrDefault()
            : throw new AutogenException(
                ErrorCode.TargetInvalid,
                $"'{target}' is ambiguous: the database is at several revisions ({string.Join(", ", current)}). Name one: {current[0]}{target}.");

    // Null stands for the base, below every root.
    private static RevisionNode Walk(RevisionGraph graph, string? start, int steps, Target target)
        => Walk(graph, start, steps, target, mayReachBase: false)!;

    private static RevisionNode? Walk(RevisionGraph graph, string? start, int steps, Target target, bool mayReachBase)
    {
        var node = start is null ? null : graph.Find(start);
        for (var step = 0; step < Math.Abs(steps); step++)
        {
            var next = steps > 0
                ? node is null ? [.. graph.ParentsFirst.Where(root => root.Revises.Count == 0)] : graph.ChildrenOf(node.Id)
                : node is null ? throw TooFar(target, steps) : [.. node.Revises.Select(id => graph.Find(id)!)];
            switch (next.Count)
            {
                case 1:
                    node = next[0];
                    break;
                case 0 when steps < 0 && step == Math.Abs(steps) - 1 && mayReachBase:
                    return null;
                case 0:
                    throw TooFar(target, steps);
                default:
                    throw new AutogenException(
                        ErrorCode.TargetInvalid, $"'{target}' is ambiguous: after {node?.Id ?? "<base>"} there are {string.Join(", ", next.Select(other => other.Id))}.");
            }
        }

        return node;
    }

    private static HashSet<string> Ids(IEnumerable<RevisionNode> nodes) => nodes.Select(node => node.Id).ToHashSet(StringComparer.Ordinal);

    private static AutogenException TooFar(Target target, int steps)
        => new(ErrorCode.TargetInvalid, $"Relative revision {target} didn't produce {Math.Abs(steps)} migrations.");

    private static AutogenException NotReachable(string target, IReadOnlyList<string> current)
        => new(
            ErrorCode.TargetInvalid,
            $"Destination {target} is not reachable from where the database is ({(current.Count == 0 ? "<base>" : string.Join(", ", current))}): it is not applied.");

    private static AutogenException SeveralHeads(IReadOnlyList<string> heads)
        => new(
            ErrorCode.SeveralHeads,
            $"Multiple head revisions are present: {string.Join(", ", heads)}. Name one of them, use 'heads' for all, or let one revise the other.")
        {
            Details = new Dictionary<string, string>(StringComparer.Ordinal) { ["heads"] = string.Join(",", heads) },
        };
}
