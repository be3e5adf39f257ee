namespace Autogen.Design.Planning.Steps;

/// <summary>
/// Puts things in an order in which each finds released what others hold, in time and memory that grow with their number.
/// </summary>
internal static class ReleaseOrder
{
    /// <summary>
    /// The things in rounds: a round has all that wait for nothing which a thing of the same or a later round holds, in the given order.
    /// Things that wait for each other, and those that wait for them, come last, in the given order.
    /// </summary>
    /// <param name="items">The things.</param>
    /// <param name="holds">What a thing holds until its turn is over.</param>
    /// <param name="waitsFor">What must be released by all others before its turn.</param>
    public static IReadOnlyList<T> Of<T, TSlot>(
        IReadOnlyList<T> items, Func<T, IEnumerable<TSlot>> holds, Func<T, IEnumerable<TSlot>> waitsFor)
        where TSlot : notnull
    {
        var held = items.Select(item => holds(item).ToHashSet()).ToList();
        var awaited = items.Select(item => waitsFor(item).ToHashSet()).ToList();
        var holders = held.SelectMany(slots => slots).CountBy(slot => slot).ToDictionary();
        var waiters =
            awaited.SelectMany((slots, index) => slots.Select(slot => (slot, index))).ToLookup(pair => pair.slot, pair => pair.index);
        var isDone = new bool[items.Count];
        var ordered = new List<T>(items.Count);
        for (var round = Enumerable.Range(0, items.Count).Where(IsFree).ToList(); round.Count > 0; round = Next(round))
        {
            foreach (var index in round)
            {
                ordered.Add(items[index]);
                isDone[index] = true;
            }
        }

        return [.. ordered, .. items.Where((_, index) => !isDone[index])];

        bool IsFree(int index)
            => awaited[index].All(slot => holders.GetValueOrDefault(slot) == (held[index].Contains(slot) && !isDone[index] ? 1 : 0));

        // Only who waits for a slot that has one holder left, or none, may be free now: the one may be itself.
        List<int> Next(List<int> round)
        {
            var candidates = new HashSet<int>();
            foreach (var slot in round.SelectMany(index => held[index]))
            {
                holders[slot]--;
                if (holders[slot] <= 1)
                    candidates.UnionWith(waiters[slot]);
            }

            return [.. candidates.Where(index => !isDone[index] && IsFree(index)).Order()];
        }
    }
}
