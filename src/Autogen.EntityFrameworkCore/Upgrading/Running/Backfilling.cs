using System.Globalization;
using Autogen.Drivers;
using Autogen.Operations;
using Autogen.Schema.Dialects;
using Autogen.Schema.Objects;
using Autogen.Schema.Sql;
using Autogen.Upgrading.Scripting;

namespace Autogen.Upgrading.Running;

/// <summary>
/// The SQL of a backfill. A batch is a range of keys; keys are compared as row values and written as untyped literals, which take the
/// columns' types. The end of a range is found by the key alone: a filter in that search would scan the table for every batch.
/// https://www.postgresql.org/docs/current/functions-comparisons.html#ROW-WISE-COMPARISON, https://www.sqlite.org/rowvalue.html
/// </summary>
internal sealed class Backfilling(BackfillOperation operation, DatabaseDriver driver)
{
    private readonly Dialect dialect = driver.Dialect;
    private readonly string table = driver.Dialect.Quote(new ObjectName(operation.Schema, operation.Table));
    private readonly string keys = string.Join(", ", operation.Key.Select(driver.Dialect.Quote));

    /// <summary>The table's name as SQL.</summary>
    public string Table => table;

    /// <summary>The schema of the operators that compare keys; <see langword="null"/> to leave it to the search path.</summary>
    public string? OperatorSchema { get; set; }

    /// <summary>All of it in one statement, for scripts.</summary>
    public string WholeSql
        => SqlComment.Line(string.Create(
            CultureInfo.InvariantCulture,
            $"Backfill, here in one statement; 'dotnet autogen upgrade' does it in batches of {operation.BatchSize} rows."))
            + $"UPDATE {table} SET {operation.Set}{Where(Filter)}";

    /// <summary>Number of rows to change behind a key. Scans the table.</summary>
    public string CountSql(string? after) => driver.Backfills.CountSql($"{table}{Where([.. Range(after, null), .. Filter])}");

    /// <summary>Number of rows behind a key, changed or not, as cheaply as the database can tell.</summary>
    public string SizeSql(string? after) => driver.Backfills.SizeSql($"{table}{Where(Range(after, null))}");

    /// <summary>The last key of a range of so many rows behind a key, as SQL in one text; no row where fewer are left.</summary>
    public string EndSql(string? after, long rows) => driver.Backfills.ByIndex(LastSql(Range(after, null), rows));

    /// <summary>The key of the last row that a batch may change in a range; no row where the range has fewer rows to change.</summary>
    public string LimitSql(string? after, string? last) => LastSql([.. Range(after, last), .. Filter], operation.BatchSize);

    /// <summary>Changes the rows of a range.</summary>
    public string BatchSql(string? after, string? last) => $"UPDATE {table} SET {operation.Set}{Where([.. Range(after, last), .. Filter])}";

    /// <summary>Whether a column is one of the key's.</summary>
    public bool IsKey(string column) => operation.Key.Contains(column, driver.Backfills.ColumnNames);

    /// <summary>A row, where one has NULL in one of these columns.</summary>
    public string NullSql(IEnumerable<string> columns)
        => $"SELECT 1 FROM {table} WHERE {string.Join(" OR ", columns.Select(column => dialect.Quote(column) + " IS NULL"))} LIMIT 1";

    private IEnumerable<string> Filter => operation.Where is { } where ? [where] : [];

    // PostgreSQL guesses that a row value's range has a ninth of the rows, and scans the table; a range of one column, with
    // both ends, it takes for small.
    private IEnumerable<string> Range(string? after, string? last)
    {
        if (after is not null)
            yield return $"({keys}) {Compared(">")} ({after})";
        if (last is not null)
            yield return $"({keys}) {Compared("<=")} ({last})";
        if (operation.Key.Count == 1)
            yield break;
        var first = dialect.Quote(operation.Key[0]);
        if (after is not null)
            yield return $"{first} {Compared(">=")} {FirstLiteral(after)}";
        if (last is not null)
            yield return $"{first} {Compared("<=")} {FirstLiteral(last)}";
    }

    private string LastSql(IEnumerable<string> conditions, long rows)
        => string.Create(
            CultureInfo.InvariantCulture,
            $"SELECT {driver.Backfills.KeyLiterals(operation.Key.Select(dialect.Quote))} FROM {table}{Where(conditions)} ")
            + string.Create(CultureInfo.InvariantCulture, $"ORDER BY {keys} LIMIT 1 OFFSET {rows - 1}");

    private string Compared(string comparison) => driver.Backfills.Operator(comparison, OperatorSchema);

    private static string Where(IEnumerable<string> conditions)
        => string.Join(" AND ", conditions.Select(condition => $"({condition})")) is { Length: > 0 } all ? " WHERE " + all : "";

    // Keys are literals, as the database quotes them, with commas between.
    private string FirstLiteral(string key)
        => SqlLexer.Read(key, dialect.Syntax).FirstOrDefault(token => token.IsMark(",")) is { Text: not null } comma
            ? key[..comma.Start]
            : key;
}
