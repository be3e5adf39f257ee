using System.Data.Common;
using System.Globalization;
using Autogen.Schema;
using Autogen.Upgrading;
using Autogen.Upgrading.Leasing;

namespace Autogen.Drivers.PostgreSql;

/// <summary>
/// Ends what a holder whose lease was taken over has left running outside of a transaction. It is found by the comment in front of its
/// statement, which is seen behind poolers, too.
/// https://www.postgresql.org/docs/current/functions-admin.html#FUNCTIONS-ADMIN-SIGNAL
/// </summary>
/// <param name="connection">The connection.</param>
/// <param name="table">The lock's SQL.</param>
/// <param name="lease">The lease that was taken over.</param>
/// <param name="patience">How long to wait.</param>
internal sealed class Predecessor(DbConnection connection, LeaseTable table, Lease lease, TimeSpan patience)
{
    private static readonly TimeSpan pause = TimeSpan.FromMilliseconds(100);
    private static readonly TimeSpan gentle = TimeSpan.FromSeconds(2);

    /// <summary>Ends its statements and waits until they are gone.</summary>
    /// <exception cref="AutogenException"><see cref="ErrorCode.StatementStillRuns"/>.</exception>
    public async Task EndAsync(CancellationToken cancellationToken)
    {
        var begun = lease.Now;
        await DisconnectIdleAsync(cancellationToken).ConfigureAwait(false);
        while (true)
        {
            var isGentle = lease.Now - begun < gentle;
            if (await EndRunningAsync(
                isGentle ? "pg_cancel_backend" : "pg_terminate_backend", cancellationToken).ConfigureAwait(false) is not { } process)
                return;
            if (lease.Now - begun > patience)
                throw StillRuns(
                    process, $"It did not end within {patience.TotalSeconds.ToString("0.#", CultureInfo.InvariantCulture)} seconds.", null);
            await Task.Delay(pause, cancellationToken).ConfigureAwait(false);
            if (lease.NeedsRenewal)
                await lease.RenewAsync(cancellationToken).ConfigureAwait(false);
        }
    }

    private string Where
        => "datname OPERATOR(pg_catalog.=) pg_catalog.current_database() AND pid OPERATOR(pg_catalog.<>) pg_catalog.pg_backend_pid() "
            + $"AND pg_catalog.strpos(query, '{table.TagStem}') OPERATOR(pg_catalog.=) 1 AND pg_catalog.strpos(query, "
            + $"'{table.Tag(lease.Fence)}') OPERATOR(pg_catalog.<>) 1 ";

    private async Task<string?> EndRunningAsync(string function, CancellationToken cancellationToken)
    {
        var process = await ScalarAsync(
            $"SELECT pid::pg_catalog.text FROM pg_catalog.pg_stat_activity WHERE {Where} AND state OPERATOR(pg_catalog.=) 'active' LIMIT 1",
            cancellationToken).ConfigureAwait(false);
        if (process is null)
            return null;
        try
        {
            await ScalarAsync(
                $"SELECT pg_catalog.count(pg_catalog.{function}(pid)) FROM pg_catalog.pg_stat_activity WHERE {Where} "
                    + "AND state OPERATOR(pg_catalog.=) 'active'",
                cancellationToken).ConfigureAwait(false);
        }
        catch (DbException exception) when (exception.SqlState == "42501")
        {
            throw StillRuns(process, $"This role may not end it: {Sentence.Ended(DatabaseErrors.FirstLine(exception))}", exception);
        }

        return process;
    }

    // A process that is stopped right before it sends its statement finds the connection closed when it goes on.
    private async Task DisconnectIdleAsync(CancellationToken cancellationToken)
    {
        try
        {
            await ScalarAsync(
                $"SELECT pg_catalog.count(pg_catalog.pg_terminate_backend(pid)) FROM pg_catalog.pg_stat_activity WHERE {Where} "
                    + "AND state OPERATOR(pg_catalog.<>) 'active'",
                cancellationToken).ConfigureAwait(false);
        }
        catch (DbException exception) when (exception.SqlState == "42501")
        {
            // Another role's. Its lease is over, and it renews before it sends.
        }
    }

    private async Task<string?> ScalarAsync(string sql, CancellationToken cancellationToken)
    {
        using var command = connection.CreateCommand();
        command.CommandText = sql;
        try
        {
            return Convert.ToString(
                await command.ExecuteScalarAsync(cancellationToken).ConfigureAwait(false),
                CultureInfo.InvariantCulture) is { Length: > 0 } text
                ? text
                : null;
        }
        catch (DbException exception) when (exception.SqlState is "42P01" or "42703" or "42883" or "0A000")
        {
            return null; // a server that does not tell what its sessions do
        }
    }

    private static AutogenException StillRuns(string process, string why, Exception? cause)
        => new(
            ErrorCode.StatementStillRuns,
            $"An upgrade that gave no sign of life has left a statement running outside of a transaction (process {process}). {why} "
            + $"End it as a role that may: SELECT pg_catalog.pg_terminate_backend({process}); then upgrade again.",
            cause);
}
