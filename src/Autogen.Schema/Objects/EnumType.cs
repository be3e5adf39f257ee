namespace Autogen.Schema.Objects;

/// <summary>A PostgreSQL enumerated type.</summary>
/// <param name="Name">The type's name.</param>
/// <param name="Labels">The labels in their sort order.</param>
public sealed record EnumType(ObjectName Name, EquatableList<string> Labels);
