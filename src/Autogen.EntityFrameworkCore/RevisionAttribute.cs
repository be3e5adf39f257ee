namespace Autogen;

/// <summary>
/// Names a <see cref="Revision"/> and its place in the history. All arguments are constants: they are read from the source, too. What the
/// revision is about is in the class's documentation summary.
/// </summary>
/// <param name="id">12 hexadecimal digits by default; any text without <c>@ - + :</c> and white space.</param>
[AttributeUsage(AttributeTargets.Class, Inherited = false)]
public sealed class RevisionAttribute(string id) : Attribute
{
    /// <summary>The revision's id.</summary>
    public string Id { get; } = id;

    /// <summary>
    /// Names a revision, and its parents behind it: <c>[Revision("c", "a", "b")]</c>, or <c>[Revision("c", ["a", "b"])]</c>, a form that C#
    /// does not take for <see cref="Revises"/>.
    /// </summary>
    /// <param name="id">The id, as for the other constructor.</param>
    /// <param name="revises">The parents' ids.</param>
    public RevisionAttribute(string id, params string[]? revises)
        : this(id)
        => Revises = revises is { Length: > 0 } ? revises : null;

    /// <summary>
    /// The parent's id, a <see cref="string"/>; or a <c>string[]</c> of several (a merge); <see langword="null"/> for a first revision.
    /// </summary>
    public object? Revises { get; set; }

    /// <summary>When the revision was written: ISO 8601, UTC.</summary>
    public string? Created { get; set; }

    /// <summary>Branch labels: a <see cref="string"/> or a <c>string[]</c>.</summary>
    public object? Branch { get; set; }

    /// <summary>
    /// Ids or labels of revisions that must be applied before, without being parents: a <see cref="string"/> or a <c>string[]</c>.
    /// </summary>
    public object? DependsOn { get; set; }

    /// <summary>
    /// Whether the revision says what existed before the first revision, as <c>dotnet autogen adopt</c> writes it: the names in it are
    /// the database's, not given by a revision, so one that the model spells otherwise is no difference.
    /// </summary>
    public bool Adopted { get; set; }

    /// <summary>The format that the file was written in; its meaning never changes.</summary>
    public int Format { get; set; } = 1;
}
