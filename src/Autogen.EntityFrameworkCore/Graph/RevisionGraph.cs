using Autogen.Schema;

namespace Autogen.Graph;

/// <summary>
/// The revisions as a graph of ids: pure, without I/O. A revision has several parents (a merge), a graph several heads and roots. Built only from revisions
/// that fit together: no id twice, no parent missing, no circle.
/// </summary>
internal sealed class RevisionGraph
{
    private readonly Dictionary<string, RevisionNode> nodes = new(StringComparer.Ordinal);
    private readonly Dictionary<string, List<RevisionNode>> children = new(StringComparer.Ordinal);
    private readonly List<RevisionNode> ordered;

    /// <summary>Builds the graph.</summary>
    /// <exception cref="AutogenException">
    /// <see cref="ErrorCode.RevisionDuplicated"/>, <see cref="ErrorCode.ParentMissing"/> or <see cref="ErrorCode.RevisionCycle"/>.
    /// </exception>
    public RevisionGraph(IEnumerable<RevisionNode> revisions)
    {
        foreach (var node in revisions.OrderBy(node => node.Id, StringComparer.Ordinal))
            Add(node);
        foreach (var node in nodes.Values)
            Connect(node);
        ordered = Sort();
    }

    /// <summary>Every revision, parents before children; ties by id.</summary>
    public IReadOnlyList<RevisionNode> ParentsFirst => ordered;

    /// <summary>The ids that nothing revises, sorted.</summary>
    public IReadOnlyList<string> Heads => [.. ordered.Where(node => !children.ContainsKey(node.Id)).Select(node => node.Id).Order(StringComparer.Ordinal)];

    /// <summary>The revision of exactly that id, or <see langword="null"/>.</summary>
    public RevisionNode? Find(string id) => nodes.GetValueOrDefault(id);

    /// <summary>What revises it, by id.</summary>
    public IReadOnlyList<RevisionNode> ChildrenOf(string id) => children.GetValueOrDefault(id) ?? [];

    /// <summary>Every revision, children before parents.</summary>
    public IEnumerable<RevisionNode> NewestFirst() => Enumerable.Reverse(ordered);

    /// <summary>Those revisions and all that they build on, parents first.</summary>
    public IReadOnlyList<RevisionNode> AncestorsAndSelf(IEnumerable<string> ids) => Walk(ids, node => node.Revises);

    /// <summary>Those revisions and all that builds on them, parents first.</summary>
    public IReadOnlyList<RevisionNode> DescendantsAndSelf(IEnumerable<string> ids) => Walk(ids, node => ChildrenOf(node.Id).Select(child => child.Id));

    private IReadOnlyList<RevisionNode> Walk(IEnumerable<string> ids, Func<RevisionNode, IEnumerable<string>> next)
    {
        var seen = new HashSet<string>(StringComparer.Ordinal);
        var pending = new Stack<string>(ids);
        while (pending.TryPop(out var id))
        {
            if (seen.Add(id))
            {
                foreach (var other in next(nodes[id]))
                    pending.Push(other);
            }
        }

        return [.. ordered.Where(node => seen.Contains(node.Id))];
    }

    private void Add(RevisionNode node)
    {
        if (nodes.TryGetValue(node.Id, out var other))
        {
            throw new AutogenException(
                ErrorCode.RevisionDuplicated, $"Two revisions have the id '{node.Id}': {other.Source} and {node.Source}. Give one of them another id.");
        }

        nodes.Add(node.Id, node);
    }

    private void Connect(RevisionNode node)
    {
        foreach (var parent in node.Revises)
        {
            if (!nodes.ContainsKey(parent))
            {
                throw new AutogenException(
                    ErrorCode.ParentMissing,
                    $"{node.Source} revises '{parent}', which no file has. Was a file not committed, or deleted? Bring it back, or correct 'Revises'.");
            }

            if (!children.TryGetValue(parent, out var list))
                children.Add(parent, list = []);
            list.Add(node);
        }
    }

    private List<RevisionNode> Sort()
    {
        var waiting = nodes.Values.ToDictionary(node => node.Id, node => node.Revises.Distinct(StringComparer.Ordinal).Count(), StringComparer.Ordinal);
        var ready = new PriorityQueue<RevisionNode, string>(StringComparer.Ordinal);
        foreach (var root in nodes.Values.Where(node => node.Revises.Count == 0))
            ready.Enqueue(root, root.Id);

        var sorted = new List<RevisionNode>(nodes.Count);
        while (ready.TryDequeue(out var node, out _))
        {
            sorted.Add(node);
            foreach (var child in ChildrenOf(node.Id).Distinct())
            {
                if (--waiting[child.Id] == 0)
                    ready.Enqueue(child, child.Id);
            }
        }

        if (sorted.Count < nodes.Count)
        {
            var circle = nodes.Keys.Except(sorted.Select(node => node.Id), StringComparer.Ordinal).Order(StringComparer.Ordinal);
            throw new AutogenException(
                ErrorCode.RevisionCycle, $"Cycle is detected in revisions ({string.Join(", ", circle)}). Correct 'Revises' in one of their files.");
        }

        return sorted;
    }
}
