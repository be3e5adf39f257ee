namespace Autogen.Design.Planning.Steps;

/// <summary>Orders renames so that no name is given while something else still bears it.</summary>
internal static class Moves
{
    /// <summary>
    /// The moves to make, one after another. A name that is waited for in a cycle (A becomes B, B becomes A)
    /// is left through a temporary one.
    /// </summary>
    /// <param name="renames">From, to; no two from, and no two to, are equal.</param>
    /// <param name="order">Which of several possible ones goes first.</param>
    /// <param name="temporary">A name that nothing bears, for the thing that leaves the given one.</param>
    public static IReadOnlyList<(T From, T To)> Order<T>(IEnumerable<(T From, T To)> renames, IComparer<T> order, Func<T, T> temporary)
        where T : notnull
    {
        var pending = new SortedDictionary<T, T>(order);
        foreach (var (from, to) in renames)
            pending.Add(from, to);

        var moves = new List<(T, T)>();
        while (pending.Count != 0)
        {
            var possible = pending.Where(rename => !pending.ContainsKey(rename.Value))
                .Select(rename => (KeyValuePair<T, T>?)rename)
                .FirstOrDefault();
            if (possible is { } rename)
            {
                moves.Add((rename.Key, rename.Value));
                pending.Remove(rename.Key);
                continue;
            }

            var (first, target) = pending.First();
            var between = temporary(first);
            moves.Add((first, between));
            pending.Remove(first);
            pending.Add(between, target);
        }

        return moves;
    }
}
