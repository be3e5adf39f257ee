using System.Globalization;
using Autogen.Operations;
using Autogen.Schema.Dialects;
using Autogen.Schema.Objects;

namespace Autogen.Upgrading;

/// <summary>
/// The SQL of a backfill. A batch is the rows behind the last key, as many as it may have, in the key's order; keys are compared as row values and written as
/// untyped literals, which take the columns' types. https://www.postgresql.org/docs/current/functions-comparisons.html#ROW-WISE-COMPARISON, https://www.sqlite.org/rowvalue.html
/// </summary>
internal sealed class Backfilling(BackfillOperation operation, Dialect dialect)
{
    private readonly string table = dialect.Quote(new ObjectName(operation.Schema, operation.Table));
    private readonly string keys = string.Join(", ", operation.Key.Select(dialect.Quote));

    /// <summary>All of it in one statement, for scripts.</summary>
    public string WholeSql
        => SqlComment.Line(string.Create(CultureInfo.InvariantCulture, $"Backfill, here in one statement; 'dotnet autogen upgrade' does it in batches of {operation.BatchSize} rows."))
            + $"UPDATE {table} SET {operation.Set}{Where(operation.Where is { } where ? [where] : [])}";

    /// <summary>How many rows are left behind a key.</summary>
    public string CountSql(string? after) => $"SELECT count(*) FROM {table}{Where(Conditions(after, null))}";

    /// <summary>The last row of the next batch: one text, the key as SQL; no row where fewer rows than a batch are left.</summary>
    public string LastSql(string? after)
        => string.Create(
            CultureInfo.InvariantCulture,
            $"SELECT {string.Join(" || ', ' || ", operation.Key.Select(Literal))} FROM {table}{Where(Conditions(after, null))} ORDER BY {keys} LIMIT 1 OFFSET {operation.BatchSize - 1}");

    /// <summary>Changes the rows of a batch.</summary>
    public string BatchSql(string? after, string? last) => $"UPDATE {table} SET {operation.Set}{Where(Conditions(after, last))}";

    /// <summary>Whether a column is one of the key's.</summary>
    public bool IsKey(string column) => operation.Key.Contains(column, dialect.Capabilities.Schemas ? StringComparer.Ordinal : StringComparer.OrdinalIgnoreCase);

    /// <summary>A row, where one has NULL in its key.</summary>
    public string NullSql => $"SELECT 1 FROM {table} WHERE {string.Join(" OR ", operation.Key.Select(column => dialect.Quote(column) + " IS NULL"))} LIMIT 1";

    private IEnumerable<string> Conditions(string? after, string? last)
    {
        if (after is not null)
            yield return $"({keys}) > ({after})";
        if (last is not null)
            yield return $"({keys}) <= ({last})";
        if (operation.Where is { } where)
            yield return where;
    }

    private static string Where(IEnumerable<string> conditions)
        => string.Join(" AND ", conditions.Select(condition => $"({condition})")) is { Length: > 0 } all ? " WHERE " + all : "";

    // quote() gives an integer as an integer in earlier versions of SQLite.
    private string Literal(string column)
        => dialect.Capabilities.Schemas ? $"quote_literal({dialect.Quote(column)}::text)" : $"CAST(quote({dialect.Quote(column)}) AS TEXT)";
}
