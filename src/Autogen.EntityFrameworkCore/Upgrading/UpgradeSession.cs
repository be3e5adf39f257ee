using System.Data;
using System.Data.Common;
using System.Globalization;
using Autogen.Drivers;
using Autogen.Schema;
using Autogen.Schema.Dialects;
using Autogen.Schema.Objects;
using Autogen.Upgrading.Records;
using Microsoft.EntityFrameworkCore;

namespace Autogen.Upgrading;

/// <summary>
/// What the parts of an upgrade have in common: the connection and its transactions, and the tables in which is
/// written where the database is.
/// </summary>
internal sealed class UpgradeSession
{
    private readonly DbContext context;
    private UpgradeLock? upgradeLock;
    private bool hasUnfinished;

    /// <summary>For a context's database.</summary>
    public UpgradeSession(DbContext context, RevisionSet revisions, UpgradeOptions options, IUpgradeProgress progress)
    {
        this.context = context;
        Revisions = revisions;
        Options = options;
        Progress = progress;
        Driver = AllDrivers.Of(context);
        (VersionTable, Unfinished, Log) = TablesIn(Dialect.SchemaOf(options.VersionTableSchema));
    }

    /// <summary>The revisions.</summary>
    public RevisionSet Revisions { get; }

    /// <summary>The options of the upgrade.</summary>
    public UpgradeOptions Options { get; }

    /// <summary>Receives the progress.</summary>
    public IUpgradeProgress Progress { get; }

    /// <summary>What the upgrade needs of the database.</summary>
    public DatabaseDriver Driver { get; }

    /// <summary>The database's kind.</summary>
    public Dialect Dialect => Driver.Dialect;

    /// <summary>Where the database is.</summary>
    public VersionTable VersionTable { get; private set; }

    /// <summary>How far a revision has come that is more than one transaction.</summary>
    public UnfinishedTable Unfinished { get; private set; }

    /// <summary>What was done.</summary>
    public UpgradeLog Log { get; private set; }

    /// <summary>The connection, open.</summary>
    public DbConnection Connection => context.Database.GetDbConnection();

    /// <summary>The provider's name.</summary>
    public string Provider => context.Database.ProviderName!; // a relational context has one

    /// <summary>The revisions that the database is at.</summary>
    public Task<IReadOnlyList<string>> ReadVersionAsync(CancellationToken cancellationToken)
        => VersionTable.ReadAsync(Connection, null, cancellationToken);

    /// <summary>The revision that is not whole.</summary>
    public async Task<UnfinishedStep?> ReadUnfinishedAsync(CancellationToken cancellationToken)
    {
        var step = await Unfinished.ReadAsync(Connection, cancellationToken).ConfigureAwait(false);
        hasUnfinished = step is not null;
        return step;
    }

    /// <summary>What keeps others from upgrading. It is known once <see cref="ResolveAsync"/> has asked the database.</summary>
    public UpgradeLock Lock
        => upgradeLock ?? throw new InvalidOperationException("The database was not asked yet where its tables are.");

    /// <summary>
    /// Finds out in which schema the tables are that say where the database is. From then on they are addressed by it,
    /// whatever becomes of the search path.
    /// </summary>
    /// <exception cref="AutogenException"><see cref="ErrorCode.SchemaNotUsable"/>.</exception>
    public async Task ResolveAsync(CancellationToken cancellationToken)
    {
        if (upgradeLock is not null)
            return;
        (var schema, upgradeLock) = await Driver.Locks.ResolveAsync(this, cancellationToken).ConfigureAwait(false);
        (VersionTable, Unfinished, Log) = TablesIn(schema);
    }

    /// <summary>Finds it out once more: the schema that unqualified names mean has just been made.</summary>
    public Task ResolveAgainAsync(CancellationToken cancellationToken)
    {
        upgradeLock = null;
        return ResolveAsync(cancellationToken);
    }

    /// <summary>Begins a transaction; on SQLite once nobody else writes.</summary>
    /// <exception cref="Leasing.LeaseLostException">Another process has taken the upgrade over.</exception>
    public Task BeginAsync(CancellationToken cancellationToken) => Lock.BeginAsync(cancellationToken);

    /// <summary>Ends a transaction for good. It is not interrupted: afterwards nobody would know how it ended.</summary>
    public Task CommitAsync() => Lock.CommitAsync();

    /// <summary>Rolls back; no-op without a transaction or connection.</summary>
    public async Task RollBackAsync()
    {
        if (Connection.State != ConnectionState.Open)
            return;
        try
        {
            await ExecuteAsync("ROLLBACK", CancellationToken.None).ConfigureAwait(false);
        }
        catch (Exception exception) when (exception is DbException or InvalidOperationException or IOException)
        {
            // SQLite says so where there is no transaction any more; a broken connection rolls back by itself.
        }
    }

    /// <summary>Opens the connection again, if it was ended.</summary>
    public async Task ReconnectAsync(CancellationToken cancellationToken)
    {
        if (Connection.State == ConnectionState.Open)
            return;
        await Connection.CloseAsync().ConfigureAwait(false);
        await Connection.OpenAsync(cancellationToken).ConfigureAwait(false);
    }

    /// <summary>Remembers how far a revision has come, in the transaction that is open.</summary>
    /// <exception cref="AutogenException"><see cref="ErrorCode.VersionTableChanged"/>.</exception>
    public async Task SaveAsync(UnfinishedStep step, CancellationToken cancellationToken)
    {
        await ChangeAsync(Unfinished.SaveChanges(step, hasUnfinished), cancellationToken).ConfigureAwait(false);
        hasUnfinished = true;
    }

    /// <summary>Changes the books, in the transaction that is open and on a server in one round trip.</summary>
    /// <exception cref="AutogenException">
    /// <see cref="ErrorCode.VersionTableChanged"/>: somebody else has changed a row since it was read.
    /// </exception>
    public async Task ChangeAsync(IReadOnlyList<TableChange> changes, CancellationToken cancellationToken)
    {
        if (!Connection.CanCreateBatch)
        {
            foreach (var change in changes)
            {
                using var command = Connection.CreateCommand();
                command.CommandText = change.Sql;
                try
                {
                    change.Require(await command.ExecuteNonQueryAsync(cancellationToken).ConfigureAwait(false));
                }
                catch (DbException exception) when (change.IsDuplicate(exception))
                {
                    throw TableChange.Changed(exception);
                }
            }

            return;
        }

        using var batch = BatchOf(changes.Select(change => change.Sql));
        try
        {
            await batch.ExecuteNonQueryAsync(cancellationToken).ConfigureAwait(false);
        }
        catch (DbException exception)
            when (exception.BatchCommand is { } failed && changes[batch.BatchCommands.IndexOf(failed)].IsDuplicate(exception))
        {
            throw TableChange.Changed(exception);
        }

        foreach (var (change, index) in changes.Select((change, index) => (change, index)))
            change.Require(batch.BatchCommands[index].RecordsAffected);
    }

    /// <summary>Runs statements in one round trip, where the provider can.</summary>
    /// <returns>The row that the last one returns; <see langword="null"/> for none.</returns>
    public async Task<object?[]?> BatchRowAsync(IReadOnlyList<string> statements, CancellationToken cancellationToken)
    {
        if (!Connection.CanCreateBatch)
        {
            foreach (var sql in statements.SkipLast(1))
                await ExecuteAsync(sql, cancellationToken).ConfigureAwait(false);
            using var command = Connection.CreateCommand();
            command.CommandText = statements[^1];
            using var rows = await command.ExecuteReaderAsync(cancellationToken).ConfigureAwait(false);
            return await RowAsync(rows, cancellationToken).ConfigureAwait(false);
        }

        using var batch = BatchOf(statements);
        using var reader = await batch.ExecuteReaderAsync(cancellationToken).ConfigureAwait(false);
        return await RowAsync(reader, cancellationToken).ConfigureAwait(false);
    }

    /// <summary>Runs a statement, however long it takes: a COMMIT checks what was deferred, and waits for replicas.</summary>
    public async Task ExecuteAsync(string sql, CancellationToken cancellationToken)
    {
        using var command = Connection.CreateCommand();
        command.CommandText = sql;

        Driver.Statements.AllowAnyTime(command);
        await command.ExecuteNonQueryAsync(cancellationToken).ConfigureAwait(false);
    }

    /// <summary>The first column of a statement's first row; <see langword="null"/> for NULL and if none exists.</summary>
    public async Task<object?> ScalarAsync(string sql, CancellationToken cancellationToken)
    {
        using var command = Connection.CreateCommand();
        command.CommandText = sql;
        command.CommandTimeout = 0;
        return await command.ExecuteScalarAsync(cancellationToken).ConfigureAwait(false) is { } value and not DBNull ? value : null;
    }

    // Npgsql's reader passes over statements without a result.
    private static async Task<object?[]?> RowAsync(DbDataReader reader, CancellationToken cancellationToken)
    {
        object?[]? row = null;
        if (reader.FieldCount > 0 && await reader.ReadAsync(cancellationToken).ConfigureAwait(false))
            row = [.. Enumerable.Range(0, reader.FieldCount).Select(reader.GetValue)];

        // What comes after it may have failed.
        while (await reader.NextResultAsync(cancellationToken).ConfigureAwait(false))
        {
        }

        return row;
    }

    private DbBatch BatchOf(IEnumerable<string> statements)
    {
        var batch = Connection.CreateBatch();
        batch.Timeout = 0;
        foreach (var sql in statements)
        {
            var command = batch.CreateBatchCommand();
            command.CommandText = sql;
            batch.BatchCommands.Add(command);
        }

        return batch;
    }

    private (VersionTable Version, UnfinishedTable Unfinished, UpgradeLog Log) TablesIn(string? schema)
    {
        var name = new ObjectName(schema, Options.VersionTable);
        return (
            new VersionTable(Driver, name),
            new UnfinishedTable(Driver, name),
            new UpgradeLog(Driver, new ObjectName(schema, Options.LogTable)));
    }

    /// <summary>A time as the server's settings take it.</summary>
    public static string Milliseconds(TimeSpan time) => ((long)Math.Ceiling(time.TotalMilliseconds)).ToString(CultureInfo.InvariantCulture);
}
