using System.Collections.Concurrent;
using System.Diagnostics;
using Autogen.Commands;
using Autogen.Host.Session;
using Autogen.Messages;
using Autogen.Schema;
using Autogen.Upgrading;
using Microsoft.EntityFrameworkCore;

namespace Autogen.Host.Fleets;

/// <summary>Does something to the databases of a fleet, several at a time. One that fails does not stop the others.</summary>
/// <param name="session">The fleet's session.</param>
/// <param name="request">The command.</param>
/// <param name="members">The databases.</param>
/// <param name="work">Does it to one database.</param>
internal sealed class FleetRun(
    ProjectSession session,
    FleetRequest request,
    IReadOnlyList<FleetMember> members,
    Func<FleetWorker, FleetMember, CancellationToken, Task<FleetOutcome>> work) : IAsyncDisposable
{
    private readonly ConcurrentBag<FleetWorker> idle = [];
    private readonly FleetOutcome[] outcomes = [.. Enumerable.Repeat(FleetOutcome.NotStarted, members.Count)];
    private readonly Lock creating = new();
    private int done;
    private int failed;

    /// <summary>What became of each database.</summary>
    public IReadOnlyList<FleetOutcome> Outcomes => outcomes;

    /// <summary>How many have failed.</summary>
    public int Failed => Volatile.Read(ref failed);

    /// <summary>Works on some of the databases.</summary>
    /// <param name="first">The first one.</param>
    /// <param name="count">How many.</param>
    /// <param name="maxFailures">How many of the fleet may fail before no other one begins; <see langword="null"/> for any number.</param>
    /// <param name="cancellationToken">Interrupts those that run; the others are not begun.</param>
    public Task RunAsync(int first, int count, int? maxFailures, CancellationToken cancellationToken)
    {
        var queue = new FleetQueue(request.PerServer);
        for (var index = first; index < first + count; index++)
            queue.Add(index, members[index].Server);
        return RunAsync(queue, members.Skip(first).Take(count), maxFailures, cancellationToken);
    }

    /// <summary>Works on the databases that a queue gives out.</summary>
    /// <param name="queue">The queue.</param>
    /// <param name="among">The databases that it may give out.</param>
    /// <param name="maxFailures">How many of the fleet may fail before no other one begins; <see langword="null"/> for any number.</param>
    /// <param name="cancellationToken">Interrupts those that run; the others are not begun.</param>
    public async Task RunAsync(
        IFleetQueue queue, IEnumerable<FleetMember> among, int? maxFailures, CancellationToken cancellationToken)
    {
        // No more than can have a connection: one that waits may keep its own.
        var servers = among.CountBy(member => member.Server, StringComparer.Ordinal).ToList();
        var most = Math.Min(request.Parallel, servers.Sum(server => Math.Min(server.Value, request.PerServer)));
        var workers = Enumerable.Range(0, most)
            .Select(_ => Task.Run(() => WorkAsync(queue, maxFailures, cancellationToken), CancellationToken.None));
        await Task.WhenAll(workers);
    }

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        foreach (var worker in idle)
            await worker.DisposeAsync();
    }

    private async Task WorkAsync(IFleetQueue queue, int? maxFailures, CancellationToken cancellationToken)
    {
        if (!idle.TryTake(out var worker))
            worker = Create();
        try
        {
            while (!cancellationToken.IsCancellationRequested
                && !(Failed > maxFailures)
                && await queue.TakeAsync(cancellationToken) is { } next)
            {
                await using (next)
                    await next.CompleteAsync(await WorkAsync(worker, next.Index, cancellationToken));
            }
        }
        catch (OperationCanceledException)
        {
            // It waited for a server.
        }
        finally
        {
            idle.Add(worker);
        }
    }

    private FleetWorker Create() => new(session, request, CreateContext);

    // The application's startup code need not be safe for several threads.
    private DbContext CreateContext()
    {
        lock (creating)
            return session.CreateContext();
    }

    private async Task<FleetOutcome> WorkAsync(FleetWorker worker, int index, CancellationToken cancellationToken)
    {
        var watch = Stopwatch.StartNew();
        var outcome = await TryAsync(worker, members[index], cancellationToken);
        outcomes[index] = outcome;
        if (outcome.State == FleetStates.Failed)
            Interlocked.Increment(ref failed);
        session.Events.Write(new FleetDatabaseEvent(
            outcome.Message(members[index].Name), Interlocked.Increment(ref done), members.Count, Failed, watch.Elapsed.TotalMilliseconds));
        return outcome;
    }

    private async Task<FleetOutcome> TryAsync(FleetWorker worker, FleetMember member, CancellationToken cancellationToken)
    {
        var hasFailed = true;
        try
        {
            await worker.TurnToAsync(member, cancellationToken);
            var outcome = await work(worker, member, cancellationToken);
            hasFailed = false;
            return outcome;
        }
#pragma warning disable CA1031 // Whatever happens to one database must not reach the others.
        catch (Exception exception)
#pragma warning restore CA1031
        {
            return await FailureAsync(worker, member, exception, cancellationToken.IsCancellationRequested);
        }
        finally
        {
            await worker.LeaveAsync(hasFailed);
        }
    }

    private static async Task<FleetOutcome> FailureAsync(
        FleetWorker worker, FleetMember member, Exception exception, bool interrupted)
    {
        var explained = member.Problem is null ? await RevisionLog.ExplainAsync(exception, worker.Session) : exception;
        var failure = EngineFailure.Of(
            explained, request: null, member.Problem is null ? worker.Session.Connection : null, interrupted);
        var isInterrupted = interrupted && (exception is OperationCanceledException or UpgradeInterruptedException
            || failure.Code == ErrorCode.Interrupted.Written());
        return new FleetOutcome(isInterrupted ? FleetStates.Interrupted : FleetStates.Failed, [])
        {
            Code = failure.Code,
            Reason = member.Redacted(failure.Message.ReplaceLineEndings("\n").Split('\n')[0].TrimEnd()),
        };
    }
}
