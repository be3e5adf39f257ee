using System.Data.Common;
using System.Diagnostics;
using System.Reflection;
using Autogen.Graph;
using Autogen.Schema;
using Autogen.Schema.Dialects;
using Autogen.Schema.Objects;
using Microsoft.EntityFrameworkCore;

namespace Autogen.Upgrading;

/// <summary>
/// Takes a database from revision to revision. A revision, its rows of the version table and its line of the log are one transaction; one upgrade runs at a
/// time; and where the database is is read again once it is this one's turn.
/// </summary>
internal sealed partial class Upgrader
{
    private readonly DbContext context;
    private readonly RevisionSet revisions;
    private readonly UpgradeOptions options;
    private readonly IUpgradeProgress progress;
    private readonly Dialect dialect;
    private readonly VersionTable versionTable;
    private readonly UpgradeLog log;
    private readonly StepCompiler compiler;

    /// <summary>An upgrader of a context's database.</summary>
    public Upgrader(DbContext context, RevisionSet revisions, UpgradeOptions options, IUpgradeProgress progress)
    {
        this.context = context;
        this.revisions = revisions;
        this.options = options;
        this.progress = progress;
        dialect = AllDialects.ForProvider(context.Database.ProviderName);
        var schema = dialect.Capabilities.Schemas ? options.VersionTableSchema : null;
        versionTable = new VersionTable(dialect, new ObjectName(schema, options.VersionTable));
        log = new UpgradeLog(dialect, new ObjectName(schema, options.LogTable));
        compiler = new StepCompiler(context, revisions, dialect);
    }

    private DbConnection Connection => context.Database.GetDbConnection();

    /// <summary>The revisions that the database is at, sorted. Reads only.</summary>
    public async Task<IReadOnlyList<string>> GetCurrentAsync(CancellationToken cancellationToken)
    {
        var open = await OpenConnection.OfAsync(context, cancellationToken).ConfigureAwait(false);
        await using var closing = open.ConfigureAwait(false);
        return await versionTable.ReadAsync(Connection, null, cancellationToken).ConfigureAwait(false);
    }

    /// <summary>The steps to a target, from where the database is now. Reads only.</summary>
    public async Task<IReadOnlyList<RevisionStep>> PlanAsync(string target, StepDirection direction, CancellationToken cancellationToken)
        => Plan(await GetCurrentAsync(cancellationToken).ConfigureAwait(false), target, direction);

    /// <summary>Upgrades to a target.</summary>
    /// <returns>The steps that ran.</returns>
    public Task<IReadOnlyList<RevisionStep>> UpgradeAsync(string target, CancellationToken cancellationToken)
        => MoveAsync(target, StepDirection.Upgrade, cancellationToken);

    /// <summary>Downgrades to a target.</summary>
    /// <returns>The steps that ran.</returns>
    public Task<IReadOnlyList<RevisionStep>> DowngradeAsync(string target, CancellationToken cancellationToken)
        => MoveAsync(target, StepDirection.Downgrade, cancellationToken);

    /// <summary>Runs one step, without a lock: for a database that nobody else knows.</summary>
    public async Task RunAsync(RevisionStep step, CancellationToken cancellationToken)
    {
        var open = await OpenConnection.OfAsync(context, cancellationToken).ConfigureAwait(false);
        await using var closing = open.ConfigureAwait(false);
        await RunStepAsync(step, cancellationToken).ConfigureAwait(false);
    }

    private IReadOnlyList<RevisionStep> Plan(IReadOnlyList<string> current, string target, StepDirection direction)
        => direction == StepDirection.Upgrade
            ? UpgradePlan.Up(revisions.Graph, current, target)
            : UpgradePlan.Down(revisions.Graph, current, target);

    private async Task<IReadOnlyList<RevisionStep>> MoveAsync(string target, StepDirection direction, CancellationToken cancellationToken)
    {
        var open = await OpenConnection.OfAsync(context, cancellationToken).ConfigureAwait(false);
        await using var closing = open.ConfigureAwait(false);

        // A target that makes no sense is refused before anything is waited for or written.
        _ = Plan(await versionTable.ReadAsync(Connection, null, cancellationToken).ConfigureAwait(false), target, direction);
        return await LockedAsync(
            async () =>
            {
                var current = await versionTable.ReadAsync(Connection, null, cancellationToken).ConfigureAwait(false);
                var done = new List<RevisionStep>();
                foreach (var step in Plan(current, target, direction))
                {
                    if (await RunStepAsync(step, cancellationToken).ConfigureAwait(false))
                        done.Add(step);
                }

                return (IReadOnlyList<RevisionStep>)done;
            },
            cancellationToken).ConfigureAwait(false);
    }

    private async Task<T> LockedAsync<T>(Func<Task<T>> action, CancellationToken cancellationToken)
    {
        var upgradeLock = CreateLock();
        await upgradeLock.AcquireAsync(Connection, cancellationToken).ConfigureAwait(false);
        try
        {
            return await action().ConfigureAwait(false);
        }
        finally
        {
            await upgradeLock.ReleaseAsync(Connection).ConfigureAwait(false);
        }
    }

    private static string ToolVersion { get; } =
        typeof(Upgrader).Assembly.GetCustomAttribute<AssemblyInformationalVersionAttribute>()?.InformationalVersion.Split('+')[0] ?? "";
}
