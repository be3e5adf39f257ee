using System.Collections.Concurrent;
using System.Data.Common;
using Autogen.Drivers;
using Autogen.Schema;
using Autogen.Upgrading;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Logging.Abstractions;

namespace Autogen;

/// <summary>
/// Many databases of one model, one for each tenant, upgraded from inside an application: a call a database, for a job of Hangfire, a grain
/// of Orleans or an activity of a workflow. The model, the revisions and their SQL are made once for each call that runs at the same time.
/// Safe for several threads, and for several processes that get the same database: one upgrades, the other finds nothing to do.
/// </summary>
/// <typeparam name="TContext">The context whose assembly has the revisions.</typeparam>
/// <param name="createContext">
/// Makes a context with its provider; its connection is replaced. The fleet disposes it. Not of a pool of contexts, which would hand it to
/// others.
/// </param>
/// <param name="options">Where the revisions and the version tables are.</param>
public sealed class Fleet<TContext>(Func<TContext> createContext, UpgradeOptions? options = null) : IAsyncDisposable
    where TContext : DbContext
{
    private readonly ConcurrentBag<Worker> idle = [];
    private readonly UpgradeOptions options = options ?? new UpgradeOptions();

    /// <summary>Applies revisions to one database up to a target, each in a transaction of its own.</summary>
    /// <param name="connectionString">The database's connection string. Its connection is closed again and not pooled.</param>
    /// <param name="schema">
    /// The schema of the database's tables, version table and log, where tenants are schemas (PostgreSQL); it must exist.
    /// <see langword="null"/> for a database of its own.
    /// </param>
    /// <param name="target"><c>head</c>, <c>heads</c>, a revision's id or a unique prefix of it, <c>+N</c>.</param>
    /// <param name="cancellationToken">Ends it between statements; the revision that runs is rolled back.</param>
    /// <returns>The ids of the revisions that were applied; empty where there was nothing to do.</returns>
    /// <exception cref="AutogenException">
    /// A revision failed, or the database can't be reached; the database is at a whole revision.
    /// </exception>
    /// <exception cref="ArgumentException">The connection string can't be understood.</exception>
    /// <exception cref="NotSupportedException">A schema is given, and the database has none.</exception>
    /// <exception cref="InvalidOperationException">
    /// A schema is given, and <see cref="UpgradeOptions.VersionTableSchema"/> names one for all.
    /// </exception>
    public async Task<IReadOnlyList<string>> UpgradeAsync(
        string connectionString, string? schema = null, string target = "head", CancellationToken cancellationToken = default)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(connectionString);
        ArgumentException.ThrowIfNullOrWhiteSpace(target);
        if (schema is not null && options.VersionTableSchema is { } one)
            throw new InvalidOperationException(
                $"Each schema of a fleet has a version table of its own, and VersionTableSchema names one schema: '{one}'.");
        var worker = idle.TryTake(out var free) ? free : new Worker(createContext(), options);
        try
        {
            await worker.ConnectAsync(connectionString, schema).ConfigureAwait(false);
            var applied = await worker.UpgradeAsync(target, cancellationToken).ConfigureAwait(false);
            await worker.LeaveAsync().ConfigureAwait(false);
            idle.Add(worker);
            return applied;
        }
        catch
        {
            // Its connection may be of no use for another database.
            await worker.DisposeAsync().ConfigureAwait(false);
            throw;
        }
    }

    /// <summary>Disposes the contexts; after the last call.</summary>
    public async ValueTask DisposeAsync()
    {
        while (idle.TryTake(out var worker))
            await worker.DisposeAsync().ConfigureAwait(false);
    }

    private sealed class Worker(DbContext context, UpgradeOptions options) : IAsyncDisposable
    {
        private readonly FleetDatabases databases = AllDrivers.Of(context).Fleet;
        private readonly DbProviderFactory factory = FleetDatabases.FactoryOf(context);
        private readonly RevisionSet revisions = CompiledRevisions.Of(context.GetType(), options);
        private readonly CompiledSteps steps = new();
        private IAsyncDisposable? source;

        public async Task ConnectAsync(string connectionString, string? schema)
        {
            var builder = factory.CreateConnectionStringBuilder()!; // both providers have one
            builder.ConnectionString = connectionString;
            databases.DoNotPool(builder);
            if (schema is not null)
                databases.UseSchema(builder, schema);
            var former = source;
            source = databases.Connect(context, factory, builder.ConnectionString);
            if (former is not null)
                await former.DisposeAsync().ConfigureAwait(false);
        }

        public async Task<IReadOnlyList<string>> UpgradeAsync(string target, CancellationToken cancellationToken)
        {
            var logger = context.GetService<ILoggerFactory>()?.CreateLogger("Autogen") ?? NullLogger.Instance;
            var upgrader = new Upgrader(context, revisions, options, new LoggingProgress(logger), steps);
            var applied = await OpenConnection.ExplainedAsync(
                context, () => upgrader.UpgradeAsync(target, cancellationToken), cancellationToken).ConfigureAwait(false);
            return [.. applied.Select(step => step.Node.Id)];
        }

        public Task LeaveAsync() => context.Database.CloseConnectionAsync();

        public async ValueTask DisposeAsync()
        {
            await context.DisposeAsync().ConfigureAwait(false);
            if (source is not null)
                await source.DisposeAsync().ConfigureAwait(false);
        }
    }
}
