using System.Data.Common;
using Autogen.Schema.Dialects;
using Autogen.Schema.Objects;
using Autogen.Schema.Sql;
using Autogen.Schema.Sqlite.Rows;
using Autogen.Schema.Statistics;

namespace Autogen.Schema.Sqlite;

/// <summary>
/// Counts rows, and adds up pages where the library has the <c>dbstat</c> table
/// (https://www.sqlite.org/dbstat.html). SQLite counts no scans.
/// </summary>
internal static class SqliteStatistics
{
    /// <summary>Reads them.</summary>
    public static async Task<DatabaseStatistics> ReadAsync(Dialect dialect, DbConnection connection, CancellationToken cancellationToken)
    {
        var objects = await SqliteReader.ReadObjectsAsync(connection, cancellationToken).ConfigureAwait(false);
        var sizes = await SizesAsync(connection, cancellationToken).ConfigureAwait(false);
        var page = await NumberAsync(connection, "PRAGMA page_size", cancellationToken).ConfigureAwait(false);
        var tables = new List<TableStatistics>();
        foreach (var table in objects.Where(stored => stored.Type == "table").OrderBy(stored => stored.Name, StringComparer.Ordinal))
            tables.Add(await TableAsync(dialect, connection, table, sizes, cancellationToken).ConfigureAwait(false));
        return new DatabaseStatistics
        {
            Provider = dialect.ShortName,
            ServerVersion = connection.ServerVersion,
            Database = Path.GetFileName(connection.DataSource) is { Length: > 0 } name ? name : "memory",
            Bytes = await NumberAsync(connection, "PRAGMA page_count", cancellationToken).ConfigureAwait(false) * page,
            FreeBytes = await NumberAsync(connection, "PRAGMA freelist_count", cancellationToken).ConfigureAwait(false) * page,
            Tables = tables,
        };
    }

    private static async Task<TableStatistics> TableAsync(
        Dialect dialect,
        DbConnection connection,
        StoredObject table,
        Dictionary<string, long>? sizes,
        CancellationToken cancellationToken)
    {
        var indexes = new List<IndexStatistics>();
        using (var command = connection.CreateCommand())
        {
            command.CommandText = $"SELECT name, \"unique\" FROM pragma_index_list({SqlQuote.Text(table.Name)}) ORDER BY name";
            using var reader = await command.ExecuteReaderAsync(cancellationToken).ConfigureAwait(false);
            while (await reader.ReadAsync(cancellationToken).ConfigureAwait(false))
                indexes.Add(new IndexStatistics(reader.GetString(0), reader.GetInt64(1) == 1, SizeOf(reader.GetString(0)), Scans: null));
        }

        // A module answers for a virtual table, and may do anything.
        var isVirtual = SqliteReader.IsVirtual(table);
        return new TableStatistics
        {
            Name = table.Name,
            Rows = isVirtual
                ? null
                : await NumberAsync(
                    connection, $"SELECT count(*) FROM {dialect.Quote(new ObjectName(table.Name))}", cancellationToken)
                        .ConfigureAwait(false),
            HeapBytes = isVirtual ? null : SizeOf(table.Name),
            IndexBytes = sizes is null ? null : indexes.Sum(index => index.Bytes ?? 0),
            Indexes = indexes,
        };

        long? SizeOf(string name) => sizes is not null && sizes.TryGetValue(name, out var bytes) ? bytes : null;
    }

    // null where the library was built without it.
    private static async Task<Dictionary<string, long>?> SizesAsync(DbConnection connection, CancellationToken cancellationToken)
    {
        try
        {
            using var command = connection.CreateCommand();
            command.CommandText = "SELECT name, pgsize FROM dbstat WHERE aggregate = TRUE";
            using var reader = await command.ExecuteReaderAsync(cancellationToken).ConfigureAwait(false);
            var sizes = new Dictionary<string, long>(StringComparer.OrdinalIgnoreCase);
            while (await reader.ReadAsync(cancellationToken).ConfigureAwait(false))
                sizes[reader.GetString(0)] = reader.GetInt64(1);
            return sizes;
        }
        catch (DbException exception) when (exception.Message.Contains("no such table: dbstat", StringComparison.Ordinal))
        {
            return null;
        }
    }

    private static async Task<long> NumberAsync(DbConnection connection, string sql, CancellationToken cancellationToken)
    {
        using var command = connection.CreateCommand();
        command.CommandText = sql;
        command.CommandTimeout = 0; // as long as the user waits
        return (long)(await command.ExecuteScalarAsync(cancellationToken).ConfigureAwait(false))!; // each returns one number
    }
}
