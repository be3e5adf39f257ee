namespace Autogen.Operations;

/// <summary>Changes a column's type by a conversion of its values, which EF Core's operation can't express.</summary>
public sealed class AlterColumnTypeOperation : ColumnStatementOperation
{
    /// <summary>The new store type.</summary>
    public required string Type { get; init; }

    /// <summary>The new type's collation; <see langword="null"/> for the type's own.</summary>
    public string? Collation { get; init; }

    /// <summary>The collation's schema; <see langword="null"/> where it is found without.</summary>
    public string? CollationSchema { get; init; }

    /// <summary>SQL that makes a new value of the old row; <see langword="null"/> for the database's own conversion.</summary>
    public string? Conversion { get; init; }

    /// <summary>Whether the session's time zone is UTC during the conversion: times with and without a zone depend on it.</summary>
    public bool InUtc { get; init; }
}

/// <summary>Sets a column's default, and nothing else of it.</summary>
public sealed class SetDefaultOperation : ColumnStatementOperation
{
    /// <summary>The default, as SQL.</summary>
    public required string Sql { get; init; }
}

/// <summary>Drops a column's default.</summary>
public sealed class DropDefaultOperation : ColumnStatementOperation
{
}

/// <summary>Gives rows that have no value in a column one.</summary>
public sealed class FillColumnOperation : ColumnStatementOperation
{
    /// <summary>The value, as SQL.</summary>
    public required string Value { get; init; }
}

/// <summary>Converts the values of a column where they are.</summary>
public sealed class ConvertColumnOperation : ColumnStatementOperation
{
    /// <summary>SQL that makes a new value of the old row.</summary>
    public required string Value { get; init; }
}

/// <summary>Makes a generated column an ordinary one, with the values that it has.</summary>
public sealed class DropExpressionOperation : ColumnStatementOperation
{
}

/// <summary>
/// Makes a generated column an ordinary one with the values that it has, where the server can't drop its expression: another column takes
/// its place and its name.
/// </summary>
public sealed class ReplaceGeneratedColumnOperation : ColumnStatementOperation
{
    /// <summary>The store type.</summary>
    public required string Type { get; init; }

    /// <summary>The collation; <see langword="null"/> for the type's own.</summary>
    public string? Collation { get; init; }

    /// <summary>The collation's schema; <see langword="null"/> where it is found without.</summary>
    public string? CollationSchema { get; init; }

    /// <summary>The new column's name until the old one is dropped.</summary>
    public required string TemporaryName { get; init; }

    /// <summary>Whether it may be NULL.</summary>
    public bool Nullable { get; init; }

    /// <summary>The comment; <see langword="null"/> for none.</summary>
    public string? Comment { get; init; }
}
