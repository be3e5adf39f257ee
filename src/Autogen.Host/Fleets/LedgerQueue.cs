using System.Collections.Concurrent;
using System.Data.Common;
using Autogen.Drivers;
using Autogen.Messages;
using Autogen.Schema;
using Autogen.Upgrading;

namespace Autogen.Host.Fleets;

/// <summary>
/// Databases that several processes share by a ledger. It has given out all when no database of the run waits or is worked on, by whomever:
/// what a worker that dies gives back is taken by one that is left.
/// </summary>
/// <param name="open">Opens the ledger; each claim has a connection of its own.</param>
/// <param name="members">The databases that this process knows.</param>
/// <param name="budget">When failures stop the waves.</param>
/// <param name="perServer">How many databases of one server this process works on at a time.</param>
/// <param name="warn">Tells about an outcome that the ledger did not take.</param>
internal sealed class LedgerQueue(
    Func<CancellationToken, Task<FleetLedger>> open,
    IReadOnlyList<FleetMember> members,
    FleetBudget budget,
    int perServer,
    Action<string> warn) : IFleetQueue, IAsyncDisposable
{
    // How soon a database is noticed that another worker has given back.
    private static readonly TimeSpan pause = TimeSpan.FromSeconds(1);

    private readonly Dictionary<string, int> indexes =
        members.Index().ToDictionary(member => member.Item.Name, member => member.Index, StringComparer.Ordinal);
    private readonly ConcurrentDictionary<string, int> running =
        new(
            members.Select(member => member.Server).Distinct(StringComparer.Ordinal).Select(server => KeyValuePair.Create(server, 0)),
            StringComparer.Ordinal);
    private readonly ConcurrentBag<FleetLedger> idle = [];
    private readonly HashSet<string> unknown = new(StringComparer.Ordinal);
    private readonly SemaphoreSlim gate = new(1);
    private TaskCompletionSource changed = new(TaskCreationOptions.RunContinuationsAsynchronously);

    /// <summary>Why no other database began; <see langword="null"/> where all did.</summary>
    public string? Stopped { get; private set; }

    /// <inheritdoc/>
    /// <exception cref="AutogenException"><see cref="ErrorCode.FleetLedgerFailed"/>.</exception>
    public async Task<FleetTurn?> TakeAsync(CancellationToken cancellationToken)
    {
        while (true)
        {
            var change = Volatile.Read(ref changed).Task;
            await gate.WaitAsync(cancellationToken);
            try
            {
                var (turn, isOver) = await TryTakeAsync(cancellationToken);
                if (turn is not null || isOver)
                    return turn;
            }
            catch (DbException exception)
            {
                throw Failure(exception);
            }
            finally
            {
                gate.Release();
            }

            await Task.WhenAny(change, Task.Delay(pause, cancellationToken));
            cancellationToken.ThrowIfCancellationRequested();
        }
    }

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        gate.Dispose();
        foreach (var ledger in idle)
            await ledger.DisposeAsync();
    }

    /// <summary>What is said where the ledger's database fails.</summary>
    public static AutogenException Failure(DbException exception)
        => new(
            ErrorCode.FleetLedgerFailed,
            $"The ledger of the fleet can't be used: {Sentence.Ended(DatabaseErrors.FirstLine(exception))} "
                + "Databases that were done are done, and the ledger is not needed to know it. Run the command again to go on.",
            exception);

    private async Task<(FleetTurn? Turn, bool IsOver)> TryTakeAsync(CancellationToken cancellationToken)
    {
        var ledger = idle.TryTake(out var known) ? known : await open(cancellationToken);
        LedgerClaim? claim = null;
        try
        {
            var progress = await ledger.ReadProgressAsync(unknown, cancellationToken);
            if (progress.Wave is not { } wave)
                return (null, true);
            if (budget.Refuse(wave, progress.Failed, progress.FirstFailedWave) is { } reason)
            {
                Stopped = reason;
                return (null, true);
            }

            claim = await ClaimAsync(ledger, wave, cancellationToken);
            return (claim is null ? null : new Turn(this, ledger, claim, indexes[claim.Name]), false);
        }
        finally
        {
            if (claim is null)
                await KeepAsync(ledger);
        }
    }

    // Another worker may know databases that this one does not.
    private async Task<LedgerClaim?> ClaimAsync(FleetLedger ledger, int wave, CancellationToken cancellationToken)
    {
        string[] free = [.. running.Where(server => server.Value < perServer).Select(server => server.Key)];
        while (await ledger.ClaimAsync(wave, free, unknown, cancellationToken) is { } claim)
        {
            if (indexes.TryGetValue(claim.Name, out var index))
            {
                running.AddOrUpdate(members[index].Server, 1, (_, count) => count + 1);
                return claim;
            }

            unknown.Add(claim.Name);
            await claim.DisposeAsync();
        }

        return null;
    }

    private void Warn(string text) => warn(text);

    private string ServerOf(int index) => members[index].Server;

    private ValueTask KeepAsync(FleetLedger ledger)
    {
        if (!ledger.IsOpen)
            return ledger.DisposeAsync();
        idle.Add(ledger);
        return ValueTask.CompletedTask;
    }

    private sealed class Turn(LedgerQueue queue, FleetLedger ledger, LedgerClaim claim, int index) : FleetTurn(index)
    {
        // What was interrupted is given back.
        public override async Task CompleteAsync(FleetOutcome outcome)
        {
            if (outcome.State == FleetStates.Interrupted)
                return;
            try
            {
                var row = new LedgerRow(claim.Name, outcome.State, outcome.Current, outcome.Code, outcome.Reason, Worker: null);
                await claim.CompleteAsync(row, CancellationToken.None);
            }
            catch (Exception exception) when (exception is DbException or InvalidOperationException)
            {
                queue.Warn($"{claim.Name}: the ledger did not take the outcome, so another worker looks at the database again: "
                    + (exception is DbException lost ? DatabaseErrors.FirstLine(lost) : exception.Message));
            }
        }

        public override async ValueTask DisposeAsync()
        {
            try
            {
                await claim.DisposeAsync();
            }
            catch (DbException)
            {
                // The connection is lost, and the claim with it.
            }

            await queue.KeepAsync(ledger);
            queue.running.AddOrUpdate(queue.ServerOf(Index), 0, (_, count) => count - 1);
            var former = Interlocked.Exchange(ref queue.changed, new(TaskCreationOptions.RunContinuationsAsynchronously));
            former.SetResult();
        }
    }
}
