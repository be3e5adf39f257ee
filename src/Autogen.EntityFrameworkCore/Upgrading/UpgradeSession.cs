using System.Data;
using System.Data.Common;
using System.Globalization;
using System.Runtime.ExceptionServices;
using Autogen.Drivers;
using Autogen.Schema;
using Autogen.Schema.Dialects;
using Autogen.Schema.Objects;
using Autogen.Upgrading.Records;
using Autogen.Upgrading.Running;
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
    private IReadOnlyList<string>? found;

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

    /// <summary>Sends statements together.</summary>
    public StatementBatch Batch => new(Connection, Driver.Statements);

    /// <summary>The provider's name.</summary>
    public string Provider => context.Database.ProviderName!; // a relational context has one

    /// <summary>The revisions that the database is at.</summary>
    public Task<IReadOnlyList<string>> ReadVersionAsync(CancellationToken cancellationToken)
        => VersionTable.ReadAsync(Connection, null, cancellationToken);

    /// <summary>The revisions that the database is at, and the revision that is not whole.</summary>
    public Task<(IReadOnlyList<string> Current, UnfinishedStep? Unfinished)> ReadPositionAsync(CancellationToken cancellationToken)
        => ReadPositionAsync(null, cancellationToken);

    /// <summary>
    /// The same right behind <see cref="ResolveAsync"/>, which has already found out which of the tables exist.
    /// </summary>
    public Task<(IReadOnlyList<string> Current, UnfinishedStep? Unfinished)> ReadFirstPositionAsync(CancellationToken cancellationToken)
        => ReadPositionAsync(found, cancellationToken);

    private async Task<(IReadOnlyList<string> Current, UnfinishedStep? Unfinished)> ReadPositionAsync(
        IReadOnlyList<string>? known, CancellationToken cancellationToken)
    {
        var tables = known ?? await Driver.Records.FindAsync(
            Connection, VersionTable.Name.Schema, [VersionTable.Name.Name, Unfinished.Name.Name], cancellationToken).ConfigureAwait(false);
        var current = tables.Contains(VersionTable.Name.Name, StringComparer.Ordinal)
            ? await VersionTable.ReadRowsAsync(Connection, null, cancellationToken).ConfigureAwait(false)
            : [];
        var step = tables.Contains(Unfinished.Name.Name, StringComparer.Ordinal)
            ? await Unfinished.ReadExistingAsync(Connection, cancellationToken).ConfigureAwait(false)
            : null;
        hasUnfinished = step is not null;
        return (current, step);
    }

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
    /// <param name="cancellationToken">Ends it.</param>
    /// <param name="makesSchema">
    /// Whether the schema of unqualified names is made where none exists and a first revision makes it: before an upgrade.
    /// </param>
    /// <exception cref="AutogenException"><see cref="ErrorCode.SchemaNotUsable"/>.</exception>
    public async Task ResolveAsync(CancellationToken cancellationToken, bool makesSchema = false)
    {
        if (upgradeLock is not null)
            return;
        (var schema, upgradeLock, found) = await Driver.Locks.ResolveAsync(this, makesSchema, cancellationToken).ConfigureAwait(false);
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
    public Task CommitAsync() => CommitAsync([], CancellationToken.None);

    /// <summary>Changes the books, then ends the transaction for good.</summary>
    /// <param name="changes">The changes.</param>
    /// <param name="cancellationToken">Ends the changes, not the commit.</param>
    /// <inheritdoc cref="ChangeAsync(IReadOnlyList{TableChange}, CancellationToken)"/>
    public async Task CommitAsync(IReadOnlyList<TableChange> changes, CancellationToken cancellationToken)
    {
        if (Options.Observer is { } observer)
            await observer.CommittingAsync(Connection, cancellationToken).ConfigureAwait(false);
        await Lock.CommitAsync(changes, cancellationToken).ConfigureAwait(false);
        Options.Observer?.Committed();
    }

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
        await ChangeAsync(SaveChanges(step), cancellationToken).ConfigureAwait(false);
        hasUnfinished = true;
    }

    /// <summary>Remembers how far a revision has come, and ends the transaction for good.</summary>
    /// <inheritdoc cref="SaveAsync"/>
    public async Task SaveAndCommitAsync(UnfinishedStep step, CancellationToken cancellationToken)
    {
        await CommitAsync(SaveChanges(step), cancellationToken).ConfigureAwait(false);
        hasUnfinished = true;
    }

    private IReadOnlyList<TableChange> SaveChanges(UnfinishedStep step) => Unfinished.SaveChanges(step, hasUnfinished);

    /// <summary>Changes the books, in the transaction that is open and on a server in one round trip.</summary>
    /// <exception cref="AutogenException">
    /// <see cref="ErrorCode.VersionTableChanged"/>: somebody else has changed a row since it was read.
    /// </exception>
    public Task ChangeAsync(IReadOnlyList<TableChange> changes, CancellationToken cancellationToken)
        => ChangeAsync(changes, [], cancellationToken);

    /// <summary>Changes the books, and runs statements behind that in the same round trip.</summary>
    /// <returns>The first row that one of the statements returns; <see langword="null"/> for none.</returns>
    /// <inheritdoc cref="ChangeAsync(IReadOnlyList{TableChange}, CancellationToken)"/>
    public async Task<object?[]?> ChangeAsync(
        IReadOnlyList<TableChange> changes, IReadOnlyList<string> behind, CancellationToken cancellationToken)
    {
        try
        {
            var (changed, row) = await Batch.RunAsync(
                [.. changes.Select(change => change.Sql), .. behind], cancellationToken).ConfigureAwait(false);
            foreach (var (change, index) in changes.Select((change, index) => (change, index)))
                change.Require(changed[index]);
            return row;
        }
        catch (BatchFailureException failure)
            when (failure.Cause is DbException cause && failure.Index < changes.Count && changes[failure.Index].IsDuplicate(cause))
        {
            throw TableChange.Changed(failure.Cause);
        }
        catch (BatchFailureException failure)
        {
            ExceptionDispatchInfo.Throw(failure.Cause);
            throw;
        }
    }

    /// <summary>Runs statements in one round trip, where the provider can.</summary>
    /// <returns>The first row that one of them returns; <see langword="null"/> for none.</returns>
    public Task<object?[]?> BatchRowAsync(IReadOnlyList<string> statements, CancellationToken cancellationToken)
        => ChangeAsync([], statements, cancellationToken);

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
