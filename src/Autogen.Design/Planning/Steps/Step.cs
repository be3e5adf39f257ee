namespace Autogen.Design.Planning.Steps;

/// <summary>Operations that stay together, with what they must come after and before. What is not in the plan does not matter.</summary>
/// <param name="Vertex">The step's identity.</param>
/// <param name="Operations">The operations, in order.</param>
internal sealed record Step(Vertex Vertex, IReadOnlyList<PlannedOperation> Operations)
{
    /// <summary>Steps that must run before this one.</summary>
    public IReadOnlyList<StepReference> After { get; init; } = [];

    /// <summary>Steps that must run after this one.</summary>
    public IReadOnlyList<StepReference> Before { get; init; } = [];

    /// <summary>The place among steps of one kind and table, before the name: a column's place in its table.</summary>
    public int Ordinal { get; init; }
}
