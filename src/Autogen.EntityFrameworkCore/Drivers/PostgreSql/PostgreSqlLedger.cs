using System.Data;
using System.Data.Common;
using Autogen.Schema;
using Autogen.Schema.Dialects;

namespace Autogen.Drivers.PostgreSql;

/// <summary>
/// The ledger as a table. A claim is a row that <c>FOR UPDATE SKIP LOCKED</c> has found, so no worker waits for another one.
/// </summary>
/// <param name="dialect">The database's kind.</param>
/// <param name="connection">An open connection that is the ledger's own.</param>
/// <param name="run">The name of the run.</param>
internal sealed class PostgreSqlLedger(Dialect dialect, DbConnection connection, string run) : FleetLedger(connection, run)
{
    private const string UniqueViolation = "23505";
    private const string DuplicateTable = "42P07";

    private LedgerSql? known;

    /// <inheritdoc/>
    public override async Task EnrolAsync(IReadOnlyList<LedgerEntry> entries, string target, CancellationToken cancellationToken)
    {
        var sql = await SqlAsync(cancellationToken).ConfigureAwait(false);
        await CreateAsync(sql, cancellationToken).ConfigureAwait(false);
        if (await OtherTargetAsync(sql, target, cancellationToken).ConfigureAwait(false) is { } other)
            throw Refusal(target, other);
        using var add = Command(sql.Add, ("run", Run), ("target", target));
        Add(add, "names", entries.Select(entry => entry.Name).ToArray());
        Add(add, "servers", entries.Select(entry => entry.Server).ToArray());
        Add(add, "waves", entries.Select(entry => entry.Wave).ToArray());
        Add(add, "positions", entries.Select(entry => entry.Position).ToArray());
        await add.ExecuteNonQueryAsync(cancellationToken).ConfigureAwait(false);
        using var again = Command(sql.TryFailedAgain, ("run", Run));
        await again.ExecuteNonQueryAsync(cancellationToken).ConfigureAwait(false);
    }

    /// <inheritdoc/>
    public override async Task<LedgerProgress> ReadProgressAsync(
        IReadOnlyCollection<string> unknown, CancellationToken cancellationToken)
    {
        var sql = await SqlAsync(cancellationToken).ConfigureAwait(false);
        using var command = Command(sql.Progress, ("run", Run));
        Add(command, "unknown", unknown.ToArray());
        using var reader = await command.ExecuteReaderAsync(cancellationToken).ConfigureAwait(false);
        await reader.ReadAsync(cancellationToken).ConfigureAwait(false);
        return new LedgerProgress(
            reader.IsDBNull(0) ? null : reader.GetInt32(0), reader.GetInt32(1), reader.IsDBNull(2) ? null : reader.GetInt32(2));
    }

    /// <inheritdoc/>
    public override async Task<LedgerClaim?> ClaimAsync(
        int wave, IReadOnlyCollection<string> servers, IReadOnlyCollection<string> unknown, CancellationToken cancellationToken)
    {
        var sql = await SqlAsync(cancellationToken).ConfigureAwait(false);
        var transaction = await Connection.BeginTransactionAsync(IsolationLevel.ReadCommitted, cancellationToken).ConfigureAwait(false);
        try
        {
            using var claim = Command(sql.Claim, ("run", Run), ("wave", wave));
            Add(claim, "servers", servers.ToArray());
            Add(claim, "unknown", unknown.ToArray());
            if (await claim.ExecuteScalarAsync(cancellationToken).ConfigureAwait(false) is string name)
            {
                await BePatientAsync(cancellationToken).ConfigureAwait(false);
                return new Claimed(this, sql, transaction, name);
            }
        }
        catch
        {
            await transaction.DisposeAsync().ConfigureAwait(false);
            throw;
        }

        await transaction.DisposeAsync().ConfigureAwait(false);
        return null;
    }

    /// <inheritdoc/>
    public override async Task<IReadOnlyList<LedgerRow>> ReadAsync(CancellationToken cancellationToken)
    {
        var sql = await SqlAsync(cancellationToken).ConfigureAwait(false);
        using var command = Command(sql.Rows, ("run", Run));
        using var reader = await command.ExecuteReaderAsync(cancellationToken).ConfigureAwait(false);
        var rows = new List<LedgerRow>();
        while (await reader.ReadAsync(cancellationToken).ConfigureAwait(false))
            rows.Add(new LedgerRow(
                reader.GetString(0), reader.GetString(1), (string[])reader.GetValue(2), Text(3), Text(4), Text(5)));
        return rows;

        string? Text(int ordinal) => reader.IsDBNull(ordinal) ? null : reader.GetString(ordinal);
    }

    // The transaction is idle for as long as the database's upgrade takes. The statement ends the query's portal, too, whose snapshot
    // CREATE INDEX CONCURRENTLY anywhere in the database would wait for.
    private async Task BePatientAsync(CancellationToken cancellationToken)
    {
        using var command = Command("SET LOCAL idle_in_transaction_session_timeout = 0");
        await command.ExecuteNonQueryAsync(cancellationToken).ConfigureAwait(false);
    }

    // The schema is asked for once: a search path that changes in between must not lead to another table.
    private async Task<LedgerSql> SqlAsync(CancellationToken cancellationToken)
    {
        if (known is not null)
            return known;
        using var command = Command("SELECT pg_catalog.current_schema()::pg_catalog.text");
        return known = new LedgerSql(dialect, await command.ExecuteScalarAsync(cancellationToken).ConfigureAwait(false) as string);
    }

    // Of two workers that create it at once, IF NOT EXISTS lets one fail.
    private async Task CreateAsync(LedgerSql sql, CancellationToken cancellationToken)
    {
        if (await ExistsAsync(cancellationToken).ConfigureAwait(false))
            return;
        try
        {
            using var create = Command(sql.Create);
            await create.ExecuteNonQueryAsync(cancellationToken).ConfigureAwait(false);
        }
        catch (DbException exception) when (exception.SqlState is UniqueViolation or DuplicateTable)
        {
            if (!await ExistsAsync(cancellationToken).ConfigureAwait(false))
                throw;
        }
    }

    private async Task<bool> ExistsAsync(CancellationToken cancellationToken)
        => (await OwnTable.FindAsync(Connection, transaction: null, schema: null, [TableName], cancellationToken).ConfigureAwait(false))
            .Count > 0;

    private async Task<string?> OtherTargetAsync(LedgerSql sql, string target, CancellationToken cancellationToken)
    {
        using var command = Command(sql.OtherTarget, ("run", Run), ("target", target));
        return await command.ExecuteScalarAsync(cancellationToken).ConfigureAwait(false) as string;
    }

    private AutogenException Refusal(string target, string other)
        => new(
            ErrorCode.FleetInvalid,
            $"The run '{Run}' of the ledger has another target: {other}, and this is {target}. "
                + "Give this one a name of its own (--ledger).");

    private DbCommand Command(string text, params (string Name, object Value)[] values)
    {
        var command = Connection.CreateCommand();
        command.CommandText = text;
        foreach (var (name, value) in values)
            Add(command, name, value);
        return command;
    }

    private static void Add(DbCommand command, string name, object value)
    {
        var parameter = command.CreateParameter();
        parameter.ParameterName = name;
        parameter.Value = value;
        command.Parameters.Add(parameter);
    }

    private sealed class Claimed(PostgreSqlLedger ledger, LedgerSql sql, DbTransaction transaction, string name) : LedgerClaim(name)
    {
        public override async Task CompleteAsync(LedgerRow outcome, CancellationToken cancellationToken)
        {
            using var command = ledger.Command(
                sql.Complete, ("run", ledger.Run), ("name", outcome.Name), ("state", outcome.State), ("worker", LeaseOwner.Text));
            Add(command, "current", outcome.Current.ToArray());
            Add(command, "code", (object?)outcome.Code ?? DBNull.Value);
            Add(command, "reason", (object?)outcome.Reason ?? DBNull.Value);
            await command.ExecuteNonQueryAsync(cancellationToken).ConfigureAwait(false);
            await transaction.CommitAsync(cancellationToken).ConfigureAwait(false);
        }

        public override ValueTask DisposeAsync() => transaction.DisposeAsync();
    }
}
