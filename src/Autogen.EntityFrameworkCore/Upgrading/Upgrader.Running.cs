using Autogen.Graph;
using Autogen.Schema;
using Autogen.Upgrading.Leasing;
using Autogen.Upgrading.Records;
using Autogen.Upgrading.Running;
using Microsoft.EntityFrameworkCore.Migrations.Operations;

namespace Autogen.Upgrading;

// Running revisions, one transaction each or one for all.
internal sealed partial class Upgrader
{
    private async Task<IReadOnlyList<RevisionStep>> MoveAsync(string target, StepDirection direction, CancellationToken cancellationToken)
    {
        var mayCreate = session.Options.CreateDatabase && direction == StepDirection.Upgrade;
        var open = await OpenConnection.OfAsync(
            context, _ => Task.FromResult(mayCreate), session.Progress, cancellationToken).ConfigureAwait(false);
        await using var closing = open.ConfigureAwait(false);
        await session.ResolveAsync(cancellationToken, makesSchema: direction == StepDirection.Upgrade).ConfigureAwait(false);

        // A target that makes no sense is refused before anything is waited for or written, and where there is nothing
        // to do nothing is written at all.
        var first = PlanFrom(await session.ReadFirstPositionAsync(cancellationToken).ConfigureAwait(false), target, direction);
        await RequireMadeHereAsync(first, cancellationToken).ConfigureAwait(false);
        if (first.Count == 0)
            return [];
        await TellLimitsAsync(first, cancellationToken).ConfigureAwait(false);
        var compiled = new Dictionary<string, IReadOnlyList<StepStatement>>(StringComparer.Ordinal);
        var done = new List<RevisionStep>();
        IReadOnlyList<RevisionStep>? planned = null;
        if (await session.Driver.SearchPath.PrepareAsync(session, revisions, first, cancellationToken).ConfigureAwait(false))
            await session.ResolveAgainAsync(cancellationToken).ConfigureAwait(false);
        return await LockedAsync(
            async () =>
            {
                var plan = planned is null
                    ? PlanFrom(await session.ReadPositionAsync(cancellationToken).ConfigureAwait(false), target, direction)
                    : await RestOfAsync(planned, direction, cancellationToken).ConfigureAwait(false);
                planned ??= plan;
                await RequireMadeHereAsync(plan, cancellationToken).ConfigureAwait(false);
                var runners = plan.Select(step => new StepRunner(session, step, Compiled(step))).ToList();
                try
                {
                    if (session.Options.TransactionMode == TransactionMode.All)
                        done.AddRange(await RunAllAsync(runners, cancellationToken).ConfigureAwait(false));
                    else
                        await RunEachAsync(runners, done, cancellationToken).ConfigureAwait(false);
                    return done;
                }
                catch (OperationCanceledException exception)
                {
                    throw await InterruptedAsync(exception).ConfigureAwait(false);
                }
            },
            cancellationToken).ConfigureAwait(false);

        IReadOnlyList<StepStatement> Compiled(RevisionStep step)
            => compiled.TryGetValue(step.Node.Id, out var statements) ? statements : compiled[step.Node.Id] = Compile(step);
    }

    private IReadOnlyList<StepStatement> Compile(RevisionStep step)
        => shared is null ? compiler.Compile(step) : shared.Of(step, compiler.Compile);

    /// <summary>The warning for a revision that is not written yet and may need more locks than the server has.</summary>
    /// <returns><see langword="null"/> where there is room, or the database has no such limit.</returns>
    public async Task<string?> LockWarningAsync(IEnumerable<MigrationOperation> operations, CancellationToken cancellationToken)
    {
        IReadOnlyList<MigrationOperation> revision = [.. operations];
        return await session.Driver.Limits.WarningsAsync(
            session, [("The revision", [revision])], cancellationToken).ConfigureAwait(false) is [var warning, ..] ? warning : null;
    }

    private async Task TellLimitsAsync(IReadOnlyList<RevisionStep> steps, CancellationToken cancellationToken)
    {
        var revisionsOfSteps = steps
            .Select(step => (
                Name: $"Revision {step.Node.Id}",
                Operations: revisions.OperationsOf(step.Node.Id, step.Direction, session.Provider)))
            .ToList();
        IReadOnlyList<(string, IReadOnlyList<IReadOnlyList<MigrationOperation>>)> transactions =
            session.Options.TransactionMode == TransactionMode.All
                ? [("The upgrade", [.. revisionsOfSteps.Select(revision => revision.Operations)])]
                : [.. revisionsOfSteps.Select(revision
                    => (revision.Name, (IReadOnlyList<IReadOnlyList<MigrationOperation>>)[revision.Operations]))];
        foreach (var warning in await session.Driver.Limits.WarningsAsync(
            session, transactions, cancellationToken).ConfigureAwait(false))
            session.Progress.NeedsManyLocks(warning);
    }

    // What is left to do once another process has been at it. A target such as +1 was counted from where the database was before.
    private async Task<IReadOnlyList<RevisionStep>> RestOfAsync(
        IReadOnlyList<RevisionStep> planned, StepDirection direction, CancellationToken cancellationToken)
    {
        var (current, unfinished) = await session.ReadPositionAsync(cancellationToken).ConfigureAwait(false);
        var rest = new List<RevisionStep>();
        if (direction == StepDirection.Upgrade)
        {
            foreach (var step in planned)
                rest.AddRange(UpgradePlan.Up(revisions.Graph, rest.Count == 0 ? current : rest[^1].After, step.Node.Id));
        }
        else
        {
            var applied = revisions.Graph.AncestorsAndSelf(current).Select(node => node.Id).ToHashSet(StringComparer.Ordinal);
            rest.AddRange(planned.Where(step => applied.Contains(step.Node.Id)));
        }

        unfinished?.RequireIn(rest);
        return rest;
    }

    private IReadOnlyList<RevisionStep> PlanFrom(
        (IReadOnlyList<string> Current, UnfinishedStep? Unfinished) position, string target, StepDirection direction)
    {
        var plan = Plan(position.Current, target, direction);
        position.Unfinished?.RequireIn(plan);
        return plan;
    }

    // A base revision that took tables over never made them in this database: the log tells.
    private async Task RequireMadeHereAsync(IReadOnlyList<RevisionStep> plan, CancellationToken cancellationToken)
    {
        if (plan.FirstOrDefault(step => step.Direction == StepDirection.Downgrade && revisions.IsAdopted(step.Node.Id)) is not { } adopted)
            return;
        var log = await session.Log.ReadAsync(session.Connection, cancellationToken).ConfigureAwait(false);
        if (log.LastOrDefault(
            entry => string.Equals(entry.Revision, adopted.Node.Id, StringComparison.Ordinal)) is { Direction: "upgrade" })
            return;
        throw new AutogenException(
            ErrorCode.AdoptedTables,
            $"Revision {adopted.Node.Id} ({adopted.Node.Source}) took over tables that this database had before: "
                + "to revert it would drop them with all that is in them. Nothing was done. To forget it only, run "
            + $"'dotnet autogen stamp {(adopted.Node.Revises.Count == 0 ? "base" : string.Join(' ', adopted.Node.Revises))}'; "
            + "to drop the tables, remove 'Adopted = true' from its file first.");
    }

    private async Task RunEachAsync(IReadOnlyList<StepRunner> runners, List<RevisionStep> done, CancellationToken cancellationToken)
    {
        var conflicts = new LockConflicts(session);
        foreach (var runner in runners)
        {
            if (await conflicts.RetryAsync(
                runner.Step,
                () => WithoutForeignKeysAsync([runner], () => runner.RunAsync(cancellationToken), cancellationToken),
                cancellationToken).ConfigureAwait(false))
                done.Add(runner.Step);
        }
    }

    private async Task<IReadOnlyList<RevisionStep>> RunAllAsync(IReadOnlyList<StepRunner> runners, CancellationToken cancellationToken)
    {
        if (runners.Count == 0)
            return [];
        if (runners.FirstOrDefault(runner => !runner.IsOneTransaction) is { } several)
        {
            throw new AutogenException(
                ErrorCode.TransactionMode,
                $"Revision {several.Step.Node.Id} has statements that must run by themselves (op.Autocommit, op.Backfill), so the upgrade "
                    + "can't be one transaction. Nothing was done. Use --transaction-mode perRevision for it.");
        }

        return await new LockConflicts(session).RetryAsync(
            runners[0].Step,
            () => WithoutForeignKeysAsync(runners, () => RunInOneTransactionAsync(runners, cancellationToken), cancellationToken),
            cancellationToken).ConfigureAwait(false);
    }

    private async Task<IReadOnlyList<RevisionStep>> RunInOneTransactionAsync(
        IReadOnlyList<StepRunner> runners, CancellationToken cancellationToken)
    {
        var done = new List<RevisionStep>();
        try
        {
            await session.BeginAsync(cancellationToken).ConfigureAwait(false);
            foreach (var runner in runners)
            {
                if (await runner.RunInTransactionAsync(cancellationToken).ConfigureAwait(false))
                    done.Add(runner.Step);
            }

            await session.CommitAsync().ConfigureAwait(false);
            return done;
        }
        catch (Exception exception)
        {
            await session.RollBackAsync().ConfigureAwait(false);
            if (exception is AutogenException known && done.Count > 0)
                throw new AutogenException(known.Code, $"{Sentence.Ended(known.Message)} The upgrade is one transaction: "
                    + $"{string.Join(", ", done.Select(step => step.Node.Id))} before it "
                    + $"{(done.Count == 1 ? "was" : "were")} rolled back, too.", known)
                {
                    Details = known.Details
                };
            if (exception is System.Data.Common.DbException && !DatabaseErrors.IsConnectionLost(exception, session.Connection))
                throw new AutogenException(
                    ErrorCode.RevisionFailed,
                    $"The upgrade could not be committed: {Sentence.Ended(exception.Message)} It is one transaction: "
                        + "all of it was rolled back.",
                    exception);
            throw;
        }
    }

    // Foreign keys are switched before the transaction begins.
    private Task<T> WithoutForeignKeysAsync<T>(
        IReadOnlyList<StepRunner> runners, Func<Task<T>> action, CancellationToken cancellationToken)
        => runners.Any(runner => runner.NeedsForeignKeysOff)
            ? session.Driver.ForeignKeys.WithoutAsync(session, action, cancellationToken)
            : action();

    private async Task<UpgradeInterruptedException> InterruptedAsync(OperationCanceledException exception)
    {
        var where = "'dotnet autogen current' says where the database is";
        await session.RollBackAsync().ConfigureAwait(false);
        try
        {
            var (current, unfinished) = await session.ReadPositionAsync(CancellationToken.None).ConfigureAwait(false);
            where =
                $"the database is at {(current.Count == 0 ? "<base>" : string.Join(", ", current))}"
                    + $"{(unfinished is null ? "" : $". {unfinished.Summary} 'dotnet autogen upgrade' resumes it")}";
        }
        catch (Exception reading) when (reading is System.Data.Common.DbException or InvalidOperationException or IOException)
        {
            // The connection went with what was interrupted.
        }

        return new UpgradeInterruptedException($"Interrupted. What was running was rolled back: {where}.", exception);
    }

    private async Task<T> LockedAsync<T>(Func<Task<T>> action, CancellationToken cancellationToken)
    {
        await session.ResolveAsync(cancellationToken).ConfigureAwait(false);
        while (true)
        {
            try
            {
                await session.Lock.AcquireAsync(cancellationToken).ConfigureAwait(false);
                return await action().ConfigureAwait(false);
            }
            catch (LeaseLostException exception)
            {
                session.Progress.TryingAgain(exception.Message);
                await session.RollBackAsync().ConfigureAwait(false);
                await session.ReconnectAsync(cancellationToken).ConfigureAwait(false);
            }
            finally
            {
                await session.Lock.ReleaseAsync().ConfigureAwait(false);
            }
        }
    }
}
