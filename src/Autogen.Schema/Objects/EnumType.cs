namespace Autogen.Schema.Objects;

/// <summary>A PostgreSQL enumerated type.</summary>
/// <param name="Name">The type's name.</param>
/// <param name="Labels">The labels in their sort order.</param>
public sealed record EnumType(ObjectName Name, EquatableList<string> Labels)
{
    /// <summary>The labels of a model's type that the database has under another name, as the user said.</summary>
    public Hint<EquatableList<LabelRename>> Renames { get; init; }
}

/// <summary>A label of an enumerated type that has another name in the model.</summary>
/// <param name="Old">The label in the database.</param>
/// <param name="New">The label in the model.</param>
public sealed record LabelRename(string Old, string New);
