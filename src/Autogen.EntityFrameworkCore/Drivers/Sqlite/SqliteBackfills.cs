namespace Autogen.Drivers.Sqlite;

/// <summary>Names compare without case.</summary>
internal sealed class SqliteBackfills : BackfillSql
{
    /// <inheritdoc/>
    public override StringComparer ColumnNames => StringComparer.OrdinalIgnoreCase;

    /// <summary>quote() gives an integer as an integer in earlier versions of SQLite.</summary>
    public override string KeyLiterals(IEnumerable<string> columns)
        => string.Join(" || ', ' || ", columns.Select(column => $"CAST(quote({column}) AS TEXT)"));
}
