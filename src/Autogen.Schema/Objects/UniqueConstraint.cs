namespace Autogen.Schema.Objects;

/// <summary>A unique constraint (not a unique index: to a database they are different objects).</summary>
/// <param name="Name">The constraint's name; <see langword="null"/> where SQLite's table gives it none.</param>
/// <param name="Columns">The columns in key order.</param>
public sealed record UniqueConstraint(string? Name, EquatableList<string> Columns)
{
    /// <summary>When it is checked.</summary>
    public Deferrability Deferrability { get; init; }

    /// <summary>False for PostgreSQL 15's <c>NULLS NOT DISTINCT</c>.</summary>
    public bool NullsDistinct { get; init; } = true;
}
