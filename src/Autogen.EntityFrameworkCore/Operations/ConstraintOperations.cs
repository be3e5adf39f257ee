using Autogen.Schema.Objects;

namespace Autogen.Operations;

/// <summary>Renames a constraint; EF Core would drop it and build it again.</summary>
public sealed class RenameConstraintOperation : TableStatementOperation
{
    /// <summary>The constraint's current name.</summary>
    public required string Name { get; init; }

    /// <summary>The constraint's new name.</summary>
    public required string NewName { get; init; }
}

/// <summary>Checks a constraint that was added as <c>NOT VALID</c> against the rows that existed before it.</summary>
public sealed class ValidateConstraintOperation : TableStatementOperation
{
    /// <summary>The constraint.</summary>
    public required string Name { get; init; }
}

/// <summary>Changes when a foreign key is checked.</summary>
public sealed class AlterConstraintOperation : TableStatementOperation
{
    /// <summary>The constraint.</summary>
    public required string Name { get; init; }

    /// <summary>When it is checked.</summary>
    public required Deferrability Deferrability { get; init; }
}

/// <summary>Creates an index of what EF Core's operation can't express: expressions, and parts with more than a direction.</summary>
public sealed class CreateExpressionIndexOperation : TableStatementOperation
{
    /// <summary>The index.</summary>
    public required string Name { get; init; }

    /// <summary>The parts, as SQL: <c>lower("Name") DESC</c>, <c>"Path" text_pattern_ops</c>.</summary>
    public required IReadOnlyList<string> Parts { get; init; }

    /// <summary>Whether no two rows may have the same values.</summary>
    public bool Unique { get; init; }

    /// <summary>The access method; <see langword="null"/> for the server's default.</summary>
    public string? Method { get; init; }

    /// <summary>Columns that the index holds besides; <see langword="null"/> for none.</summary>
    public IReadOnlyList<string>? Include { get; init; }

    /// <summary>Whether NULLs count as equal.</summary>
    public bool NullsNotDistinct { get; init; }

    /// <summary>Storage parameters, as SQL: <c>fillfactor = '70'</c>; <see langword="null"/> for none.</summary>
    public IReadOnlyList<string>? With { get; init; }

    /// <summary>The condition that rows of the index fulfil, as SQL; <see langword="null"/> for all rows.</summary>
    public string? Where { get; init; }

    /// <summary>Whether it is built while others write, outside the revision's transaction.</summary>
    public bool Concurrently { get; init; }
}
