namespace Autogen;

/// <summary>What a new revision is called, for <see cref="IAutogenEnvironment.Name"/>.</summary>
/// <param name="id">The revision's id.</param>
/// <param name="message">What it is about.</param>
public sealed class RevisionNaming(string id, string message)
{
    /// <summary>The revision's id; it can't be changed.</summary>
    public string Id { get; } = id;

    /// <summary>
    /// What the revision is about: the class's documentation, and, unless they are given, what the class and the file are named after.
    /// </summary>
    public string Message { get; set; } = message;

    /// <summary>
    /// The class's name: a legal identifier that no other revision has; <see langword="null"/> for one after <see cref="Message"/>.
    /// </summary>
    public string? ClassName { get; set; }

    /// <summary>
    /// The text after the id in the file's name, in any characters (they are made lower-case ASCII words);
    /// <see langword="null"/> for <see cref="Message"/>.
    /// </summary>
    public string? Slug { get; set; }
}
