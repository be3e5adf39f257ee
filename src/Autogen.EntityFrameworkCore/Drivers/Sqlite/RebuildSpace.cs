using System.Data.Common;
using System.Globalization;
using Autogen.Schema.Sql;
using Autogen.Schema;
using Autogen.Schema.Objects;
using Autogen.Upgrading;

namespace Autogen.Drivers.Sqlite;

/// <summary>
/// The space that a rebuild needs beside the table: a copy of it, and with write-ahead logging the copy's pages in the log, too.
/// https://www.sqlite.org/wal.html
/// </summary>
/// <param name="connection">The database.</param>
/// <param name="freeSpace">Free bytes of the file system that a file is on; <see langword="null"/> if unknown.</param>
internal sealed class RebuildSpace(DbConnection connection, Func<string, long?> freeSpace)
{
    // Below that no warning is needed.
    private const long Large = 100L << 20;

    /// <summary>Free bytes of the file system that a file is on.</summary>
    public static long? FreeSpace(string file)
    {
        try
        {
            return new DriveInfo(Path.GetDirectoryName(Path.GetFullPath(file))!).AvailableFreeSpace; // a file is in a folder
        }
        catch (Exception exception)
            when (exception is IOException or UnauthorizedAccessException or ArgumentException or NotSupportedException)
        {
            return null;
        }
    }

    /// <summary>What there is to say before tables are rebuilt; <see langword="null"/> where they are small.</summary>
    /// <exception cref="AutogenException"><see cref="ErrorCode.RevisionFailed"/>: the file system has less than a table needs.</exception>
    public async Task<string?> CheckAsync(string revision, IEnumerable<string> tables, CancellationToken cancellationToken)
    {
        if (connection.DataSource is not { Length: > 0 } file || !File.Exists(file))
            return null;
        var page = await NumberAsync("PRAGMA page_size", cancellationToken).ConfigureAwait(false) ?? 0;
        var unused = page * (await NumberAsync("PRAGMA freelist_count", cancellationToken).ConfigureAwait(false) ?? 0);
        var whole = (page * (await NumberAsync("PRAGMA page_count", cancellationToken).ConfigureAwait(false) ?? 0)) - unused;
        var free = freeSpace(file);
        if (whole < Large && (free is null || free > 2 * whole))
            return null;

        // The pages that a table gives back serve the next one.
        var isLogged = string.Equals(
            await TextAsync("PRAGMA journal_mode", cancellationToken).ConfigureAwait(false), "wal", StringComparison.OrdinalIgnoreCase);
        var names = tables.Distinct(StringComparer.OrdinalIgnoreCase).ToList();
        var atMost = Needed(whole);
        foreach (var table in names)
        {
            var size = await PagesAsync(table, cancellationToken).ConfigureAwait(false)
                ?? (free < atMost ? await ContentAsync(table, cancellationToken).ConfigureAwait(false) : null);
            if (size is { } bytes && free < Needed(bytes))
            {
                throw new AutogenException(
                    ErrorCode.RevisionFailed,
                    $"Revision {revision} rebuilds table '{table}', which needs {Size(Needed(bytes))} of free space beside '{file}', and "
                        + $"the file system has {Size(free.Value)}. Nothing of it was done. Make room, and upgrade again.");
            }
        }

        return names.Count == 0 || (whole < Large && free >= atMost)
            ? null
            : $"Revision {revision} rebuilds {(names.Count == 1 ? "table" : "tables")} '{string.Join("', '", names)}', which needs up to "
                + $"{Size(atMost)} of free space beside '{file}'{(free is { } current ? $"; the file system has {Size(current)}" : "")}.";

        long Needed(long size) => Math.Max(0, (isLogged ? 2 * size : size) - unused);
    }

    // A library without the dbstat table tells no size of one table: https://www.sqlite.org/dbstat.html
    private async Task<long?> PagesAsync(string table, CancellationToken cancellationToken)
    {
        try
        {
            return await NumberAsync(
                $"SELECT COALESCE(sum(pgsize), 0) FROM dbstat WHERE name = {SqlQuote.Text(table)} COLLATE "
                    + "NOCASE AND aggregate = 1",
                cancellationToken).ConfigureAwait(false);
        }
        catch (DbException)
        {
            return null;
        }
    }

    // What texts and bytes have at least; other values are small. Read only where it may not fit.
    private async Task<long?> ContentAsync(string table, CancellationToken cancellationToken)
    {
        if (await new SqliteColumns().ReadAsync(
            connection, new ObjectName(table), cancellationToken).ConfigureAwait(false) is not { } columns)
            return null;
        var sizes = columns.Columns.Keys.Select(SqlQuote.Name).Select(column =>
            $"CASE typeof({column}) WHEN 'text' THEN length(CAST({column} AS BLOB)) WHEN 'blob' THEN length({column}) ELSE 0 END");
        return await NumberAsync(
            $"SELECT sum({string.Join(" + ", sizes)}) FROM {SqlQuote.Name(table)}", cancellationToken).ConfigureAwait(false);
    }

    private async Task<long?> NumberAsync(string sql, CancellationToken cancellationToken)
    {
        using var command = connection.CreateCommand();
        command.CommandText = sql;
        return await command.ExecuteScalarAsync(cancellationToken).ConfigureAwait(false) is { } value and not DBNull
            ? Convert.ToInt64(value, CultureInfo.InvariantCulture)
            : null;
    }

    private async Task<string?> TextAsync(string sql, CancellationToken cancellationToken)
    {
        using var command = connection.CreateCommand();
        command.CommandText = sql;
        return await command.ExecuteScalarAsync(cancellationToken).ConfigureAwait(false) as string;
    }

    /// <summary>Bytes for people.</summary>
    public static string Size(long bytes)
        => bytes >= 1L << 30
            ? string.Create(CultureInfo.InvariantCulture, $"{bytes / (double)(1L << 30):0.0} GB")
            : string.Create(CultureInfo.InvariantCulture, $"{Math.Ceiling(bytes / (double)(1L << 20)):0} MB");
}
