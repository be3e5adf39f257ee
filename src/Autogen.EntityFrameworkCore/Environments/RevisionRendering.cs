namespace Autogen;

/// <summary>What the file of a new revision gets in addition, for <see cref="IAutogenEnvironment.Render"/>.</summary>
/// <param name="id">The revision's id.</param>
public sealed class RevisionRendering(string id)
{
    /// <summary>The revision's id.</summary>
    public string Id { get; } = id;

    /// <summary>
    /// Lines at the top of the file, each a comment or a preprocessor directive: <c>// Reviewed by the database team.</c>,
    /// <c>#pragma warning disable CA1506</c>.
    /// </summary>
    public IList<string> Header { get; } = [];

    /// <summary>Namespaces that are imported: <c>MyCompany.Migrations</c>.</summary>
    public IList<string> Usings { get; } = [];
}
