using System.Data;
using System.Data.Common;
using System.Globalization;
using Autogen.Schema.Dialects;
using Autogen.Schema.Objects;
using Autogen.Upgrading.Sqlite;
using Microsoft.EntityFrameworkCore;

namespace Autogen.Upgrading;

/// <summary>What the parts of an upgrade have in common: the connection and its transactions, and the tables in which is written where the database is.</summary>
internal sealed class UpgradeSession
{
    private readonly DbContext context;

    /// <summary>For a context's database.</summary>
    public UpgradeSession(DbContext context, RevisionSet revisions, UpgradeOptions options, IUpgradeProgress progress)
    {
        this.context = context;
        Revisions = revisions;
        Options = options;
        Progress = progress;
        Dialect = AllDialects.ForProvider(context.Database.ProviderName);
        var schema = Dialect.Capabilities.Schemas ? options.VersionTableSchema : null;
        var name = new ObjectName(schema, options.VersionTable);
        VersionTable = new VersionTable(Dialect, name);
        Unfinished = new UnfinishedTable(Dialect, name);
        Log = new UpgradeLog(Dialect, new ObjectName(schema, options.LogTable));
    }

    /// <summary>The revisions.</summary>
    public RevisionSet Revisions { get; }

    /// <summary>How it is done.</summary>
    public UpgradeOptions Options { get; }

    /// <summary>Is told how it goes on.</summary>
    public IUpgradeProgress Progress { get; }

    /// <summary>The database's kind.</summary>
    public Dialect Dialect { get; }

    /// <summary>Where the database is.</summary>
    public VersionTable VersionTable { get; }

    /// <summary>How far a revision has come that is more than one transaction.</summary>
    public UnfinishedTable Unfinished { get; }

    /// <summary>What was done.</summary>
    public UpgradeLog Log { get; }

    /// <summary>The connection, open.</summary>
    public DbConnection Connection => context.Database.GetDbConnection();

    /// <summary>The provider's name.</summary>
    public string Provider => context.Database.ProviderName!; // a relational context has one

    /// <summary>Whether the database is PostgreSQL, not SQLite.</summary>
    public bool IsServer => Dialect.Capabilities.AltersInPlace;

    /// <summary>The revisions that the database is at.</summary>
    public Task<IReadOnlyList<string>> ReadVersionAsync(CancellationToken cancellationToken) => VersionTable.ReadAsync(Connection, null, cancellationToken);

    /// <summary>The revision that is not whole.</summary>
    public Task<UnfinishedStep?> ReadUnfinishedAsync(CancellationToken cancellationToken) => Unfinished.ReadAsync(Connection, cancellationToken);

    /// <summary>Begins a transaction; on SQLite once nobody else writes.</summary>
    public async Task BeginAsync(CancellationToken cancellationToken)
    {
        if (!IsServer)
        {
            await WriteLock.BeginAsync(Connection, Options.LockTimeout, Progress, cancellationToken).ConfigureAwait(false);
            return;
        }

        await ExecuteAsync("BEGIN", cancellationToken).ConfigureAwait(false);
        if (Options.LockAttempt > TimeSpan.Zero)
            await ExecuteAsync($"SET LOCAL lock_timeout = {Milliseconds(Options.LockAttempt)}", cancellationToken).ConfigureAwait(false);
        if (Options.StatementTimeout is { } timeout)
            await ExecuteAsync($"SET LOCAL statement_timeout = {Milliseconds(timeout)}", cancellationToken).ConfigureAwait(false);
    }

    /// <summary>Ends a transaction for good. It is not interrupted: afterwards nobody would know how it ended.</summary>
    public Task CommitAsync()
        => IsServer ? ExecuteAsync("COMMIT", CancellationToken.None) : WriteLock.CommitAsync(Connection, Options.LockTimeout, Progress);

    /// <summary>Ends a transaction as if it had not been; where there is none, or the connection is lost, nothing.</summary>
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

    /// <summary>Remembers how far a revision has come, in the transaction that is open.</summary>
    public async Task SaveAsync(UnfinishedStep step, CancellationToken cancellationToken)
    {
        foreach (var sql in Unfinished.SaveSql(step))
            await ExecuteAsync(sql, cancellationToken).ConfigureAwait(false);
    }

    /// <summary>Runs a statement, however long it takes: a COMMIT checks what was deferred, and waits for replicas.</summary>
    public async Task ExecuteAsync(string sql, CancellationToken cancellationToken)
    {
        using var command = Connection.CreateCommand();
        command.CommandText = sql;

        // To SQLite's driver a time is how long it waits for others.
        if (IsServer)
            command.CommandTimeout = 0;
        await command.ExecuteNonQueryAsync(cancellationToken).ConfigureAwait(false);
    }

    /// <summary>The first column of a statement's first row; <see langword="null"/> for NULL and where there is none.</summary>
    public async Task<object?> ScalarAsync(string sql, CancellationToken cancellationToken)
    {
        using var command = Connection.CreateCommand();
        command.CommandText = sql;
        command.CommandTimeout = 0;
        return await command.ExecuteScalarAsync(cancellationToken).ConfigureAwait(false) is { } value and not DBNull ? value : null;
    }

    /// <summary>A time as the server's settings take it.</summary>
    public static string Milliseconds(TimeSpan time) => ((long)Math.Ceiling(time.TotalMilliseconds)).ToString(CultureInfo.InvariantCulture);
}
