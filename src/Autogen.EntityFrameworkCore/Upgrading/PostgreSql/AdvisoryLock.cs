using System.Data.Common;
using System.Diagnostics;
using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using Autogen.Schema;

namespace Autogen.Upgrading.PostgreSql;

/// <summary>
/// A session's advisory lock, taken by polling on the very session that runs the DDL: a waiter that is blocked in <c>pg_advisory_lock</c> deadlocks with
/// <c>CREATE INDEX CONCURRENTLY</c>. It goes with the session, so a crash leaves nothing behind.
/// </summary>
/// <param name="versionTable">The version table's quoted name: the lock is for it, in the connection's database.</param>
/// <param name="timeout">How long to wait.</param>
/// <param name="progress">Is told while waiting.</param>
internal sealed class AdvisoryLock(string versionTable, TimeSpan timeout, IUpgradeProgress progress) : UpgradeLock
{
    private static readonly TimeSpan pause = TimeSpan.FromMilliseconds(100);

    private readonly string key = BitConverter.ToInt64(SHA256.HashData(Encoding.UTF8.GetBytes("dotnet-autogen " + versionTable))).ToString(CultureInfo.InvariantCulture);

    /// <inheritdoc/>
    public override async Task AcquireAsync(DbConnection connection, CancellationToken cancellationToken)
    {
        var watch = Stopwatch.StartNew();
        var told = false;
        while (!await TryAsync(connection, cancellationToken).ConfigureAwait(false))
        {
            var holder = await HolderAsync(connection, cancellationToken).ConfigureAwait(false);
            if (!told)
                progress.Waiting(holder);
            told = true;
            if (watch.Elapsed >= timeout)
            {
                throw new AutogenException(
                    ErrorCode.LockTimeout,
                    string.Create(CultureInfo.InvariantCulture, $"Another upgrade has held the lock for the {timeout.TotalSeconds:0.#} seconds that were waited: {holder}. ")
                    + "Run the command again when it has ended, or wait longer with --lock-timeout.");
            }

            await Task.Delay(pause, cancellationToken).ConfigureAwait(false);
        }
    }

    /// <inheritdoc/>
    public override async Task ReleaseAsync(DbConnection connection)
    {
        if (connection.State != System.Data.ConnectionState.Open)
            return;
        using var command = connection.CreateCommand();
        command.CommandText = $"SELECT pg_advisory_unlock({key})";
        await command.ExecuteScalarAsync().ConfigureAwait(false);
    }

    private async Task<bool> TryAsync(DbConnection connection, CancellationToken cancellationToken)
    {
        using var command = connection.CreateCommand();
        command.CommandText = $"SELECT pg_try_advisory_lock({key})";
        return (bool)(await command.ExecuteScalarAsync(cancellationToken).ConfigureAwait(false))!;
    }

    private async Task<string> HolderAsync(DbConnection connection, CancellationToken cancellationToken)
    {
        using var command = connection.CreateCommand();
        // A key of 64 bits stands in pg_locks as two halves (classid, objid) with objsubid 1.
        command.CommandText =
            $"""
            SELECT format('process %s of %s at %s, connected since %s', a.pid, COALESCE(a.usename, 'another role'), COALESCE(host(a.client_addr), 'this machine'),
                          COALESCE(to_char(a.backend_start AT TIME ZONE 'UTC', 'YYYY-MM-DD HH24:MI:SS "UTC"'), 'an unknown time'))
            FROM pg_catalog.pg_locks l JOIN pg_catalog.pg_stat_activity a ON a.pid = l.pid
            WHERE l.locktype = 'advisory' AND l.granted AND l.objsubid = 1
              AND ((l.classid::bigint << 32) | l.objid::bigint) = {key}
              AND l.database = (SELECT oid FROM pg_catalog.pg_database WHERE datname = current_database())
            LIMIT 1
            """;
        return await command.ExecuteScalarAsync(cancellationToken).ConfigureAwait(false) as string ?? "a session that has just ended";
    }
}
