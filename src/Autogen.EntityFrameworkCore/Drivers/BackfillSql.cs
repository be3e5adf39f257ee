using System.Data.Common;
using System.Globalization;

namespace Autogen.Drivers;

/// <summary>What the SQL of a backfill needs of the database.</summary>
internal abstract class BackfillSql
{
    /// <summary>The number of rows, as an SQL expression.</summary>
    protected virtual string Count => "count(*)";

    /// <summary>How names of columns compare.</summary>
    public abstract StringComparer ColumnNames { get; }

    /// <summary>Number of rows. Scans them.</summary>
    /// <param name="rows">The table with a condition: what follows FROM.</param>
    public string CountSql(string rows) => $"SELECT {Count} FROM {rows}";

    /// <summary>The same as cheaply as the database can: a count that reads an index, or an estimate.</summary>
    public virtual string SizeSql(string rows) => CountSql(rows);

    /// <summary>Number of rows in the answer to <see cref="SizeSql"/>.</summary>
    public virtual long Rows(object? size) => Convert.ToInt64(size, CultureInfo.InvariantCulture);

    /// <summary>A query for the end of a range, which must read the key's index.</summary>
    public virtual string ByIndex(string query) => query;

    /// <summary>A row's key as SQL literals, separated by a comma and a blank, as an SQL expression.</summary>
    /// <param name="columns">The key's columns as SQL.</param>
    public abstract string KeyLiterals(IEnumerable<string> columns);

    /// <summary>
    /// The schema of the operators that compare keys; <see langword="null"/> where they are found by their symbols alone.
    /// </summary>
    public virtual Task<string?> OperatorSchemaAsync(
        DbConnection connection, string table, IReadOnlyList<string> key, CancellationToken cancellationToken)
        => Task.FromResult<string?>(null);

    /// <summary>A comparison operator of a schema.</summary>
    public virtual string Operator(string symbol, string? schema) => symbol;
}
