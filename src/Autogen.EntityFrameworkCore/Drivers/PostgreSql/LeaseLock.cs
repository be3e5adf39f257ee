using System.Data;
using System.Data.Common;
using System.Diagnostics;
using System.Globalization;
using Autogen.Schema;
using Autogen.Schema.Objects;
using Autogen.Upgrading;
using Autogen.Upgrading.Leasing;
using Autogen.Upgrading.Records;
using Autogen.Upgrading.Running;

namespace Autogen.Drivers.PostgreSql;

/// <summary>
/// The lock of a server: a lease. It needs nothing that a session keeps, so each transaction may run in another one, as behind a
/// transaction pooler.
/// </summary>
internal sealed class LeaseLock : UpgradeLock
{
    private readonly UpgradeSession session;
    private readonly ServerSettings settings;
    private readonly string schema;
    private Lease? lease;

    /// <summary>The lock of a version table.</summary>
    /// <param name="session">The upgrade.</param>
    /// <param name="settings">What the server takes.</param>
    /// <param name="versionTable">The version table, with its schema.</param>
    public LeaseLock(UpgradeSession session, ServerSettings settings, ObjectName versionTable)
    {
        this.session = session;
        this.settings = settings;
        schema = session.Dialect.Quote(versionTable.Schema!); // a resolved name
        Table = new LeaseTable(session.Dialect, versionTable, Times.Duration);
    }

    /// <summary>The lock's SQL.</summary>
    public LeaseTable Table { get; }

    /// <summary>The times.</summary>
    public LeaseTimes Times => session.Options.LeaseTimes;

    /// <summary>The row by the upgrade's own connection.</summary>
    public LeaseStore MainStore => StoreOn(session.Connection);

    /// <summary>The row by another connection.</summary>
    public LeaseStore StoreOn(DbConnection connection) => new(Table, connection, schema, LeaseOwner.Text, settings);

    /// <summary>Another connection to the same database, not open.</summary>
    public DbConnection CloneConnection()
    {
        if (session.Connection is ICloneable cloneable && cloneable.Clone() is DbConnection clone)
            return clone; // keeps a password that the connection string does not show any more
        var connection = DbProviderFactories.GetFactory(session.Connection)?.CreateConnection()
            ?? throw new InvalidOperationException("The provider makes no connections.");
        connection.ConnectionString = session.Connection.ConnectionString;
        return connection;
    }

    /// <inheritdoc/>
    public override async Task AcquireAsync(CancellationToken cancellationToken)
    {
        try
        {
            await WaitAsync(cancellationToken).ConfigureAwait(false);
        }
        catch (DbException exception) when (DatabaseErrors.Explain(exception, session.Connection) is not null)
        {
            var explained = DatabaseErrors.Explain(exception, session.Connection)!; // the filter has seen it
            throw explained.Code == ErrorCode.PrivilegeMissing
                ? new AutogenException(
                    ErrorCode.PrivilegeMissing,
                    $"{Sentence.Ended(explained.Message)} The lock of an upgrade is a row of {Table.QuotedName}: "
                        + "its role creates that table, or needs SELECT, INSERT and UPDATE on it.",
                    exception)
                : explained;
        }
    }

    private async Task WaitAsync(CancellationToken cancellationToken)
    {
        await settings.TryAsync(session, cancellationToken).ConfigureAwait(false);
        var mine = new Lease(MainStore, Times, Guid.NewGuid().ToString("N"), Clock);
        var watch = Stopwatch.StartNew();
        for (var told = false; await mine.TryAcquireAsync(cancellationToken).ConfigureAwait(false) is { } row; told = true)
        {
            if (!told)
                session.Progress.Waiting(row.Owner);
            if (watch.Elapsed >= session.Options.LockTimeout)
            {
                throw new AutogenException(
                    ErrorCode.LockTimeout,
                    string.Create(
                        CultureInfo.InvariantCulture,
                        $"Another upgrade has held the lock for the {session.Options.LockTimeout.TotalSeconds:0.#} seconds that "
                            + $"were waited: {row.Owner}. ")
                    + "Run the command again when it has ended, or wait longer with --lock-timeout.");
            }

            await Task.Delay(TimeSpan.FromMilliseconds(Random.Shared.Next(100, 300)), cancellationToken).ConfigureAwait(false);
        }

        lease = mine;
        if (mine.IsTakenOver)
            await new Predecessor(session.Connection, Table, mine, session.Options.LockTimeout).EndAsync(cancellationToken).ConfigureAwait(
                false);
    }

    /// <inheritdoc/>
    public override async Task ReleaseAsync()
    {
        if (lease is not { } mine)
            return;
        lease = null;
        try
        {
            if (session.Connection.State == ConnectionState.Open)
                await mine.ReleaseAsync(MainStore, CancellationToken.None).ConfigureAwait(false);
            else
                await ReleaseElsewhereAsync(mine).ConfigureAwait(false);
        }
        catch (Exception exception)
            when (exception is DbException or InvalidOperationException or IOException or OperationCanceledException or TimeoutException)
        {
            // It ends by itself.
        }
    }

    // The connection was lost, and the server may be there nevertheless: nobody has to wait then.
    private async Task ReleaseElsewhereAsync(Lease mine)
    {
        using var limit = new CancellationTokenSource(Times.Renewal);
        var connection = CloneConnection();
        await using var closing = connection.ConfigureAwait(false);
        await connection.OpenAsync(limit.Token).ConfigureAwait(false);
        await mine.ReleaseAsync(StoreOn(connection), limit.Token).ConfigureAwait(false);
    }

    /// <inheritdoc/>
    public override async Task BeginAsync(CancellationToken cancellationToken)
    {
        try
        {
            await BeginOnceAsync(cancellationToken).ConfigureAwait(false);
        }
        catch (DbException exception) when (ServerSettings.IsRefused(exception))
        {
            await session.RollBackAsync().ConfigureAwait(false);
            if (!await settings.LeaveOutRefusedAsync(session.Connection, cancellationToken).ConfigureAwait(false))
                throw;
            await BeginOnceAsync(cancellationToken).ConfigureAwait(false);
        }
    }

    /// <inheritdoc/>
    public override async Task CommitAsync(IReadOnlyList<TableChange> changes, CancellationToken cancellationToken)
    {
        if (lease is not { } mine)
        {
            if (changes.Count > 0)
                await session.ChangeAsync(changes, cancellationToken).ConfigureAwait(false);
        }
        else
        {
            var before = mine.Now;
            var place = PlaceOf(await session.ChangeAsync(
                changes, [Table.RenewSql(mine.Holder, mine.Fence)], cancellationToken).ConfigureAwait(false));
            DefaultSchema.RefuseTemporary(place.Schema);
            mine.Confirm(before);
        }

        await session.ExecuteAsync("COMMIT", CancellationToken.None).ConfigureAwait(false);
    }

    /// <inheritdoc/>
    public override async Task PauseAsync(TimeSpan time, CancellationToken cancellationToken)
    {
        for (var rest = time; rest > TimeSpan.Zero; rest -= Times.Renewal)
        {
            await Task.Delay(rest < Times.Renewal ? rest : Times.Renewal, cancellationToken).ConfigureAwait(false);
            if (lease is { NeedsRenewal: true } mine)
                await mine.RenewAsync(cancellationToken).ConfigureAwait(false);
        }
    }

    /// <inheritdoc/>
    public override async Task<OutsideGuard> GuardAsync(CancellationToken cancellationToken)
        => lease is { } mine
            ? await Heartbeat.StartAsync(this, mine, cancellationToken).ConfigureAwait(false)
            : new OutsideGuard(cancellationToken);

    /// <inheritdoc/>
    public override async Task<IAsyncDisposable?> AllowIdleAsync(CancellationToken cancellationToken)
    {
        if (!settings.EndsIdle)
            return null;
        await session.ExecuteAsync("SET LOCAL idle_in_transaction_session_timeout = 0", cancellationToken).ConfigureAwait(false);
        return new IdleAgain(() => session.ExecuteAsync(ServerSettings.IdleSql(Times), cancellationToken));
    }

    // One round trip.
    private async Task BeginOnceAsync(CancellationToken cancellationToken)
    {
        List<string> begin = ["BEGIN", .. settings.Sql];
        if (lease is not { } mine)
        {
            await session.BatchRowAsync(begin, cancellationToken).ConfigureAwait(false);
            return;
        }

        var before = mine.Now;
        var place = PlaceOf(await session.BatchRowAsync(
            [.. begin, Table.RenewSql(mine.Holder, mine.Fence)], cancellationToken).ConfigureAwait(false));
        mine.Confirm(before);

        // A revision before has changed it, in this session or, behind a pooler, in another one.
        if (!string.Equals(place.SearchPath, settings.SearchPath, StringComparison.Ordinal))
            await session.ExecuteAsync(
                $"SELECT pg_catalog.set_config('search_path', {session.Dialect.StringLiteral(settings.SearchPath)}, true)",
                cancellationToken).ConfigureAwait(false);
    }

    // What a renewal returns; nothing where the lease is another's.
    private static (string? Schema, string? SearchPath) PlaceOf(object?[]? row)
        => row is null ? throw new LeaseLostException() : (row[0] as string, row[1] as string);

    private static TimeSpan Clock() => Stopwatch.GetElapsedTime(0);

    private sealed class IdleAgain(Func<Task> set) : IAsyncDisposable
    {
        public async ValueTask DisposeAsync() => await set().ConfigureAwait(false);
    }
}
