namespace Autogen.Schema.Dialects;

/// <summary>
/// What a database has, and what it can alter in place. A capability that is missing is a fact about the database, never a gap of the tool.
/// </summary>
public sealed record Capabilities
{
    /// <summary>Schemas (namespaces).</summary>
    public required bool Schemas { get; init; }

    /// <summary>Sequences.</summary>
    public required bool Sequences { get; init; }

    /// <summary>Enumerated types.</summary>
    public required bool EnumTypes { get; init; }

    /// <summary>Extensions.</summary>
    public required bool Extensions { get; init; }

    /// <summary>Comments on tables and columns.</summary>
    public required bool Comments { get; init; }

    /// <summary>Whether an index has a method, operator classes, included columns and an order of NULLs.</summary>
    public required bool IndexMethods { get; init; }

    /// <summary>Whether constraints and columns can be altered in place; else the table is rebuilt when the revision runs.</summary>
    public required bool AltersInPlace { get; init; }

    /// <summary>Whether a generated column has a declared type and nullability of its own (EF Core gives it none on SQLite).</summary>
    public required bool GeneratedColumnsAreTyped { get; init; }

    /// <summary>Whether the database has a name for every constraint.</summary>
    public required bool ConstraintsAreNamed { get; init; }
}
