using System.Data.Common;
using System.Diagnostics;
using System.Globalization;
using Autogen.Schema;
using Autogen.Upgrading;
using Autogen.Upgrading.Records;

namespace Autogen.Drivers.Sqlite;

/// <summary>
/// SQLite's own write lock: every revision begins with <c>BEGIN IMMEDIATE</c>, so one upgrade writes at a time, and whoever comes second
/// reads the version again. Nothing has to be held between revisions, and a crash leaves nothing behind.
/// </summary>
internal sealed class WriteLock(UpgradeSession session, TimeSpan timeout) : UpgradeLock
{
    private static readonly TimeSpan pause = TimeSpan.FromMilliseconds(50);

    /// <inheritdoc/>
    public override async Task AcquireAsync(CancellationToken cancellationToken)
    {
        await BeginAsync(cancellationToken).ConfigureAwait(false);
        await ExecuteAsync(session.Connection, "ROLLBACK", cancellationToken).ConfigureAwait(false);
    }

    /// <inheritdoc/>
    public override Task ReleaseAsync() => Task.CompletedTask;

    /// <summary>Begins a transaction that writes, once nobody else does.</summary>
    /// <exception cref="AutogenException"><see cref="ErrorCode.LockTimeout"/>.</exception>
    public override async Task BeginAsync(CancellationToken cancellationToken)
    {
        await ExecuteAsync(session.Connection, "PRAGMA busy_timeout = 0", cancellationToken).ConfigureAwait(false);
        await WaitAsync(session.Connection, "BEGIN IMMEDIATE", "writes to", cancellationToken).ConfigureAwait(false);
    }

    /// <summary>
    /// Commits, once nobody reads any more: without write-ahead logging, readers keep a writer from the file. The
    /// transaction stays open while it waits.
    /// </summary>
    /// <exception cref="AutogenException"><see cref="ErrorCode.LockTimeout"/>.</exception>
    public override async Task CommitAsync(IReadOnlyList<TableChange> changes, CancellationToken cancellationToken)
    {
        await session.ChangeAsync(changes, cancellationToken).ConfigureAwait(false);
        await WaitAsync(session.Connection, "COMMIT", "reads", CancellationToken.None).ConfigureAwait(false);
    }

    private async Task WaitAsync(DbConnection connection, string sql, string doing, CancellationToken cancellationToken)
    {
        var watch = Stopwatch.StartNew();
        for (var told = false; ; told = true)
        {
            try
            {
                await ExecuteAsync(connection, sql, cancellationToken).ConfigureAwait(false);
                return;
            }
            catch (DbException exception) when (DatabaseErrors.IsLockConflict(exception))
            {
                if (!told)
                    session.Progress.Waiting($"another process {doing} '{connection.DataSource}'");
                if (watch.Elapsed >= timeout)
                {
                    throw new AutogenException(
                        ErrorCode.LockTimeout,
                        string.Create(
                            CultureInfo.InvariantCulture,
                            $"'{connection.DataSource}' has been locked by another process, which {doing} it, for the "
                                + $"{timeout.TotalSeconds:0.#} seconds that were waited. ")
                        + "Run the command again when it has ended, or wait longer with --lock-timeout.",
                        exception);
                }

                await Task.Delay(pause, cancellationToken).ConfigureAwait(false);
            }
        }
    }

    private static async Task ExecuteAsync(DbConnection connection, string sql, CancellationToken cancellationToken)
    {
        using var command = connection.CreateCommand();
        command.CommandText = sql;
        command.CommandTimeout = 1;
        await command.ExecuteNonQueryAsync(cancellationToken).ConfigureAwait(false);
    }
}
