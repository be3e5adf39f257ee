using Autogen.Design.Planning;
using Autogen.Rendering;

namespace Autogen.Design.Rendering;

/// <summary>All that a revision's file says.</summary>
internal sealed record RevisionFile
{
    /// <summary>The new revision's id.</summary>
    public required string Id { get; init; }

    /// <summary>The parents' ids; empty for a first revision.</summary>
    public required IReadOnlyList<string> Revises { get; init; }

    /// <summary>What it is about, as the user typed it; any characters, perhaps several lines.</summary>
    public required string Message { get; init; }

    /// <summary>When, in UTC.</summary>
    public required DateTimeOffset Created { get; init; }

    /// <summary>The namespace of the class.</summary>
    public required string Namespace { get; init; }

    /// <summary>The forward operations.</summary>
    public required IReadOnlyList<PlannedOperation> Upgrade { get; init; }

    /// <summary>The backward operations.</summary>
    public required IReadOnlyList<PlannedOperation> Downgrade { get; init; }

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

    /// <summary>The class's name where it is given; else one after the message.</summary>
    public string? ClassName { get; init; }

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

    /// <summary>What the file says of the revision itself.</summary>
    public RevisionHeader Header => new()
    {
        Id = Id,
        Revises = Revises,
        Message = Message,
        Created = Created,
        Namespace = Namespace,
        Labels = Labels,
        DependsOn = DependsOn,
        TakenClassNames = TakenClassNames,
        Remarks = Remarks,
        IsAdopted = IsAdopted,
        GivenClassName = ClassName,
        Slug = Slug,
        NamePattern = NamePattern,
        Number = Number,
        Lines = Lines,
        Usings = Usings,
    };
}
