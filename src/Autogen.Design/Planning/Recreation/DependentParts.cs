using Autogen.Schema.Objects;

namespace Autogen.Design.Planning.Recreation;

/// <summary>Which parts of a table to recreate.</summary>
/// <param name="Indexes">Whether an index.</param>
/// <param name="Checks">Whether a check.</param>
/// <param name="Keys">Whether a key or a foreign key of these columns.</param>
internal sealed record DependentParts(
    Func<TableIndex, bool> Indexes, Func<CheckConstraint, bool> Checks, Func<EquatableList<string>, bool> Keys)
{
    /// <summary>Whether foreign keys of such columns, too.</summary>
    public bool WithForeignKeys { get; init; } = true;
}
