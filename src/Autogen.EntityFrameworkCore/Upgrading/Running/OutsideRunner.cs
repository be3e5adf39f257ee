using System.Data.Common;
using System.Diagnostics;
using Autogen.Drivers;
using Autogen.Upgrading.Leasing;
using Autogen.Upgrading.Records;

namespace Autogen.Upgrading.Running;

/// <summary>
/// Runs statements that run outside of the revision's transaction. Most can be a transaction of their own together with the note that
/// they are done; what the database refuses in one is noted before it begins, and whether it was done is asked of the catalogue if
/// nobody could note that it ended.
/// </summary>
internal sealed class OutsideRunner(UpgradeSession session, IReadOnlyList<StepStatement> statements)
{
    private readonly Stopwatch watch = Stopwatch.StartNew();
    private BackfillBatches? batches;
    private long? rowsBefore;

    /// <summary>
    /// Runs the next statement, or the next batch of a backfill. The transaction that is open is ended; what was done is remembered.
    /// </summary>
    /// <param name="at">How far the revision has come, as read in that transaction.</param>
    /// <param name="cancellationToken">Ends it.</param>
    public async Task RunAsync(UnfinishedStep at, CancellationToken cancellationToken)
    {
        var statement = statements[at.Done];
        if (statement is BackfillStatement backfill)
            await RunBatchAsync(backfill, at, cancellationToken).ConfigureAwait(false);
        else if (at.IsBegun
            || session.Driver.Statements.IsNeverInTransaction(statement)
            || !await TryInTransactionAsync(statement, at, cancellationToken).ConfigureAwait(false))
            await RunByItselfAsync(statement, at, cancellationToken).ConfigureAwait(false);
    }

    /// <summary>
    /// Forgets a statement that was begun and is another one in the file now; what a failed attempt left is removed. The
    /// transaction that is open is ended.
    /// </summary>
    public async Task GiveUpAsync(UnfinishedStep at, CancellationToken cancellationToken)
    {
        await GuardedAsync(
            async guard =>
            {
                await session.RollBackAsync().ConfigureAwait(false);
                _ = await IsDoneAsync(at.Begun, guard).ConfigureAwait(false);
            },
            cancellationToken).ConfigureAwait(false);
        await session.BeginAsync(cancellationToken).ConfigureAwait(false);
        if (at.Done == 0)
            await session.CommitAsync([new TableChange(session.Unfinished.DropSql)], cancellationToken).ConfigureAwait(false);
        else
            await session.SaveAndCommitAsync(at.At(at.Done, statements), cancellationToken).ConfigureAwait(false);
    }

    private async Task<bool> TryInTransactionAsync(StepStatement statement, UnfinishedStep at, CancellationToken cancellationToken)
    {
        try
        {
            await statement.RunAsync(session.Connection, cancellationToken).ConfigureAwait(false);
        }
        catch (DbException exception) when (DatabaseErrors.IsRefusedInTransaction(exception))
        {
            await session.RollBackAsync().ConfigureAwait(false);
            await session.BeginAsync(cancellationToken).ConfigureAwait(false);
            return false;
        }

        await FinishAsync(at, cancellationToken).ConfigureAwait(false);
        return true;
    }

    private async Task RunByItselfAsync(StepStatement statement, UnfinishedStep at, CancellationToken cancellationToken)
    {
        await GuardedAsync(
            async guard =>
            {
                if (at.IsBegun || await IsTakenAsync(statement, cancellationToken).ConfigureAwait(false))
                {
                    await session.RollBackAsync().ConfigureAwait(false);
                }
                else
                {
                    await session.SaveAndCommitAsync(
                        at.At(at.Done, statements) with { IsBegun = true, Begun = statement.Meaning },
                        cancellationToken).ConfigureAwait(false);
                }

                if (!at.IsBegun || !await IsDoneAsync(statement.Sql, guard).ConfigureAwait(false))
                    await SendAsync(statement, guard).ConfigureAwait(false);
                await RequireValidAsync(statement, cancellationToken).ConfigureAwait(false);
            },
            cancellationToken).ConfigureAwait(false);
        await session.BeginAsync(cancellationToken).ConfigureAwait(false);
        await FinishAsync(at, cancellationToken).ConfigureAwait(false);
    }

    // Whoever takes over ends the statement, or its session: the error of that is not the revision's.
    private async Task GuardedAsync(Func<OutsideGuard, Task> action, CancellationToken cancellationToken)
    {
        var guard = await session.Lock.GuardAsync(cancellationToken).ConfigureAwait(false);
        await using var closing = guard.ConfigureAwait(false);
        try
        {
            await action(guard).ConfigureAwait(false);
        }
        catch (Exception exception) when (exception is not LeaseLostException && !cancellationToken.IsCancellationRequested)
        {
            if (await guard.IsLostAsync().ConfigureAwait(false))
                throw new LeaseLostException();
            throw;
        }
    }

    private async Task<bool> IsTakenAsync(StepStatement statement, CancellationToken cancellationToken)
        => EffectOf(statement.Sql) is { } effect && await effect.IsTakenAsync(session, cancellationToken).ConfigureAwait(false);

    private async Task RequireValidAsync(StepStatement statement, CancellationToken cancellationToken)
    {
        if (EffectOf(statement.Sql) is { } effect)
            await effect.RequireValidAsync(session, cancellationToken).ConfigureAwait(false);
    }

    private async Task<bool> IsDoneAsync(string? sql, OutsideGuard guard)
        => EffectOf(sql) is { } effect && await effect.IsDoneAsync(session, guard).ConfigureAwait(false);

    private OutsideEffect? EffectOf(string? sql) => session.Driver.Statements.EffectOf(sql ?? "");

    // A time limit holds here, too; this process keeps it, as a setting of the session would be another one's behind a pooler. One for
    // locks does not: nobody waits behind CREATE INDEX CONCURRENTLY, which waits for every older transaction.
    private async Task SendAsync(StepStatement statement, OutsideGuard guard)
    {
        using var limit = CancellationTokenSource.CreateLinkedTokenSource(guard.Token);
        await guard.ReadyAsync().ConfigureAwait(false);
        if (session.Driver.Statements.LimitsTime && session.Options.StatementTimeout is { } timeout && timeout > TimeSpan.Zero)
            limit.CancelAfter(timeout);
        try
        {
            await (statement with { Tag = guard.Tag }).RunAsync(session.Connection, limit.Token).ConfigureAwait(false);
        }
        catch (OperationCanceledException exception) when (limit.IsCancellationRequested && !guard.Token.IsCancellationRequested)
        {
            throw new TimeoutException("The statement was cancelled.", exception);
        }
    }

    private async Task RunBatchAsync(BackfillStatement statement, UnfinishedStep at, CancellationToken cancellationToken)
    {
        var batch = batches ??= new BackfillBatches(session, statement.Backfill);
        var (last, changed) = await batch.RunAsync(at.LastKey, cancellationToken).ConfigureAwait(false);
        var rows = at.Rows + changed;
        rowsBefore ??= at.Rows;
        var all = last is null ? rows : batch.Total(rowsBefore.Value);
        var elapsed = watch.Elapsed;
        if (last is null)
        {
            await FinishAsync(at, cancellationToken).ConfigureAwait(false);
        }
        else
        {
            await session.SaveAndCommitAsync(
                at.At(at.Done, statements) with { LastKey = last, Rows = rows, Begun = statement.Meaning },
                cancellationToken).ConfigureAwait(false);
        }

        session.Progress.RowsChanged(statement.Backfill.Table, rows, Math.Max(rows, all), changed, elapsed, isLast: last is null);
        if (last is not null && statement.Backfill.Pause > TimeSpan.Zero)
            await session.Lock.PauseAsync(statement.Backfill.Pause, cancellationToken).ConfigureAwait(false);
    }

    private async Task FinishAsync(UnfinishedStep at, CancellationToken cancellationToken)
    {
        (batches, rowsBefore) = (null, null);
        watch.Restart();
        await session.SaveAndCommitAsync(at.At(at.Done + 1, statements), cancellationToken).ConfigureAwait(false);
    }
}
