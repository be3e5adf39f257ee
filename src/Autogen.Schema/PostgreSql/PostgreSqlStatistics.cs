using System.Data.Common;
using System.Globalization;
using Autogen.Schema.Dialects;
using Autogen.Schema.Objects;
using Autogen.Schema.PostgreSql.Rows;
using Autogen.Schema.Statistics;

namespace Autogen.Schema.PostgreSql;

/// <summary>
/// Reads sizes and counters in one batch, and counts the rows of tables in as few statements as possible. Runs no code of the database's:
/// a table with policies for the role is estimated.
/// </summary>
internal static class PostgreSqlStatistics
{
    // 80 MB, read in a moment.
    private const long MostCountedPages = 10_000;
    private const int TablesAStatement = 200;

    private static readonly string[] queries = ["statistics_database", "statistics_extensions", "statistics", "statistics_indexes"];

    /// <summary>Reads them.</summary>
    public static async Task<DatabaseStatistics> ReadAsync(
        Dialect dialect, DbConnection connection, RowCounting counting, CancellationToken cancellationToken)
    {
        // One snapshot for sizes, estimates and counts.
        var transaction = await ReadOnlyTransaction.BeginAsync(connection, cancellationToken).ConfigureAwait(false);
        await using var ending = transaction.ConfigureAwait(false);
        var (statistics, found) = await CatalogueBatch.ReadAsync(
            connection, queries, results => ReadAsync(dialect, results, cancellationToken), cancellationToken).ConfigureAwait(false);
        var counted = found.Where(table => table.IsCountable && (counting == RowCounting.All || table.Pages <= MostCountedPages));
        var counts = new Dictionary<long, long>();
        foreach (var tables in counted.Chunk(TablesAStatement))
            await CountAsync(dialect, connection, tables, counts, cancellationToken).ConfigureAwait(false);
        return statistics with
        {
            Tables = [.. found.Select(table => counts.TryGetValue(table.Oid, out var rows)
                ? table.Statistics with { Rows = rows, IsEstimate = false }
                : table.Statistics)],
        };
    }

    private static async Task<(DatabaseStatistics Statistics, IReadOnlyList<FoundTable> Tables)> ReadAsync(
        Dialect dialect, CatalogueResults results, CancellationToken cancellationToken)
    {
        var database = (await results.NextAsync(
            item => new DatabaseStatistics
            {
                Provider = dialect.ShortName,
                ServerVersion = item.Text("version"),
                Database = item.Text("name"),
                Bytes = item.LongOrNull("bytes"),
            },
            cancellationToken).ConfigureAwait(false)).Single();
        var extensions = await results.NextAsync(
            item => new ExtensionVersion(item.Text("name"), item.Text("version")), cancellationToken).ConfigureAwait(false);
        var tables = await results.NextAsync(Found, cancellationToken).ConfigureAwait(false);
        var indexes = (await results.NextAsync(
            item => (
                Table: item.Long("table_oid"),
                Index: new IndexStatistics(
                    item.Text("name"), item.Bool("is_unique"), item.LongOrNull("bytes"), item.LongOrNull("scans"))),
            cancellationToken).ConfigureAwait(false)).ToLookup(item => item.Table, item => item.Index);
        return (database with { Extensions = extensions },
            [.. tables.Select(table => table with { Statistics = table.Statistics with { Indexes = [.. indexes[table.Oid]] } })]);
    }

    private static FoundTable Found(Row item) => new(
        item.Long("oid"),
        item.LongOrNull("pages") ?? 0,
        item.Bool("is_countable"),
        new TableStatistics
        {
            Schema = item.Text("schema"),
            Name = item.Text("name"),
            Rows = item.LongOrNull("row_estimate"),
            IsEstimate = true,
            HeapBytes = item.LongOrNull("heap_bytes"),
            ToastBytes = item.LongOrNull("toast_bytes"),
            IndexBytes = item.LongOrNull("index_bytes"),
            SequentialScans = item.LongOrNull("sequential_scans"),
            IndexScans = item.LongOrNull("index_scans"),
            DeadRows = item.LongOrNull("dead_rows"),
            LastVacuum = item.TextOrNull("last_vacuum"),
            LastAnalyze = item.TextOrNull("last_analyze"),
        });

    // ONLY: partitions and children have lines of their own.
    private static async Task CountAsync(
        Dialect dialect,
        DbConnection connection,
        IEnumerable<FoundTable> tables,
        Dictionary<long, long> counts,
        CancellationToken cancellationToken)
    {
        using var command = connection.CreateCommand();
        command.CommandText = string.Join(" UNION ALL ", tables.Select(table => string.Create(
            CultureInfo.InvariantCulture,
            $"SELECT {table.Oid}::pg_catalog.int8, pg_catalog.count(*) "
                + $"FROM ONLY {dialect.Quote(new ObjectName(table.Statistics.Schema, table.Statistics.Name))}")));
        command.CommandTimeout = 0; // as long as the user waits
        using var reader = await command.ExecuteReaderAsync(cancellationToken).ConfigureAwait(false);
        while (await reader.ReadAsync(cancellationToken).ConfigureAwait(false))
            counts[reader.GetInt64(0)] = reader.GetInt64(1);
    }

    private sealed record FoundTable(long Oid, long Pages, bool IsCountable, TableStatistics Statistics);
}
