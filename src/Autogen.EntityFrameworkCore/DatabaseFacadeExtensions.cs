using Autogen.Drivers;
using Autogen.Graph;
using Autogen.Schema;
using Autogen.Upgrading;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Logging.Abstractions;

namespace Autogen;

/// <summary>
/// Upgrading from inside the application, at start-up for example. Safe when several instances start at once: one upgrades, the
/// others wait and find nothing to do. The revisions are those that are compiled into the application; what happens is told to the
/// context's log, category <c>Autogen</c>.
/// </summary>
public static class DatabaseFacadeExtensions
{
    /// <summary>Applies revisions up to a target, each in a transaction of its own.</summary>
    /// <param name="database">The context's database. A missing one is created if the options say so; on SQLite in any case.</param>
    /// <param name="target"><c>head</c>, <c>heads</c>, a revision's id or a unique prefix of it, <c>+N</c>.</param>
    /// <param name="options">Where the revisions and the version table are.</param>
    /// <param name="cancellationToken">Ends it between statements; the revision that runs is rolled back.</param>
    /// <returns>The ids of the revisions that were applied; empty where there was nothing to do.</returns>
    /// <exception cref="AutogenException">
    /// A revision failed, or the database can't be reached; the database is at a whole revision.
    /// </exception>
    public static async Task<IReadOnlyList<string>> UpgradeAsync(
        this DatabaseFacade database, string target = "head", UpgradeOptions? options = null, CancellationToken cancellationToken = default)
        => Ids(await ExplainedAsync(
            database, options, upgrader => upgrader.UpgradeAsync(target, cancellationToken), cancellationToken).ConfigureAwait(false));

    /// <summary>Reverts revisions down to a target.</summary>
    /// <param name="database">The context's database.</param>
    /// <param name="target"><c>base</c>, a revision's id or a unique prefix of it, <c>-N</c>.</param>
    /// <param name="options">Where the revisions and the version table are.</param>
    /// <param name="cancellationToken">Ends it between statements; the revision that runs is rolled back.</param>
    /// <returns>The ids of the revisions that were reverted.</returns>
    /// <exception cref="AutogenException">
    /// A revision failed, or the database can't be reached; the database is at a whole revision.
    /// </exception>
    public static async Task<IReadOnlyList<string>> DowngradeAsync(
        this DatabaseFacade database, string target, UpgradeOptions? options = null, CancellationToken cancellationToken = default)
        => Ids(await ExplainedAsync(
            database, options, upgrader => upgrader.DowngradeAsync(target, cancellationToken), cancellationToken).ConfigureAwait(false));

    /// <summary>
    /// The ids of the revisions that the database is at; empty where it has none. Writes nothing; a SQLite file
    /// that does not exist is not made.
    /// </summary>
    /// <exception cref="AutogenException">The database can't be reached, or its version table is invalid.</exception>
    public static async Task<IReadOnlyList<string>> GetCurrentRevisionsAsync(
        this DatabaseFacade database, UpgradeOptions? options = null, CancellationToken cancellationToken = default)
        => await ExplainedAsync(
            database,
            options,
            upgrader => AllDrivers.Of(ContextOf(database)).Scratch.InsteadOfMissing(ContextOf(database)) is not null
                ? Task.FromResult<IReadOnlyList<string>>([])
                : upgrader.GetCurrentAsync(cancellationToken),
            cancellationToken).ConfigureAwait(false);

    /// <summary>
    /// The ids of the revisions that <c>UpgradeAsync("heads")</c> would apply, in order. Writes nothing; a SQLite file
    /// that does not exist is not made.
    /// </summary>
    /// <exception cref="AutogenException">The database can't be reached, or is at a revision that the assembly does not have.</exception>
    public static async Task<IReadOnlyList<string>> GetPendingRevisionsAsync(
        this DatabaseFacade database, UpgradeOptions? options = null, CancellationToken cancellationToken = default)
        => Ids(Pending(database, options, await GetCurrentRevisionsAsync(database, options, cancellationToken).ConfigureAwait(false)));

    /// <summary>
    /// Refuses a database that lacks a revision of the application's: for an application that does not upgrade by itself,
    /// before it serves. Writes nothing.
    /// </summary>
    /// <param name="database">The context's database.</param>
    /// <param name="options">Where the revisions and the version table are.</param>
    /// <param name="cancellationToken">Ends it.</param>
    /// <exception cref="AutogenException">
    /// <see cref="ErrorCode.NotUpToDate"/>: the message says where the database is, which revisions are pending, and what to run. Or the
    /// database can't be reached, or is at a revision that the assembly does not have (<see cref="ErrorCode.DatabaseRevisionUnknown"/>).
    /// </exception>
    public static async Task EnsureAtHeadAsync(
        this DatabaseFacade database, UpgradeOptions? options = null, CancellationToken cancellationToken = default)
    {
        var current = await GetCurrentRevisionsAsync(database, options, cancellationToken).ConfigureAwait(false);
        if (Pending(database, options, current) is { Count: > 0 } pending)
            throw PendingRevisions.Refusal(ContextOf(database), current, [.. pending.Select(step => step.Node)]);
    }

    private static IReadOnlyList<RevisionStep> Pending(DatabaseFacade database, UpgradeOptions? options, IReadOnlyList<string> current)
        => UpgradePlan.Up(CompiledRevisions.Of(ContextOf(database).GetType(), options ?? new UpgradeOptions()).Graph, current, "heads");

    private static Task<T> ExplainedAsync<T>(
        DatabaseFacade database, UpgradeOptions? options, Func<Upgrader, Task<T>> action, CancellationToken cancellationToken)
        => OpenConnection.ExplainedAsync(ContextOf(database), () => action(UpgraderOf(database, options)), cancellationToken);

    private static Upgrader UpgraderOf(DatabaseFacade database, UpgradeOptions? options)
    {
        var context = ContextOf(database);
        options ??= new UpgradeOptions();
        var logger = Service<ILoggerFactory>(database)?.CreateLogger("Autogen") ?? NullLogger.Instance;
        return new Upgrader(context, CompiledRevisions.Of(context.GetType(), options), options, new LoggingProgress(logger));
    }

    private static DbContext ContextOf(DatabaseFacade database)
    {
        ArgumentNullException.ThrowIfNull(database);
        return Service<ICurrentDbContext>(database)?.Context
            ?? throw new InvalidOperationException("The DatabaseFacade belongs to no context.");
    }

    private static T? Service<T>(DatabaseFacade database)
        where T : class
        => ((IInfrastructure<IServiceProvider>)database).Instance.GetService(typeof(T)) as T;

    private static IReadOnlyList<string> Ids(IReadOnlyList<RevisionStep> steps) => [.. steps.Select(step => step.Node.Id)];
}
