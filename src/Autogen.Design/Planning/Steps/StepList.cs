namespace Autogen.Design.Planning.Steps;

/// <summary>The steps of a plan, put in the order that they declare.</summary>
internal static class StepList
{
    /// <summary>The operations in order. Steps of one vertex are one step; steps without operations are no steps.</summary>
    public static IReadOnlyList<PlannedOperation> Order(IEnumerable<Step> steps, IComparer<Step> tieBreak)
        => [.. Graph(steps, tieBreak).Sort().SelectMany(Operations)];

    /// <summary>As <see cref="Order"/>; <see langword="null"/> if steps wait for each other in a cycle.</summary>
    public static IReadOnlyList<PlannedOperation>? TryOrder(IEnumerable<Step> steps, IComparer<Step> tieBreak)
        => Graph(steps, tieBreak).TrySort() is { } sorted ? [.. sorted.SelectMany(Operations)] : null;

    private static IEnumerable<PlannedOperation> Operations(Step step)
        => step.Operations.Select(operation => operation with { Step = step.Vertex });

    private static StepGraph<Step> Graph(IEnumerable<Step> steps, IComparer<Step> tieBreak)
    {
        var merged = steps.Where(step => step.Operations.Count != 0).GroupBy(step => step.Vertex).Select(Merge).ToList();
        var members = merged.SelectMany(step => References(step.Vertex).Select(reference => (reference, step)))
            .ToLookup(pair => pair.reference, pair => pair.step);
        var graph = new StepGraph<Step>(tieBreak);
        foreach (var step in merged)
            graph.Add(step, after: step.After.SelectMany(Members), before: step.Before.SelectMany(Members));
        return graph;

        IEnumerable<Step> Members(StepReference reference) => members[reference];
    }

    private static Step Merge(IEnumerable<Step> steps)
    {
        var all = steps.ToList();
        return all[0] with
        {
            Operations = [.. all.SelectMany(step => step.Operations)],
            After = [.. all.SelectMany(step => step.After)],
            Before = [.. all.SelectMany(step => step.Before)],
        };
    }

    private static IEnumerable<StepReference> References(Vertex vertex)
        => vertex.Table is { } table
            ? [vertex, new StepSet(vertex.Phase, table), new StepSet(vertex.Phase, table, vertex.Kind)]
            : [vertex];
}
