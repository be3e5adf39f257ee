using Autogen.Schema.Objects;

namespace Autogen.Graph;

/// <summary>A revision as the graph sees it: ids only.</summary>
/// <param name="Id">The revision's id.</param>
/// <param name="Revises">The parents' ids, in the order written; empty for a first revision.</param>
internal sealed record RevisionNode(string Id, EquatableList<string> Revises)
{
    /// <summary>Ids or labels of revisions that must be applied before.</summary>
    public EquatableList<string> DependsOn { get; init; }

    /// <summary>Branch labels.</summary>
    public EquatableList<string> Labels { get; init; }

    /// <summary>What the revision is about; empty where nothing was said.</summary>
    public string Message { get; init; } = "";

    /// <summary>When it was written: ISO 8601, UTC, or <see langword="null"/>.</summary>
    public string? Created { get; init; }

    /// <summary>Where it comes from, for messages: a file's path relative to the project, or a type's name.</summary>
    public string Source { get; init; } = "";
}
