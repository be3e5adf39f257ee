namespace Autogen.Design.Planning.Steps;

/// <summary>Operations that stay together, with what they must come after.</summary>
/// <param name="Vertex">The step's identity.</param>
/// <param name="Operations">The operations, in order.</param>
internal sealed record Step(Vertex Vertex, IReadOnlyList<PlannedOperation> Operations)
{
    /// <summary>Steps that must come before this one; those that are not in the plan are no matter.</summary>
    public IReadOnlyList<Vertex> After { get; init; } = [];

    /// <summary>The place among steps of one kind and table, before the name: a column's place in its table.</summary>
    public int Ordinal { get; init; }
}
