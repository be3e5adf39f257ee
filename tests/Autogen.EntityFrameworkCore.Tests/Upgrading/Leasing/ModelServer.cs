using Autogen.Upgrading.Leasing;

namespace Autogen.EntityFrameworkCore.Tests.Upgrading.Leasing;

/// <summary>
/// What of a server matters to the lease: the row, its lock, a clock that jumps, and statements that run on when their client is gone.
/// </summary>
internal sealed class ModelServer
{
    private LeaseRow row = new("", 0, 0, "", IsExpired: true);
    private LeaseRow durable = new("", 0, 0, "", IsExpired: true);
    private TimeSpan expires;

    /// <summary>The server's clock, which may jump.</summary>
    public TimeSpan Clock { get; set; } = TimeSpan.FromDays(1);

    /// <summary>The transaction that holds the row.</summary>
    public ModelActor? Locker { get; set; }

    /// <summary>How many parts are done, as committed.</summary>
    public int Done { get; private set; }

    /// <summary>How often each part was applied.</summary>
    public int[] Applied { get; } = new int[ModelActor.Parts];

    /// <summary>Statements outside of transactions: whose, of which fence and part, and how much longer.</summary>
    public List<ModelStatement> Running { get; } = [];

    /// <summary>Switched off to see that the model finds what follows.</summary>
    public bool ChecksFence { get; init; } = true;

    /// <summary>The fault that was found.</summary>
    public string? Fault { get; set; }

    public LeaseRow Read() => row with { IsExpired = expires <= Clock };

    public long? Take(LeaseRow seen, string holder, TimeSpan duration)
    {
        if (Locker is not null || seen.Fence != row.Fence || seen.Beat != row.Beat)
            return null;
        row = new LeaseRow(holder, row.Fence + 1, row.Beat + 1, holder, IsExpired: false);
        expires = Clock + duration;
        return row.Fence;
    }

    public bool Renew(string holder, long fence, TimeSpan duration)
    {
        if (ChecksFence && (row.Holder != holder || row.Fence != fence))
            return false;
        row = row with { Beat = row.Beat + 1 };
        expires = Clock + duration;
        return true;
    }

    public void Release(string holder, long fence)
    {
        if (row.Holder == holder && row.Fence == fence && Locker is null)
            row = row with { Holder = "", Beat = row.Beat + 1 };
    }

    /// <summary>Commits a transaction of a fence that did a part, or noted that one is done.</summary>
    public void Commit(long fence, int part, bool applies)
    {
        if (applies)
            Applied[part]++;
        Done = part + 1;
        durable = row;
        if (Applied[part] != 1)
            Fault ??= $"part {part} was applied {Applied[part]} times";
        if (Running.Exists(statement => statement.Fence < fence))
            Fault ??= $"a statement of an earlier holder ran while part {part} was committed";
    }

    /// <summary>A statement ends: it is done, once.</summary>
    public void Complete(ModelStatement statement)
    {
        Running.Remove(statement);
        if (Done > statement.Part)
            Fault ??= $"a statement of part {statement.Part} had an effect after the part was done";
        if (Applied[statement.Part] == 0)
            Applied[statement.Part] = 1; // the name is taken otherwise, as with an index
    }

    /// <summary>Another server takes the place of this one: what no durable commit came after may be lost.</summary>
    public void FailOver()
    {
        row = durable;
        Locker = null;
        Running.Clear();
    }
}

/// <summary>A statement that runs outside of a transaction.</summary>
internal sealed class ModelStatement(ModelActor actor, long fence, int part, int left)
{
    public ModelActor Actor { get; } = actor;

    public long Fence { get; } = fence;

    public int Part { get; } = part;

    public int Left { get; set; } = left;
}

/// <summary>
/// A connection to the model's server. Whatever may happen between two round trips happens in <paramref name="between"/>.
/// </summary>
internal sealed class ModelStore(ModelServer server, LeaseTimes times, Action between) : ILeaseStore
{
    public Task<LeaseRow> ReadAsync(CancellationToken cancellationToken)
    {
        var row = server.Read();
        between();
        return Task.FromResult(row);
    }

    public Task<long?> TakeAsync(LeaseRow seen, string holder, CancellationToken cancellationToken)
    {
        var fence = server.Take(seen, holder, times.Duration);
        between();
        return Task.FromResult(fence);
    }

    public Task<bool> RenewAsync(string holder, long fence, CancellationToken cancellationToken)
    {
        var isMine = server.Renew(holder, fence, times.Duration);
        between();
        return Task.FromResult(isMine);
    }

    public Task ReleaseAsync(string holder, long fence, CancellationToken cancellationToken)
    {
        server.Release(holder, fence);
        return Task.CompletedTask;
    }
}
