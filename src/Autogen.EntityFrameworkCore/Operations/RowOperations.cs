namespace Autogen.Operations;

/// <summary>
/// Inserts rows of <c>HasData</c> whose values EF Core's operation can't hold: of enumerated types, arrays, or read from a database.
/// </summary>
public sealed class InsertRowsOperation : TableStatementOperation
{
    /// <summary>The columns.</summary>
    public required IReadOnlyList<string> Columns { get; init; }

    /// <summary>The rows; each has a value, as SQL, for every column.</summary>
    public required IReadOnlyList<IReadOnlyList<string>> Rows { get; init; }

    /// <summary>Whether an identity column that is generated always takes the values that are given.</summary>
    public bool OverridingSystemValue { get; init; }
}

/// <summary>Updates a row of <c>HasData</c> whose values EF Core's operation can't hold.</summary>
public sealed class UpdateRowOperation : RowByKeyOperation
{
    /// <summary>The columns that are set.</summary>
    public required IReadOnlyList<string> Columns { get; init; }

    /// <summary>The new values, as SQL.</summary>
    public required IReadOnlyList<string> Values { get; init; }
}

/// <summary>Deletes a row of <c>HasData</c> whose key EF Core's operation can't hold.</summary>
public sealed class DeleteRowOperation : RowByKeyOperation
{
}

/// <summary>An operation on one row.</summary>
public abstract class RowByKeyOperation : TableStatementOperation
{
    /// <summary>The columns of the key.</summary>
    public required IReadOnlyList<string> KeyColumns { get; init; }

    /// <summary>The key's values, as SQL.</summary>
    public required IReadOnlyList<string> KeyValues { get; init; }

    /// <summary>
    /// Columns of the key whose equality operator is not the server's own (<c>citext</c>): it is found on the search path.
    /// <see langword="null"/> for none.
    /// </summary>
    public IReadOnlyList<string>? ForeignOperators { get; init; }
}
