using Autogen.Schema.Objects;

namespace Autogen.Design.Planning.Steps;

/// <summary>The identity of a step, by which other steps say what they come after.</summary>
/// <param name="Phase">What is done.</param>
/// <param name="Kind">To what kind of object.</param>
/// <param name="Table">
/// The object's table under its target name (a removed table: its own); <see langword="null"/> for what belongs to none.
/// </param>
/// <param name="Name">The object's name within the table, or its name.</param>
internal sealed record Vertex(Phase Phase, ObjectKind Kind, ObjectName? Table, string Name) : StepReference
{
    /// <summary>The step on a table itself.</summary>
    public static Vertex OfTable(Phase phase, ObjectName table) => new(phase, ObjectKind.Table, table, "");

    /// <summary>The step on something that lives in a schema but is no table.</summary>
    public static Vertex Of(Phase phase, ObjectKind kind, ObjectName name) => new(phase, kind, null, name.ToString());

    /// <inheritdoc/>
    public override string ToString()
        => $"{Phase} {Kind} {(Table is null ? Name : Name.Length == 0 ? Table.ToString() : $"{Table}.{Name}")}";
}
