using System.Data.Common;
using System.Diagnostics;
using System.Reflection;
using Autogen.Graph;
using Autogen.Schema;
using Autogen.Schema.Dialects;
using Autogen.Schema.Objects;
using Autogen.Upgrading.Records;
using Autogen.Upgrading.Running;
using Microsoft.EntityFrameworkCore;

namespace Autogen.Upgrading;

/// <summary>
/// Takes a database from revision to revision. A revision, its rows of the version table and its line of the log are one transaction; one
/// upgrade runs at a time; and where the database is is read again once it is this one's turn.
/// </summary>
internal sealed partial class Upgrader
{
    private readonly DbContext context;
    private readonly RevisionSet revisions;
    private readonly UpgradeSession session;
    private readonly StepCompiler compiler;
    private readonly CompiledSteps? shared;

    /// <summary>An upgrader of a context's database.</summary>
    public Upgrader(
        DbContext context, RevisionSet revisions, UpgradeOptions options, IUpgradeProgress progress, CompiledSteps? shared = null)
    {
        this.shared = shared;
        this.context = context;
        this.revisions = revisions;
        session = new UpgradeSession(context, revisions, options, progress);
        compiler = new StepCompiler(context, revisions, session.Driver, options.LockTimeout);
    }

    /// <summary>The revisions that the database is at, sorted. Reads only.</summary>
    public async Task<IReadOnlyList<string>> GetCurrentAsync(CancellationToken cancellationToken)
    {
        var open = await OpenConnection.OfAsync(context, cancellationToken).ConfigureAwait(false);
        await using var closing = open.ConfigureAwait(false);
        var reading = await session.Dialect.BeginReadingAsync(session.Connection, cancellationToken).ConfigureAwait(false);
        await using var ending = reading.ConfigureAwait(false);
        return await session.ReadVersionAsync(cancellationToken).ConfigureAwait(false);
    }

    /// <summary>Where the database is, without a transaction. Reads only.</summary>
    /// <returns>The revisions, sorted, and the revision that is not whole, if any.</returns>
    public Task<(IReadOnlyList<string> Current, UnfinishedStep? Unfinished)> GetPositionAsync(CancellationToken cancellationToken)
        => session.ReadPositionAsync(cancellationToken);

    /// <summary>What was done to the database, oldest first. Reads only.</summary>
    public async Task<IReadOnlyList<LogEntry>> GetLogAsync(CancellationToken cancellationToken)
    {
        var open = await OpenConnection.OfAsync(context, cancellationToken).ConfigureAwait(false);
        await using var closing = open.ConfigureAwait(false);
        var reading = await session.Dialect.BeginReadingAsync(session.Connection, cancellationToken).ConfigureAwait(false);
        await using var ending = reading.ConfigureAwait(false);
        return await session.Log.ReadAsync(session.Connection, cancellationToken).ConfigureAwait(false);
    }

    /// <summary>
    /// The revisions that the database has, and that do something else now than they did when they were applied. Reads only.
    /// </summary>
    public async Task<IReadOnlyList<string>> GetChangedAsync(CancellationToken cancellationToken)
    {
        var graph = revisions.Graph;
        var current = await GetCurrentAsync(cancellationToken).ConfigureAwait(false);
        var applied = graph.AncestorsAndSelf(current.Where(id => graph.Find(id) is not null))
            .Select(node => node.Id)
            .ToHashSet(StringComparer.Ordinal);
        return [.. (await GetLogAsync(cancellationToken).ConfigureAwait(false))
            .Where(entry => applied.Contains(entry.Revision) && entry.Direction is "upgrade" or "adopt")
            .GroupBy(entry => entry.Revision, StringComparer.Ordinal)
            .Where(entries => IsOther(entries.Last()))
            .Select(entries => entries.Key)];
    }

    // A checksum that another way has made says nothing.
    private bool IsOther(LogEntry entry)
        => entry.Checksum.StartsWith(OperationChecksum.Way, StringComparison.Ordinal)
            && entry.Checksum != revisions.ChecksumOf(entry.Revision, StepDirection.Upgrade, session.Provider);

    /// <summary>
    /// The revision that is not whole: more than one transaction, and interrupted; <see langword="null"/> if none exists. Reads only.
    /// </summary>
    public async Task<UnfinishedStep?> GetUnfinishedAsync(CancellationToken cancellationToken)
    {
        var open = await OpenConnection.OfAsync(context, cancellationToken).ConfigureAwait(false);
        await using var closing = open.ConfigureAwait(false);
        var reading = await session.Dialect.BeginReadingAsync(session.Connection, cancellationToken).ConfigureAwait(false);
        await using var ending = reading.ConfigureAwait(false);
        return await session.ReadUnfinishedAsync(cancellationToken).ConfigureAwait(false);
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
        await session.ResolveAsync(cancellationToken).ConfigureAwait(false);
        var runner = new StepRunner(session, step, compiler.Compile(step));
        await WithoutForeignKeysAsync([runner], () => runner.RunAsync(cancellationToken), cancellationToken).ConfigureAwait(false);
    }

    private IReadOnlyList<RevisionStep> Plan(IReadOnlyList<string> current, string target, StepDirection direction)
        => direction == StepDirection.Upgrade
            ? UpgradePlan.Up(revisions.Graph, current, target)
            : UpgradePlan.Down(revisions.Graph, current, target);
}
