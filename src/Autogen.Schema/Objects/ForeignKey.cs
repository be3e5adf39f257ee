namespace Autogen.Schema.Objects;

/// <summary>A foreign key, as the table that holds it declares it.</summary>
public sealed record ForeignKey
{
    /// <summary>The constraint's name; <see langword="null"/> where SQLite's table gives it none.</summary>
    public required string? Name { get; init; }

    /// <summary>The referencing columns.</summary>
    public required EquatableList<string> Columns { get; init; }

    /// <summary>The table referred to.</summary>
    public required ObjectName PrincipalTable { get; init; }

    /// <summary>The columns referred to, in the order of <see cref="Columns"/>.</summary>
    public required EquatableList<string> PrincipalColumns { get; init; }

    /// <summary>What happens when the referenced row is deleted.</summary>
    public ForeignKeyAction OnDelete { get; init; }

    /// <summary>What happens when the referenced key is changed.</summary>
    public ForeignKeyAction OnUpdate { get; init; }

    /// <summary>When it is checked.</summary>
    public Deferrability Deferrability { get; init; }

    /// <summary>False for PostgreSQL's <c>NOT VALID</c>.</summary>
    public bool IsValidated { get; init; } = true;

    /// <summary>
    /// False for PostgreSQL 18's <c>NOT ENFORCED</c>: no row is ever checked, so that it is validated or not means nothing (and
    /// <see cref="IsValidated"/> is true).
    /// </summary>
    public bool IsEnforced { get; init; } = true;

    /// <summary>
    /// The index of the other table that a live key depends on (PostgreSQL's <c>conindid</c>): only when that one is
    /// dropped must the key be dropped, too.
    /// </summary>
    public Hint<string> RestsOn { get; init; }
}

/// <summary>The referential actions of the SQL standard.</summary>
public enum ForeignKeyAction
{
    /// <summary>Refused at the end of the statement; the default.</summary>
    NoAction,

    /// <summary>Refused at once.</summary>
    Restrict,

    /// <summary>Done to the referencing rows, too.</summary>
    Cascade,

    /// <summary>The referencing columns become NULL.</summary>
    SetNull,

    /// <summary>The referencing columns become their defaults.</summary>
    SetDefault,
}

/// <summary>When a constraint is checked.</summary>
public enum Deferrability
{
    /// <summary><c>NOT DEFERRABLE</c>; the default.</summary>
    NotDeferrable,

    /// <summary><c>DEFERRABLE INITIALLY IMMEDIATE</c>.</summary>
    InitiallyImmediate,

    /// <summary><c>DEFERRABLE INITIALLY DEFERRED</c>.</summary>
    InitiallyDeferred,
}
