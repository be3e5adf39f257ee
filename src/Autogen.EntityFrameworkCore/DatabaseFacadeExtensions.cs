using Autogen.Graph;
using Autogen.Schema;
using Autogen.Upgrading;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Infrastructure;

namespace Autogen;

/// <summary>Upgrading from inside the application, at start-up for example. Safe when several instances start at once: one upgrades, the others wait and find nothing to do.</summary>
public static class DatabaseFacadeExtensions
{
    /// <summary>Applies revisions up to a target, each in a transaction of its own.</summary>
    /// <param name="database">The context's database. On PostgreSQL it must be there; on SQLite the file is made.</param>
    /// <param name="target"><c>head</c>, <c>heads</c>, a revision's id or a unique prefix of it, <c>+N</c>.</param>
    /// <param name="options">Where the revisions and the version table are.</param>
    /// <param name="cancellationToken">Ends it between statements; the revision that runs is rolled back.</param>
    /// <returns>The ids of the revisions that were applied; empty where there was nothing to do.</returns>
    /// <exception cref="AutogenException">A revision failed, or the database can't be reached; the database is at a whole revision.</exception>
    public static async Task<IReadOnlyList<string>> UpgradeAsync(
        this DatabaseFacade database, string target = "head", UpgradeOptions? options = null, CancellationToken cancellationToken = default)
        => Ids(await UpgraderOf(database, options).UpgradeAsync(target, cancellationToken).ConfigureAwait(false));

    /// <summary>Reverts revisions down to a target.</summary>
    /// <param name="database">The context's database.</param>
    /// <param name="target"><c>base</c>, a revision's id or a unique prefix of it, <c>-N</c>.</param>
    /// <param name="options">Where the revisions and the version table are.</param>
    /// <param name="cancellationToken">Ends it between statements; the revision that runs is rolled back.</param>
    /// <returns>The ids of the revisions that were reverted.</returns>
    /// <exception cref="AutogenException">A revision failed, or the database can't be reached; the database is at a whole revision.</exception>
    public static async Task<IReadOnlyList<string>> DowngradeAsync(
        this DatabaseFacade database, string target, UpgradeOptions? options = null, CancellationToken cancellationToken = default)
        => Ids(await UpgraderOf(database, options).DowngradeAsync(target, cancellationToken).ConfigureAwait(false));

    /// <summary>The ids of the revisions that the database is at; empty where it has none. Writes nothing.</summary>
    /// <exception cref="AutogenException">The database can't be reached, or its version table is none.</exception>
    public static Task<IReadOnlyList<string>> GetCurrentRevisionsAsync(
        this DatabaseFacade database, UpgradeOptions? options = null, CancellationToken cancellationToken = default)
        => UpgraderOf(database, options).GetCurrentAsync(cancellationToken);

    /// <summary>The ids of the revisions that <c>UpgradeAsync("heads")</c> would apply, in order. Writes nothing.</summary>
    /// <exception cref="AutogenException">The database can't be reached, or is at a revision that the assembly does not have.</exception>
    public static async Task<IReadOnlyList<string>> GetPendingRevisionsAsync(
        this DatabaseFacade database, UpgradeOptions? options = null, CancellationToken cancellationToken = default)
        => Ids(await UpgraderOf(database, options).PlanAsync("heads", StepDirection.Upgrade, cancellationToken).ConfigureAwait(false));

    private static Upgrader UpgraderOf(DatabaseFacade database, UpgradeOptions? options)
    {
        ArgumentNullException.ThrowIfNull(database);
        var context = ((IInfrastructure<IServiceProvider>)database).Instance.GetService(typeof(ICurrentDbContext)) is ICurrentDbContext current
            ? current.Context
            : throw new InvalidOperationException("The DatabaseFacade belongs to no context.");
        options ??= new UpgradeOptions();
        return new Upgrader(context, RevisionSet.From(options.RevisionsAssembly ?? context.GetType().Assembly), options, SilentProgress.Instance);
    }

    private static IReadOnlyList<string> Ids(IReadOnlyList<RevisionStep> steps) => [.. steps.Select(step => step.Node.Id)];
}
