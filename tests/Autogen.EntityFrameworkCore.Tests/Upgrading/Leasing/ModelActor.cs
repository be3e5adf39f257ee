using Autogen.Upgrading.Leasing;

namespace Autogen.EntityFrameworkCore.Tests.Upgrading.Leasing;

/// <summary>
/// A process that upgrades, one action a step, as <c>LeaseLock</c>, <c>StepRunner</c> and <c>OutsideRunner</c> do. Every third part runs
/// outside of a transaction.
/// </summary>
internal sealed class ModelActor(ModelServer server, LeaseTimes times, Random random, Action<ModelActor> between, ModelBreaks breaks)
{
    public const int Parts = 7;

    private Lease lease = null!; // taken before it is used
    private State state;
    private int part;

    private enum State
    {
        Idle,
        Polling,
        Ending,
        Deciding,
        Working,
        Ready,
        Waiting,
        Finishing,
        Releasing,
        Finished,
    }

    /// <summary>The process's clock, which only goes forward.</summary>
    public TimeSpan Clock { get; set; }

    /// <summary>How many steps it is stopped for.</summary>
    public int Stopped { get; set; }

    /// <summary>Whether it has reported that all is done.</summary>
    public bool IsFinished => state == State.Finished;

    /// <summary>Whether its session has sent what names the lock, and nothing since.</summary>
    public bool IsTagged => state is State.Ready;

    /// <summary>
    /// The process dies, or loses its connection, and is started again. What it left on the server stays there for a while.
    /// </summary>
    public void Begin() => state = State.Idle;

    public void Step()
    {
        try
        {
            Act();
        }
        catch (LeaseLostException)
        {
            if (server.Locker == this)
                server.Locker = null;
            state = State.Idle;
        }
    }

    private void Act()
    {
        switch (state)
        {
            case State.Idle:
                lease = new Lease(new ModelStore(server, times, () => between(this)), times, $"{random.Next()}", () => Clock);
                state = server.Done == Parts ? State.Finished : State.Polling;
                break;
            case State.Polling:
                if (lease.TryAcquireAsync(CancellationToken.None).GetAwaiter().GetResult() is null && state == State.Polling)
                    state = lease.IsTakenOver && breaks != ModelBreaks.LeavesStatements ? State.Ending : State.Deciding;
                break;
            case State.Ending:
                End();
                break;
            case State.Deciding:
                BeginTransaction();
                break;
            case State.Working:
                Commit(applies: true);
                break;
            case State.Ready:
                server.Running.Add(new ModelStatement(this, lease.Fence, part, random.Next(1, 60)));
                state = State.Waiting;
                break;
            case State.Waiting:
                Wait();
                break;
            case State.Finishing:
                Enter();
                Commit(applies: false);
                break;
            case State.Releasing:
                lease.ReleaseAsync(new ModelStore(server, times, () => between(this)), CancellationToken.None).GetAwaiter().GetResult();
                state = State.Finished;
                break;
            case State.Finished:
                if (server.Done < Parts)
                    server.Fault ??= "work that was reported as done is lost";
                break;
        }
    }

    private void End()
    {
        foreach (var other in server.Running.Where(statement => statement.Fence < lease.Fence).ToList())
            other.Left = Math.Min(other.Left, random.Next(0, 4));
        OnTakeOver?.Invoke(this);
        if (lease.NeedsRenewal)
            lease.RenewAsync(CancellationToken.None).GetAwaiter().GetResult();
        if (state == State.Ending && !server.Running.Exists(statement => statement.Fence < lease.Fence))
            state = State.Deciding;
    }

    /// <summary>Ends the sessions that may still send a statement.</summary>
    public Action<ModelActor>? OnTakeOver { get; set; }

    // BEGIN, and the compare-and-swap that holds the row until the end.
    private void Enter()
    {
        if (server.Locker is not null)
            throw new LeaseLostException(); // somebody else's transaction: its lock is waited for in vain, and the upgrade is tried again
        var before = lease.Now;
        if (!server.Renew(lease.Holder, lease.Fence, times.Duration))
            throw new LeaseLostException();
        server.Locker = this;
        lease.Confirm(before);
    }

    private void BeginTransaction()
    {
        Enter();
        part = server.Done;
        if (part == Parts)
        {
            server.Locker = null;
            state = State.Releasing;
        }
        else if (part % 3 == 1)
        {
            server.Locker = null; // the note that it begins is committed
            if (server.Applied[part] == 1)
                state = State.Finishing;
            else
                GetReady();
        }
        else
        {
            state = State.Working;
        }
    }

    private void GetReady()
    {
        var mine = state;
        do
        {
            lease.RenewAsync(CancellationToken.None).GetAwaiter().GetResult();
        }
        while (!lease.MaySend && breaks != ModelBreaks.SendsLate);
        if (state == mine)
            state = State.Ready;
    }

    private void Wait()
    {
        if (!lease.IsSurelyHeld)
            throw new LeaseLostException();
        if (lease.NeedsRenewal)
            lease.RenewAsync(CancellationToken.None).GetAwaiter().GetResult();
        if (state == State.Waiting && !server.Running.Exists(statement => statement.Actor == this && statement.Fence == lease.Fence))
            state = server.Applied[part] == 1 ? State.Finishing : State.Idle; // done, or ended by somebody else
    }

    private void Commit(bool applies)
    {
        server.Locker = null;
        server.Commit(lease.Fence, part, applies);
        state = random.Next(20) == 0 ? State.Idle : State.Deciding; // the acknowledgement may be lost
    }
}

/// <summary>What is left out of the protocol, to see that the model finds it.</summary>
internal enum ModelBreaks
{
    None,
    ChecksNoFence,
    LeavesStatements,
    SendsLate,
}
