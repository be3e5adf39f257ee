using Autogen.Schema.Objects;

namespace Autogen;

/// <summary>Two texts that <see cref="IAutogenEnvironment.Compare"/> may call one.</summary>
public sealed record FacetComparison
{
    /// <summary>
    /// What has the texts: a <see cref="ObjectKind.Column"/>, a <see cref="ObjectKind.CheckConstraint"/> or an
    /// <see cref="ObjectKind.Index"/>.
    /// </summary>
    public required ObjectKind Kind { get; init; }

    /// <summary>The table's schema; <see langword="null"/> for the default one.</summary>
    public string? Schema { get; init; }

    /// <summary>The table, as the model calls it.</summary>
    public required string Table { get; init; }

    /// <summary>The column, constraint or index, as the model calls it.</summary>
    public string? Name { get; init; }

    /// <summary>
    /// What the texts are: of a column <c>Type</c>, <c>Default</c> or <c>Generated</c> (EF Core's computed SQL); of a check constraint
    /// <c>Expression</c>; of an index any member of its record but its name and its storage parameters: <c>Parts</c>, <c>IsUnique</c>,
    /// <c>Filter</c> …
    /// </summary>
    public required string Facet { get; init; }

    /// <summary>The text of the database, as it renders it; <see langword="null"/> for none.</summary>
    public string? InDatabase { get; init; }

    /// <summary>The text of the model, as it was written; a type in the database's spelling; <see langword="null"/> for none.</summary>
    public string? InModel { get; init; }
}

/// <summary>What <see cref="IAutogenEnvironment.Compare"/> answers.</summary>
public enum ComparisonAnswer
{
    /// <summary>The tool is to decide itself.</summary>
    Undecided,

    /// <summary>They are one: there is nothing to do.</summary>
    Same,

    /// <summary>They differ, and it matters: operations are made.</summary>
    Different,
}
