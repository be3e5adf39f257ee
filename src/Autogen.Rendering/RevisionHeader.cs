namespace Autogen.Rendering;

/// <summary>
/// What a revision's file says of the revision itself, apart from its operations. Knows nothing of EF Core: the face
/// writes empty revisions with it.
/// </summary>
internal sealed record RevisionHeader
{
    /// <summary>The revision's id.</summary>
    public required string Id { get; init; }

    /// <summary>The parents' ids; empty for a first revision.</summary>
    public required IReadOnlyList<string> Revises { get; init; }

    /// <summary>What it is about, as the user typed it; any characters, perhaps several lines.</summary>
    public required string Message { get; init; }

    /// <summary>Time of creation.</summary>
    public required DateTimeOffset Created { get; init; }

    /// <summary>The namespace of the class; empty for none.</summary>
    public required string Namespace { get; init; }

    /// <summary>Branch labels.</summary>
    public IReadOnlyList<string> Labels { get; init; } = [];

    /// <summary>Ids or labels of revisions that must be applied before.</summary>
    public IReadOnlyList<string> DependsOn { get; init; } = [];

    /// <summary>
    /// Simple names of types that the namespace, or one around it, holds already: two revisions may have one message, but not one class
    /// name, and an application's own <c>Revision</c> must not be taken for ours.
    /// </summary>
    public IReadOnlyCollection<string> TakenClassNames { get; init; } = [];

    /// <summary>Lines of the documentation below the summary; empty for none.</summary>
    public IReadOnlyList<string> Remarks { get; init; } = [];

    /// <summary>Whether it says what existed before the first revision.</summary>
    public bool IsAdopted { get; init; }

    /// <summary>The class's name where it is given; it must be one that <see cref="FileNamer.IsFree"/>.</summary>
    public string? GivenClassName { get; init; }

    /// <summary>What the file is named after, where that is not the message.</summary>
    public string? Slug { get; init; }

    /// <summary>How the file is named.</summary>
    public FileNamePattern NamePattern { get; init; } = FileNamePattern.Default;

    /// <summary>The revision's number among the others, for a file's name that has it.</summary>
    public int Number { get; init; } = 1;

    /// <summary>Lines above everything: comments and preprocessor directives.</summary>
    public IReadOnlyList<string> Lines { get; init; } = [];

    /// <summary>Namespaces that are imported although nothing that is rendered needs them.</summary>
    public IReadOnlyList<string> Usings { get; init; } = [];

    /// <summary>The name of the class.</summary>
    public string ClassName => GivenClassName ?? FileNamer.ClassName(Id, Message, TakenClassNames);

    /// <summary>The name of the file, without a folder.</summary>
    public string FileName => NamePattern.FileName(Id, Slug ?? Message, Created, Number);
}
