namespace Autogen.Design.Planning.Steps;

/// <summary>
/// Orders things by what they must come after and before. Among those that are free to come next, the least by a total order comes: the
/// result does not depend on the order in which they were added. Knows no SQL and no schema.
/// </summary>
/// <typeparam name="TKey">The identity of a thing.</typeparam>
internal sealed class StepGraph<TKey>(IComparer<TKey> tieBreak)
    where TKey : notnull
{
    private readonly Dictionary<TKey, HashSet<TKey>> predecessors = [];
    private readonly HashSet<TKey> added = [];

    /// <summary>Adds a thing. What it comes after and before need not have been added yet, and counts only if it ever is.</summary>
    public void Add(TKey key, IEnumerable<TKey> after, IEnumerable<TKey> before)
    {
        added.Add(key);
        PredecessorsOf(key).UnionWith(after.Where(other => !other.Equals(key)));
        foreach (var other in before.Where(other => !other.Equals(key)))
            PredecessorsOf(other).Add(key);
    }

    /// <summary>All things in order.</summary>
    /// <exception cref="InvalidOperationException">They wait for each other in a cycle: planners declared a dependency cycle.</exception>
    public IReadOnlyList<TKey> Sort()
        => Sort(out var circle)
            ?? throw new InvalidOperationException($"These steps wait for each other: {string.Join(", ", circle.Order(tieBreak))}.");

    /// <summary>All things in order; <see langword="null"/> if they wait for each other in a cycle.</summary>
    public IReadOnlyList<TKey>? TrySort() => Sort(out _);

    private List<TKey>? Sort(out IEnumerable<TKey> circle)
    {
        var waiting = new Dictionary<TKey, int>(added.Count);
        var successors = new Dictionary<TKey, List<TKey>>(added.Count);
        foreach (var key in added)
        {
            waiting[key] = 0;
            foreach (var other in PredecessorsOf(key).Where(added.Contains))
            {
                waiting[key]++;
                if (!successors.TryGetValue(other, out var list))
                    successors.Add(other, list = []);
                list.Add(key);
            }
        }

        var free = new SortedSet<TKey>(waiting.Where(entry => entry.Value == 0).Select(entry => entry.Key), tieBreak);
        var sorted = new List<TKey>(added.Count);
        while (free.Min is { } next && free.Count != 0)
        {
            free.Remove(next);
            sorted.Add(next);
            foreach (var successor in successors.GetValueOrDefault(next) ?? [])
            {
                if (--waiting[successor] == 0)
                    free.Add(successor);
            }
        }

        circle = waiting.Where(entry => entry.Value > 0).Select(entry => entry.Key);
        return sorted.Count == added.Count ? sorted : null;
    }

    private HashSet<TKey> PredecessorsOf(TKey key)
    {
        if (!predecessors.TryGetValue(key, out var known))
            predecessors.Add(key, known = []);
        return known;
    }
}
