using Autogen.Schema.Objects;

namespace Autogen.Design.Planning.Steps;

/// <summary>Steps that another step names: a <see cref="Vertex"/> is one step, a <see cref="StepSet"/> any number of them.</summary>
internal abstract record StepReference;

/// <summary>All steps of one phase on one table and its parts.</summary>
/// <param name="Phase">The phase.</param>
/// <param name="Table">The table, as in <see cref="Vertex.Table"/>.</param>
/// <param name="Kind">The kind of object; <see langword="null"/> for all kinds.</param>
internal sealed record StepSet(Phase Phase, ObjectName Table, ObjectKind? Kind = null) : StepReference;
