using System.Data.Common;
using System.Globalization;
using System.Text.RegularExpressions;
using Autogen.Schema.Dialects;

namespace Autogen.Drivers.PostgreSql;

/// <summary>Functions and operators are pg_catalog's, whatever the search path says.</summary>
internal sealed partial class PostgreSqlBackfills(Dialect dialect) : BackfillSql
{
    /// <inheritdoc/>
    protected override string Count => "pg_catalog.count(*)";

    /// <inheritdoc/>
    public override StringComparer ColumnNames => StringComparer.Ordinal;

    // PostgreSQL's documentation, 4.1.1.
#pragma warning disable CA1308 // Lower case it is.
#pragma warning restore CA1308

    /// <summary>The planner's estimate (the text of a plan), which scans nothing.</summary>
    public override string SizeSql(string rows) => $"EXPLAIN SELECT 1 FROM {rows}";

    /// <inheritdoc/>
    public override long Rows(object? size)
        => size is string plan && Estimate().Match(plan) is { Success: true } match
            ? long.Parse(match.Groups[1].Value, CultureInfo.InvariantCulture)
            : 0;

    /// <summary>
    /// A planner without statistics, or with a long range before it, would rather sort the table for each batch. The savepoint gives the
    /// settings back.
    /// </summary>
    public override string ByIndex(string query)
        => "SAVEPOINT autogen_batch; SET LOCAL enable_seqscan = off; SET LOCAL enable_bitmapscan = off; SET LOCAL enable_sort = off; "
            + $"{query}; ROLLBACK TO SAVEPOINT autogen_batch; RELEASE SAVEPOINT autogen_batch";

    /// <inheritdoc/>
    public override string KeyLiterals(IEnumerable<string> columns)
        => "pg_catalog.concat_ws(', ', "
            + $"{string.Join(", ", columns.Select(column => $"pg_catalog.quote_literal({column}::pg_catalog.text)"))})";

    /// <inheritdoc/>
    public override Task<string?> OperatorSchemaAsync(
        DbConnection connection, string table, IReadOnlyList<string> key, CancellationToken cancellationToken)
        => KeyOperators.SchemaAsync(connection, table, key, cancellationToken);

    /// <inheritdoc/>
    public override string Operator(string symbol, string? schema)
        => schema is null ? symbol : $"OPERATOR({dialect.Quote(schema)}.{symbol})";

    [GeneratedRegex(@"\brows=(\d+)", RegexOptions.CultureInvariant)]
    private static partial Regex Estimate();
}
