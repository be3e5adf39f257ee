namespace Autogen.Graph;

/// <summary>
/// The rows of the version table: a row an applied revision that no other applied revision revises or depends on. What is
/// implied by another is not stored.
/// </summary>
internal static class VersionRows
{
    /// <summary>The rows once a revision is applied whose parents and dependencies are.</summary>
    public static IReadOnlyList<string> With(RevisionGraph graph, IReadOnlyList<string> rows, RevisionNode node)
        => [.. rows.Except(graph.ParentsOf(node).Select(parent => parent.Id), StringComparer.Ordinal)
            .Append(node.Id)
            .Order(StringComparer.Ordinal)];

    /// <summary>The rows once a revision is reverted on which nothing that is applied builds.</summary>
    /// <param name="graph">The revisions.</param>
    /// <param name="rows">The rows with it.</param>
    /// <param name="node">The revision.</param>
    /// <param name="applied">What stays applied.</param>
    public static IReadOnlyList<string> Without(
        RevisionGraph graph, IReadOnlyList<string> rows, RevisionNode node, IReadOnlySet<string> applied)
        => [.. rows.Where(row => !string.Equals(row, node.Id, StringComparison.Ordinal))
            .Concat(graph.ParentsOf(node)
                .Select(parent => parent.Id)
                .Distinct(StringComparer.Ordinal)
                .Where(parent => IsRow(graph, parent, applied)))
            .Order(StringComparer.Ordinal)];

    private static bool IsRow(RevisionGraph graph, string id, IReadOnlySet<string> applied)
        => !graph.ChildrenOf(id).Concat(graph.DependentsOf(id)).Any(other => applied.Contains(other.Id));

    /// <summary>
    /// The way from rows to rows. A merge deletes all parents' rows but the last, which becomes its own; the way back makes the first
    /// parent's of its own and inserts the others.
    /// </summary>
    /// <param name="before">The existing rows.</param>
    /// <param name="after">The rows that are wanted.</param>
    /// <param name="order">The order of parents; what is not in it comes after, sorted.</param>
    public static IReadOnlyList<RowOperation> Between(IReadOnlyList<string> before, IReadOnlyList<string> after, IEnumerable<string> order)
    {
        var parents = order.ToList();
        var gone = Ordered(before.Except(after, StringComparer.Ordinal));
        var added = Ordered(after.Except(before, StringComparer.Ordinal));
        var operations = new List<RowOperation>();
        var updates = Math.Min(gone.Count, added.Count);
        operations.AddRange(gone.Take(gone.Count - updates).Select(old => new RowOperation(old, null)));
        operations.AddRange(added.Skip(updates).Select(row => new RowOperation(null, row)));
        operations.AddRange(gone.Skip(gone.Count - updates).Zip(added.Take(updates), (old, row) => new RowOperation(old, row)));
        return operations;

        List<string> Ordered(IEnumerable<string> rows)
            => [.. rows.OrderBy(row => parents.IndexOf(row) is var index && index < 0 ? int.MaxValue : index).ThenBy(
                row => row, StringComparer.Ordinal)];
    }
}
