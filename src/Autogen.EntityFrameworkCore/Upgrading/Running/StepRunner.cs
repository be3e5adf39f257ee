using System.Diagnostics;
using Autogen.Graph;
using Autogen.Schema;
using Autogen.Upgrading.Leasing;
using Autogen.Upgrading.Records;

namespace Autogen.Upgrading.Running;

/// <summary>
/// Runs one revision. It is one transaction, with its rows of the version table and its line of the log, unless statements must run by
/// themselves: then it is several, and how far it has come is remembered in the transaction that brings it there. Every transaction begins
/// with reading where the database is, so it does not matter who did what is done.
/// </summary>
internal sealed class StepRunner(UpgradeSession session, RevisionStep step, IReadOnlyList<StepStatement> statements)
{
    private const int LongestBatch = 20;

    private readonly StepFailure failure = new(session, step, statements);
    private readonly Stopwatch watch = new();
    private readonly OutsideRunner outside = new(session, statements);
    private bool told;

    /// <summary>Whether the revision is one transaction.</summary>
    public bool IsOneTransaction => statements.All(statement => !statement.IsOutsideTransaction);

    /// <summary>The revision.</summary>
    public RevisionStep Step => step;

    /// <summary>Whether foreign keys must not be enforced during the revision.</summary>
    public bool NeedsForeignKeysOff => session.Driver.ForeignKeys.MustBeOff(statements);

    /// <summary>Runs the revision, unless another process has.</summary>
    /// <returns>Whether it ran.</returns>
    public async Task<bool> RunAsync(CancellationToken cancellationToken)
    {
        try
        {
            while (true)
            {
                await session.BeginAsync(cancellationToken).ConfigureAwait(false);
                var (before, unfinished) = await session.ReadPositionAsync(cancellationToken).ConfigureAwait(false);
                if (IsDone(before))
                {
                    await session.RollBackAsync().ConfigureAwait(false);
                    return false;
                }

                RequirePlace(before);
                Tell();
                unfinished?.RequireSame(step, statements);
                if (unfinished is { IsBegun: true } && !unfinished.IsBegunIn(statements))
                {
                    await outside.GiveUpAsync(unfinished, cancellationToken).ConfigureAwait(false);
                    continue;
                }

                if (await RunPartAsync(before, unfinished ?? UnfinishedStep.Of(step), cancellationToken).ConfigureAwait(false))
                    return true;
            }
        }
        catch
        {
            await session.RollBackAsync().ConfigureAwait(false);
            throw;
        }
    }

    /// <summary>Runs the revision in the transaction that is open, unless another process has.</summary>
    /// <returns>Whether it ran.</returns>
    public async Task<bool> RunInTransactionAsync(CancellationToken cancellationToken)
    {
        var before = await session.ReadVersionAsync(cancellationToken).ConfigureAwait(false);
        if (IsDone(before))
            return false;
        RequirePlace(before);
        Tell();
        await RunInsideAsync(before, UnfinishedStep.Of(step), cancellationToken).ConfigureAwait(false);
        await session.ChangeAsync(
            await RecordAsync(before, wasUnfinished: false, cancellationToken).ConfigureAwait(false),
            cancellationToken).ConfigureAwait(false);
        session.Progress.StepFinished(step, watch.Elapsed);
        return true;
    }

    // One transaction further; whether the revision is whole then.
    private async Task<bool> RunPartAsync(IReadOnlyList<string> before, UnfinishedStep at, CancellationToken cancellationToken)
    {
        if (at.Done < statements.Count && statements[at.Done].IsOutsideTransaction)
        {
            session.Progress.StatementStarting(at.Done, statements.Count);
            try
            {
                await ObservedAsync(
                    statements[at.Done], () => outside.RunAsync(at, cancellationToken), cancellationToken).ConfigureAwait(false);
            }
            catch (Exception exception) when (!cancellationToken.IsCancellationRequested && exception is not LeaseLostException)
            {
                throw failure.Explain(before, at, statements[at.Done], exception);
            }

            return false;
        }

        var end = await RunInsideAsync(before, at, cancellationToken).ConfigureAwait(false);
        var isWhole = end == statements.Count;
        try
        {
            if (isWhole)
                await session.CommitAsync(
                    await RecordAsync(before, wasUnfinished: at.Done > 0, cancellationToken).ConfigureAwait(false),
                    cancellationToken).ConfigureAwait(false);
            else
                await session.SaveAndCommitAsync(at.At(end, statements), cancellationToken).ConfigureAwait(false);
        }
        catch (Exception exception)
            when (exception is not (LeaseLostException or OperationCanceledException) && !cancellationToken.IsCancellationRequested)
        {
            throw failure.ExplainCommit(before, at, exception);
        }

        if (isWhole)
            session.Progress.StepFinished(step, watch.Elapsed);
        return isWhole;
    }

    // The statements up to the next one that runs by itself; the place of that one.
    private async Task<int> RunInsideAsync(IReadOnlyList<string> before, UnfinishedStep at, CancellationToken cancellationToken)
    {
        var check = await session.Driver.Checks.BeginAsync(session, statements, cancellationToken).ConfigureAwait(false);
        if (await session.Driver.Checks.SpaceAsync(
            session, step.Node.Id, statements.Skip(at.Done), cancellationToken).ConfigureAwait(false) is { } space)
            session.Progress.Rebuilding(space);
        var split = await session.Driver.Limits.SplitAsync(
            session, StepStatement.OperationsOf(statements), cancellationToken).ConfigureAwait(false);
        var index = at.Done;
        for (; index < statements.Count && !statements[index].IsOutsideTransaction; index++)
        {
            cancellationToken.ThrowIfCancellationRequested();
            session.Progress.StatementStarting(index, statements.Count);
            if (split is null && session.Options.Observer is null && BatchFrom(index) is [_, _, ..] batch)
            {
                await RunBatchAsync(before, at, index, batch, cancellationToken).ConfigureAwait(false);
                index += batch.Count - 1;
                continue;
            }

            try
            {
                var statement = statements[index];
                await ObservedAsync(
                    statement, () => RunStatementAsync(statement, cancellationToken), cancellationToken).ConfigureAwait(false);
            }
            catch (Exception exception) when (!cancellationToken.IsCancellationRequested)
            {
                throw failure.Explain(before, at, statements[index], exception);
            }

            await session.Driver.Statements.AfterAsync(
                session.Connection, statements[index], cancellationToken).ConfigureAwait(false);
            if (split is not null)
                await split.AfterAsync(statements[index].Operation, cancellationToken).ConfigureAwait(false);
        }

        if (check is not null)
            await check.RequireIntactAsync(step.Node.Id, cancellationToken).ConfigureAwait(false);
        return index;
    }

    // The statements from a place on that can be sent together; few enough that the progress moves and that one can be told to end.
    private List<string> BatchFrom(int start)
    {
        var batch = new List<string>();
        for (var index = start; index < statements.Count && batch.Count < LongestBatch; index++)
        {
            if (session.Driver.Statements.BatchSql(session.Connection, statements[index]) is not { } sql)
                break;
            batch.Add(sql);
        }

        return batch;
    }

    private async Task RunBatchAsync(
        IReadOnlyList<string> before, UnfinishedStep at, int start, IReadOnlyList<string> batch, CancellationToken cancellationToken)
    {
        try
        {
            await session.Batch.RunAsync(batch, cancellationToken).ConfigureAwait(false);
        }
        catch (BatchFailureException failed)
        {
            throw failure.Explain(before, at, statements[start + failed.Index], failed.Cause);
        }
    }

    private async Task ObservedAsync(StepStatement statement, Func<Task> run, CancellationToken cancellationToken)
    {
        if (session.Options.Observer is not { } observer)
        {
            await run().ConfigureAwait(false);
            return;
        }

        await observer.StartingAsync(step, statement, session.Connection, cancellationToken).ConfigureAwait(false);
        var began = Stopwatch.GetTimestamp();
        try
        {
            await run().ConfigureAwait(false);
        }
        catch
        {
            observer.Failed(Stopwatch.GetElapsedTime(began));
            throw;
        }

        await observer.FinishedAsync(Stopwatch.GetElapsedTime(began), session.Connection, cancellationToken).ConfigureAwait(false);
    }

    // A revision's own code may ask others than the database, and take its time.
    private async Task RunStatementAsync(StepStatement statement, CancellationToken cancellationToken)
    {
        var idle = statement is CodeStatement ? await session.Lock.AllowIdleAsync(cancellationToken).ConfigureAwait(false) : null;
        await statement.RunAsync(session.Connection, cancellationToken).ConfigureAwait(false);
        if (idle is not null)
            await idle.DisposeAsync().ConfigureAwait(false);
    }

    // What is written once all statements have run.
    private async Task<IReadOnlyList<TableChange>> RecordAsync(
        IReadOnlyList<string> before, bool wasUnfinished, CancellationToken cancellationToken)
    {
        var checksum = session.Revisions.ChecksumOf(step.Node.Id, step.Direction, session.Provider);
        var exists = before.Count > 0
            || await session.VersionTable.ExistsAsync(session.Connection, null, cancellationToken).ConfigureAwait(false);
        return
        [
            .. exists ? Array.Empty<TableChange>() : [new TableChange(session.VersionTable.CreateSql)],
            new TableChange(session.Log.CreateSql),
            .. VersionRows.Between(before, RowsAfter(before), session.Revisions.Graph.ParentsOf(step.Node).Select(parent => parent.Id))
                .Select(session.VersionTable.Change),
            new TableChange(
                session.Log.InsertSql(
                    step, TimeProvider.System.GetUtcNow(), watch.Elapsed, UpgradeLog.ToolVersion, checksum),
                1),
            .. wasUnfinished ? [new TableChange(session.Unfinished.DropSql)] : Array.Empty<TableChange>(),
        ];
    }

    private bool IsDone(IReadOnlyList<string> current)
    {
        UpgradePlan.RequireKnown(session.Revisions.Graph, current);
        var isApplied = session.Revisions.Graph
            .AncestorsAndSelf(current)
            .Any(node => string.Equals(node.Id, step.Node.Id, StringComparison.Ordinal));
        return isApplied == (step.Direction == StepDirection.Upgrade);
    }

    // Somebody who does not take the lock, a script for example, may have been at it since the plan was made.
    private void RequirePlace(IReadOnlyList<string> current)
    {
        var graph = session.Revisions.Graph;
        var applied = Applied(current);
        var isUpgrade = step.Direction == StepDirection.Upgrade;
        var wrong = isUpgrade
            ? graph.ParentsOf(step.Node).FirstOrDefault(parent => !applied.Contains(parent.Id))
            : graph.ChildrenOf(step.Node.Id).Concat(graph.DependentsOf(step.Node.Id)).FirstOrDefault(child => applied.Contains(child.Id));
        if (wrong is not null)
        {
            throw new AutogenException(
                ErrorCode.VersionTableChanged,
                $"Revision {step.Node.Id} can't be "
                + (isUpgrade
                    ? $"applied: {wrong.Id}, on which it builds, is not applied any more. "
                    : $"reverted: {wrong.Id}, which builds on it, is applied by now. ")
                + "Somebody else has changed the database since this command began. "
                + "Look where it is with 'dotnet autogen current', and run the command again.");
        }
    }

    private IReadOnlyList<string> RowsAfter(IReadOnlyList<string> before)
    {
        if (step.Direction == StepDirection.Upgrade)
            return VersionRows.With(session.Revisions.Graph, before, step.Node);
        var applied = Applied(before);
        applied.Remove(step.Node.Id);
        return VersionRows.Without(session.Revisions.Graph, before, step.Node, applied);
    }

    private HashSet<string> Applied(IReadOnlyList<string> rows)
        => session.Revisions.Graph.AncestorsAndSelf(rows).Select(node => node.Id).ToHashSet(StringComparer.Ordinal);

    private void Tell()
    {
        if (!told)
            session.Progress.StepStarted(step);
        told = true;
        watch.Start();
    }
}
