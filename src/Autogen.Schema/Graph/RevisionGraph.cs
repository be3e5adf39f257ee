using Autogen.Schema;

namespace Autogen.Graph;

/// <summary>
/// The revisions as a graph of ids: pure, without I/O. A revision has several parents (a merge), a graph several heads and roots, and a
/// revision may depend on others without revising them. Built only from revisions that fit together: no id or label twice, no parent or
/// dependency missing, no cycle.
/// </summary>
internal sealed class RevisionGraph
{
    private static readonly IReadOnlyList<RevisionNode> none = [];
    private readonly Dictionary<string, RevisionNode> nodes = new(StringComparer.Ordinal);
    private readonly Dictionary<string, RevisionNode> labels = new(StringComparer.Ordinal);
    private readonly Dictionary<string, IReadOnlyList<RevisionNode>> dependencies = new(StringComparer.Ordinal);
    private readonly Dictionary<string, List<RevisionNode>> children = new(StringComparer.Ordinal);
    private readonly Dictionary<string, List<RevisionNode>> dependents = new(StringComparer.Ordinal);
    private readonly List<RevisionNode> ordered;
    private readonly Lazy<IReadOnlyDictionary<string, IReadOnlyList<string>>> branches;

    /// <summary>Builds the graph.</summary>
    /// <exception cref="AutogenException">
    /// <see cref="ErrorCode.RevisionDuplicated"/>, <see cref="ErrorCode.LabelDuplicated"/>, <see cref="ErrorCode.ParentMissing"/>,
    /// <see cref="ErrorCode.DependencyMissing"/>, <see cref="ErrorCode.RevisionSelfLoop"/>, <see cref="ErrorCode.RevisionCycle"/> or
    /// <see cref="ErrorCode.DependencyCycle"/>.
    /// </exception>
    public RevisionGraph(IEnumerable<RevisionNode> revisions)
    {
        foreach (var node in revisions.OrderBy(node => node.Id, StringComparer.Ordinal))
            Add(node);
        foreach (var node in nodes.Values)
            Label(node);
        foreach (var node in nodes.Values)
            Connect(node);
        _ = Sort(
            node => node.Revises,
            node => ChildrenOf(node.Id),
            circle => new AutogenException(
                ErrorCode.RevisionCycle,
                $"Cycle is detected in revisions ({Names(circle)}). Correct 'Revises' in one of their files: {Sources(circle)}."));
        ordered = Sort(
            node => ParentsOf(node).Select(parent => parent.Id),
            node => ChildrenOf(node.Id).Concat(DependentsOf(node.Id)),
            circle => new AutogenException(
                ErrorCode.DependencyCycle,
                $"Dependency cycle is detected in revisions ({Names(circle)}). Correct 'DependsOn' in one of their files: "
                    + $"{Sources(circle)}."));
        branches = new(FindBranches);
    }

    /// <summary>Every revision, parents and dependencies before those that need them; ties by id.</summary>
    public IReadOnlyList<RevisionNode> ParentsFirst => ordered;

    /// <summary>The ids that nothing revises, sorted.</summary>
    public IReadOnlyList<string> Heads => field ??= [.. nodes.Keys.Where(id => !children.ContainsKey(id)).Order(StringComparer.Ordinal)];

    /// <summary>
    /// The heads that nothing depends on, sorted: the rows of a database that has everything. The others are what
    /// Alembic calls effective heads.
    /// </summary>
    public IReadOnlyList<string> RealHeads => field ??= [.. Heads.Where(id => !dependents.ContainsKey(id))];

    /// <summary>The branch labels, each with the revision that has it in its file.</summary>
    public IReadOnlyDictionary<string, RevisionNode> Labels => labels;

    /// <summary>The revision of exactly that id, or <see langword="null"/>.</summary>
    public RevisionNode? Find(string id) => nodes.GetValueOrDefault(id);

    /// <summary>What revises it, by id.</summary>
    public IReadOnlyList<RevisionNode> ChildrenOf(string id) => children.GetValueOrDefault(id) ?? none;

    /// <summary>What depends on it, by id.</summary>
    public IReadOnlyList<RevisionNode> DependentsOf(string id) => dependents.GetValueOrDefault(id) ?? none;

    /// <summary>What it depends on, without revising it, in the order written.</summary>
    public IReadOnlyList<RevisionNode> DependenciesOf(RevisionNode node) => dependencies.GetValueOrDefault(node.Id) ?? none;

    /// <summary>What must exist before it: what it revises, then what it depends on.</summary>
    public IEnumerable<RevisionNode> ParentsOf(RevisionNode node) => node.Revises.Select(id => nodes[id]).Concat(DependenciesOf(node));

    /// <summary>Whether several revisions revise it.</summary>
    public bool IsBranchPoint(RevisionNode node) => ChildrenOf(node.Id).Count > 1;

    /// <summary>
    /// The labels of the branches that a revision is on, sorted. A label belongs to the revision that has it, to what descends from it, and
    /// to its ancestors down to the last branch point or merge.
    /// </summary>
    public IReadOnlyList<string> BranchesOf(string id) => branches.Value.GetValueOrDefault(id) ?? [];

    /// <summary>Every revision, children before parents.</summary>
    public IEnumerable<RevisionNode> NewestFirst() => Enumerable.Reverse(ordered);

    /// <summary>Those revisions and all that they need, dependencies too, parents first.</summary>
    public IReadOnlyList<RevisionNode> AncestorsAndSelf(IEnumerable<string> ids) => Walk(ids, node => ParentsOf(node));

    /// <summary>Those revisions and all that needs them, dependents too, parents first.</summary>
    public IReadOnlyList<RevisionNode> DescendantsAndSelf(IEnumerable<string> ids)
        => Walk(ids, node => ChildrenOf(node.Id).Concat(DependentsOf(node.Id)));

    /// <summary>A revision and all that it revises, directly or not, parents first; without dependencies.</summary>
    public IReadOnlyList<RevisionNode> RevisedAndSelf(string id) => Walk([id], node => node.Revises.Select(parent => nodes[parent]));

    /// <summary>The line that a revision is on: what it revises and what revises it, directly or not; without dependencies.</summary>
    public IReadOnlySet<string> LineageOf(string id)
        => RevisedAndSelf(id).Concat(Walk([id], node => ChildrenOf(node.Id))).Select(node => node.Id).ToHashSet(StringComparer.Ordinal);

    private IReadOnlyList<RevisionNode> Walk(IEnumerable<string> ids, Func<RevisionNode, IEnumerable<RevisionNode>> next)
    {
        var seen = new HashSet<string>(StringComparer.Ordinal);
        var pending = new Stack<string>(ids);
        while (pending.TryPop(out var id))
        {
            if (!seen.Add(id))
                continue;
            foreach (var other in next(nodes[id]))
                pending.Push(other.Id);
        }

        return [.. ordered.Where(node => seen.Contains(node.Id))];
    }

    private void Add(RevisionNode node)
    {
        if (nodes.TryGetValue(node.Id, out var other))
            throw new AutogenException(
                ErrorCode.RevisionDuplicated,
                $"Duplicate revision id '{node.Id}': {other.Source} and {node.Source}. Give one of them another id.");
        nodes.Add(node.Id, node);
    }

    private void Label(RevisionNode node)
    {
        foreach (var label in node.Labels)
        {
            if (nodes.TryGetValue(label, out var named))
                throw new AutogenException(
                    ErrorCode.LabelDuplicated,
                    $"{node.Source} has the branch label '{label}', which is the id of {named.Source}. Give the branch another label.");
            if (!labels.TryAdd(label, node))
                throw new AutogenException(
                    ErrorCode.LabelDuplicated,
                    $"Two revisions have the branch label '{label}': {labels[label].Source} and {node.Source}. A label is given once: "
                        + "what descends from there has it, too.");
        }
    }

    private void Connect(RevisionNode node)
    {
        foreach (var parent in node.Revises)
        {
            RefuseSelf(node, parent, "Revises");
            if (!nodes.ContainsKey(parent))
            {
                throw new AutogenException(
                    ErrorCode.ParentMissing,
                    $"{node.Source} revises '{parent}', which no file has. Was a file not committed, "
                        + "or deleted? Bring it back, or correct 'Revises'.");
            }

            Put(children, parent, node);
        }

        if (node.DependsOn.Count == 0)
            return;
        var needed = new List<RevisionNode>();
        foreach (var text in node.DependsOn)
        {
            RefuseSelf(node, text, "DependsOn");
            if (!nodes.TryGetValue(text, out var other) && !labels.TryGetValue(text, out other))
            {
                throw new AutogenException(
                    ErrorCode.DependencyMissing,
                    $"{node.Source} depends on '{text}', which is neither the whole id of a revision nor a branch label. "
                        + "Was a file not committed, or deleted? Bring it back, or correct 'DependsOn'.");
            }

            RefuseSelf(node, other.Id, "DependsOn");
            needed.Add(other);
            Put(dependents, other.Id, node);
        }

        dependencies.Add(node.Id, needed);
    }

    private static void RefuseSelf(RevisionNode node, string text, string argument)
    {
        if (string.Equals(node.Id, text, StringComparison.Ordinal))
            throw new AutogenException(
                ErrorCode.RevisionSelfLoop,
                $"Self-loop is detected: {node.Source} names its own id '{node.Id}' in '{argument}'. Name the revision before it.");
    }

    private static void Put(Dictionary<string, List<RevisionNode>> map, string id, RevisionNode node)
    {
        if (!map.TryGetValue(id, out var list))
            map.Add(id, list = []);
        if (list.Count == 0 || list[^1] != node)
            list.Add(node);
    }

    private List<RevisionNode> Sort(
        Func<RevisionNode, IEnumerable<string>> before,
        Func<RevisionNode, IEnumerable<RevisionNode>> after,
        Func<IReadOnlyList<RevisionNode>, AutogenException> refusal)
    {
        var waiting = nodes.Values.ToDictionary(
            node => node.Id, node => before(node).Distinct(StringComparer.Ordinal).Count(), StringComparer.Ordinal);
        var ready = new PriorityQueue<RevisionNode, string>(StringComparer.Ordinal);
        foreach (var root in nodes.Values.Where(node => waiting[node.Id] == 0))
            ready.Enqueue(root, root.Id);

        var sorted = new List<RevisionNode>(nodes.Count);
        while (ready.TryDequeue(out var node, out _))
        {
            sorted.Add(node);
            foreach (var child in after(node).DistinctBy(child => child.Id, StringComparer.Ordinal))
            {
                if (--waiting[child.Id] == 0)
                    ready.Enqueue(child, child.Id);
            }
        }

        return sorted.Count == nodes.Count ? sorted : throw refusal(
            Circle(before, nodes.Keys.Except(sorted.Select(node => node.Id), StringComparer.Ordinal).ToHashSet(StringComparer.Ordinal)));
    }

    // From any revision that waits for ever, the way to what it waits for runs into the cycle: what is met twice is on it.
    private List<RevisionNode> Circle(Func<RevisionNode, IEnumerable<string>> before, HashSet<string> waiting)
    {
        var way = new List<string> { waiting.Min(StringComparer.Ordinal)! }; // somebody waits
        while (true)
        {
            var next = before(nodes[way[^1]]).First(waiting.Contains);
            var met = way.IndexOf(next);
            if (met >= 0)
                return [.. way[met..].Order(StringComparer.Ordinal).Select(id => nodes[id])];
            way.Add(next);
        }
    }

    private IReadOnlyDictionary<string, IReadOnlyList<string>> FindBranches()
    {
        var found = new Dictionary<string, SortedSet<string>>(StringComparer.Ordinal);
        foreach (var (label, node) in labels)
        {
            foreach (var descendant in Walk([node.Id], other => ChildrenOf(other.Id)))
                Give(descendant, label);
            for (var parent = Before(node); parent is not null && !IsBranchPoint(parent) && parent.Revises.Count <= 1; parent = Before(
                parent))
                Give(parent, label);
        }

        return found.ToDictionary(entry => entry.Key, IReadOnlyList<string> (entry) => [.. entry.Value], StringComparer.Ordinal);

        void Give(RevisionNode node, string label)
        {
            if (!found.TryGetValue(node.Id, out var own))
                found.Add(node.Id, own = new SortedSet<string>(StringComparer.Ordinal));
            own.Add(label);
        }

        RevisionNode? Before(RevisionNode node) => node.Revises.Count == 1 ? nodes[node.Revises[0]] : null;
    }

    private static string Names(IEnumerable<RevisionNode> circle) => string.Join(", ", circle.Select(node => node.Id));

    private static string Sources(IEnumerable<RevisionNode> circle) => string.Join(", ", circle.Select(node => node.Source));
}
