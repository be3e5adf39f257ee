using Autogen.Schema.Objects;

namespace Autogen.Schema.Sqlite;

/// <summary>
/// A constraint as a table's text has it: behind a column or by itself; with its own text, which keeps what is not
/// understood (conflict clauses).
/// </summary>
/// <param name="Kind">What it is.</param>
/// <param name="Raw">Its text, with <c>CONSTRAINT name</c> where it has that.</param>
internal sealed record SqliteClause(SqliteClauseKind Kind, string Raw)
{
    /// <summary>The constraint's name.</summary>
    public string? Name { get; init; }

    /// <summary>The columns of a key or a foreign key; empty behind a column.</summary>
    public EquatableList<string> Columns { get; init; }

    /// <summary>The expression of a check, a default or a generated column, without parentheses; a collation's name.</summary>
    public string Expression { get; init; } = "";

    /// <summary>Whether a primary key is <c>AUTOINCREMENT</c>, or a generated column <c>STORED</c>.</summary>
    public bool Flag { get; init; }

    /// <summary>What follows <c>ON CONFLICT</c>, in upper case; <see langword="null"/> for nothing.</summary>
    public string? Conflict { get; init; }

    /// <summary>
    /// A key's directions and collations, by column: <c>DESC</c>, <c>COLLATE NOCASE</c>; a column without any is not in it.
    /// </summary>
    public EquatableList<string> KeyOptions { get; init; }

    /// <summary>What follows <c>MATCH</c> in a foreign key; <see langword="null"/> for nothing.</summary>
    public string? Match { get; init; }

    /// <summary>What a foreign key refers to and does; its own columns and name are not in it.</summary>
    public ForeignKey? Reference { get; init; }
}

/// <summary>The kinds of constraint.</summary>
internal enum SqliteClauseKind
{
    /// <summary><c>PRIMARY KEY</c>.</summary>
    PrimaryKey,

    /// <summary><c>NOT NULL</c>.</summary>
    NotNull,

    /// <summary><c>NULL</c>, which says nothing.</summary>
    Null,

    /// <summary><c>UNIQUE</c>.</summary>
    Unique,

    /// <summary><c>CHECK</c>.</summary>
    Check,

    /// <summary><c>DEFAULT</c>.</summary>
    Default,

    /// <summary><c>COLLATE</c>.</summary>
    Collate,

    /// <summary><c>REFERENCES</c> or <c>FOREIGN KEY</c>.</summary>
    ForeignKey,

    /// <summary><c>GENERATED ALWAYS AS</c>.</summary>
    Generated,
}
