using System.Data;
using System.Data.Common;
using System.Globalization;
using Autogen.Schema;
using Autogen.Upgrading;
using Autogen.Upgrading.Leasing;

namespace Autogen.Drivers.PostgreSql;

/// <summary>
/// The lock's row in the database. Every call is one statement without an open transaction, so a process that is stopped in between holds
/// nothing.
/// </summary>
/// <param name="table">Its SQL.</param>
/// <param name="connection">The connection.</param>
/// <param name="schema">The table's schema as SQL, which is created if it is missing.</param>
/// <param name="owner">Who takes the lease, for people.</param>
/// <param name="settings">What the server takes.</param>
internal sealed class LeaseStore(LeaseTable table, DbConnection connection, string schema, string owner, ServerSettings settings)
    : ILeaseStore
{
    private const int Attempts = 50;

    /// <inheritdoc/>
    public async Task<LeaseRow> ReadAsync(CancellationToken cancellationToken)
    {
        for (var attempt = 1; ; attempt++)
        {
            try
            {
                if (await ReadRowAsync(cancellationToken).ConfigureAwait(false) is { } row)
                    return row;
                await CreateAsync(cancellationToken).ConfigureAwait(false);
            }
            catch (DbException exception) when (attempt < Attempts && exception.SqlState is "42P01" or "3F000")
            {
                await CreateAsync(cancellationToken).ConfigureAwait(false);
            }
        }
    }

    /// <inheritdoc/>
    public async Task<long?> TakeAsync(LeaseRow seen, string holder, CancellationToken cancellationToken)
    {
        try
        {
            if (settings.SkipsLocked)
                return await ScalarAsync(
                    table.TakeSql(seen.Fence, seen.Beat, holder, owner, skipsLocked: true), cancellationToken).ConfigureAwait(false)
                    as long?;
        }
        catch (DbException exception) when (ServerSettings.IsRefused(exception))
        {
            settings.SkipsLocked = false;
        }
        catch (DbException exception) when (DatabaseErrors.IsLockConflict(exception))
        {
            return null;
        }

        return await TakeWaitingAsync(seen, holder, cancellationToken).ConfigureAwait(false);
    }

    /// <inheritdoc/>
    public async Task<bool> RenewAsync(string holder, long fence, CancellationToken cancellationToken)
        => await ScalarAsync(table.RenewSql(holder, fence), cancellationToken).ConfigureAwait(false) is not null;

    /// <inheritdoc/>
    public Task ReleaseAsync(string holder, long fence, CancellationToken cancellationToken)
        => ScalarAsync(table.ReleaseSql(holder, fence), cancellationToken);

    /// <summary>
    /// Extends the lease in a statement that names it in <c>pg_stat_activity</c>: whoever takes over ends this session before it can send
    /// anything else.
    /// </summary>
    public async Task<bool> RenewTaggedAsync(string holder, long fence, CancellationToken cancellationToken)
        => await ScalarAsync(table.Tag(fence) + table.RenewSql(holder, fence), cancellationToken).ConfigureAwait(false) is not null;

    // Without SKIP LOCKED the row of a transaction that runs is waited for, though not for long: CREATE INDEX CONCURRENTLY waits for
    // everybody who waits.
    private async Task<long?> TakeWaitingAsync(LeaseRow seen, string holder, CancellationToken cancellationToken)
    {
        try
        {
            await ExecuteAsync("BEGIN", cancellationToken).ConfigureAwait(false);
            if (settings.TakesLockTimeout)
                await ExecuteAsync("SET LOCAL lock_timeout = 100", cancellationToken).ConfigureAwait(false);
            var fence = await ScalarAsync(
                table.TakeSql(seen.Fence, seen.Beat, holder, owner, skipsLocked: false), cancellationToken).ConfigureAwait(false) as long?;
            await ExecuteAsync("COMMIT", cancellationToken).ConfigureAwait(false);
            return fence;
        }
        catch (DbException exception) when (DatabaseErrors.IsLockConflict(exception))
        {
            await ExecuteAsync("ROLLBACK", cancellationToken).ConfigureAwait(false);
            return null;
        }
    }

    // CREATE … IF NOT EXISTS of two starters at once fails for one of them: with unique_violation in the catalogue, duplicate_table, or an
    // internal error (XX000: tuple concurrently updated).
    private async Task CreateAsync(CancellationToken cancellationToken)
    {
        for (var attempt = 1; ; attempt++)
        {
            try
            {
                await CreateOnceAsync(cancellationToken).ConfigureAwait(false);
                return;
            }
            catch (DbException exception)
                when (attempt < Attempts && exception.SqlState is "23505" or "42P07" or "42710" or "XX000" or "40001" or "42P01")
            {
                await Task.Delay(TimeSpan.FromMilliseconds(Random.Shared.Next(5, 50)), cancellationToken).ConfigureAwait(false);
            }
            catch (DbException exception) when (attempt < Attempts && exception.SqlState is "3F000")
            {
                await CreateSchemaAsync(cancellationToken).ConfigureAwait(false);
            }
        }
    }

    // In one transaction: an engine that has no such transactions is found out before anything is changed.
    private async Task CreateOnceAsync(CancellationToken cancellationToken)
    {
        try
        {
            foreach (var sql in table.CreateSql.Prepend("BEGIN").Append("COMMIT"))
                await ExecuteAsync(sql, cancellationToken).ConfigureAwait(false);
        }
        catch (DbException exception) when (connection.State == ConnectionState.Open)
        {
            await ExecuteAsync("ROLLBACK", CancellationToken.None).ConfigureAwait(false);
            if (exception.SqlState != "0A000")
                throw;
            throw new AutogenException(
                ErrorCode.ServerNotSupported,
                $"The server does not change tables and rows in one transaction ({DatabaseErrors.FirstLine(exception)}), "
                + "so a revision and its row of the version table can't be applied together: this engine is not supported. "
                + "Nothing was changed.",
                exception);
        }
    }

    private async Task CreateSchemaAsync(CancellationToken cancellationToken)
    {
        try
        {
            await ExecuteAsync($"CREATE SCHEMA IF NOT EXISTS {schema}", cancellationToken).ConfigureAwait(false);
        }
        catch (DbException exception) when (exception.SqlState is "23505" or "42P06" or "XX000")
        {
            // Another starter has created it.
        }
    }

    private async Task<LeaseRow?> ReadRowAsync(CancellationToken cancellationToken)
    {
        using var command = Command(table.ReadSql);
        using var reader = await command.ExecuteReaderAsync(cancellationToken).ConfigureAwait(false);
        if (!await reader.ReadAsync(cancellationToken).ConfigureAwait(false))
            return null;
        return new LeaseRow(
            reader.GetString(0),
            Convert.ToInt64(reader.GetValue(1), CultureInfo.InvariantCulture),
            Convert.ToInt64(reader.GetValue(2), CultureInfo.InvariantCulture),
            $"{reader.GetString(3)}, since {reader.GetString(4)}",
            reader.GetBoolean(5));
    }

    private async Task ExecuteAsync(string sql, CancellationToken cancellationToken)
    {
        using var command = Command(sql);
        await command.ExecuteNonQueryAsync(cancellationToken).ConfigureAwait(false);
    }

    private async Task<object?> ScalarAsync(string sql, CancellationToken cancellationToken)
    {
        using var command = Command(sql);
        return await command.ExecuteScalarAsync(cancellationToken).ConfigureAwait(false);
    }

    private DbCommand Command(string sql)
    {
        var command = connection.CreateCommand();
        command.CommandText = sql;
        command.CommandTimeout = 0;
        return command;
    }
}
