namespace Autogen.Upgrading.Leasing;

/// <summary>
/// The right to upgrade, for a time. It is taken and renewed by compare-and-swap: whoever was stopped for longer than it holds finds
/// another fencing number in the row, and does nothing.
/// Every transaction of an upgrade begins with renewing it, and so holds the row until it ends; statements outside of transactions are
/// sent only soon after it was renewed.
/// </summary>
/// <remarks>
/// The server's clock may jump. Forward, a lease ends early, which the fencing number makes harmless. Backward, it would hold for long
/// after its holder died: so a row that nobody has
/// written for a lease's duration, as the one who waits measures it, counts as expired, too.
/// </remarks>
/// <param name="store">Where the row is.</param>
/// <param name="times">The times.</param>
/// <param name="holder">A random name that no other lease has: a fencing number alone could be given twice by a standby that was
/// promoted.</param>
/// <param name="clock">A clock that only goes forward.</param>
internal sealed class Lease(ILeaseStore store, LeaseTimes times, string holder, Func<TimeSpan> clock)
{
    private (long Fence, long Beat) seen = (-1, -1);
    private TimeSpan seenSince;
    private TimeSpan confirmed;

    /// <summary>The holder's random name.</summary>
    public string Holder => holder;

    /// <summary>The fencing number; 0 before it was taken.</summary>
    public long Fence { get; private set; }

    /// <summary>Whether it was taken from a holder that did not give it back: a statement of that one may still run.</summary>
    public bool IsTakenOver { get; private set; }

    /// <summary>Whether it is to be renewed now, where nothing else does it.</summary>
    public bool NeedsRenewal => clock() - confirmed >= times.Renewal;

    /// <summary>Whether a statement may be sent that no transaction protects.</summary>
    public bool MaySend => clock() - confirmed < times.Safe;

    /// <summary>Whether nobody else can have taken it over yet, by this process's clock.</summary>
    public bool IsSurelyHeld => clock() - confirmed < times.Duration;

    /// <summary>The time that a confirmation counts from: take it before the renewal is sent.</summary>
    public TimeSpan Now => clock();

    /// <summary>Tries to take the lease, once.</summary>
    /// <returns><see langword="null"/> where it was taken, else the row of who has it.</returns>
    public async Task<LeaseRow?> TryAcquireAsync(CancellationToken cancellationToken)
    {
        var before = clock();
        var row = await store.ReadAsync(cancellationToken).ConfigureAwait(false);
        if (!IsFree(row) || await store.TakeAsync(row, holder, cancellationToken).ConfigureAwait(false) is not { } fence)
            return row;
        Fence = fence;
        IsTakenOver = !row.IsReleased;
        confirmed = before;
        return null;
    }

    /// <summary>Extends the lease outside of any transaction.</summary>
    /// <exception cref="LeaseLostException">Somebody has taken it over.</exception>
    public Task RenewAsync(CancellationToken cancellationToken) => RenewAsync(store, cancellationToken);

    /// <inheritdoc cref="RenewAsync(CancellationToken)"/>
    /// <param name="other">The row by another connection.</param>
    /// <param name="cancellationToken">Ends it.</param>
    public async Task RenewAsync(ILeaseStore other, CancellationToken cancellationToken)
    {
        var before = clock();
        if (!await other.RenewAsync(holder, Fence, cancellationToken).ConfigureAwait(false))
            throw new LeaseLostException();
        Confirm(before);
    }

    /// <summary>Notes that the row was renewed in a transaction.</summary>
    /// <param name="before">When the renewal was sent (<see cref="Now"/>).</param>
    public void Confirm(TimeSpan before)
    {
        if (before > confirmed)
            confirmed = before;
    }

    /// <summary>Gives the lease back.</summary>
    /// <param name="by">The row, by a connection that is open.</param>
    /// <param name="cancellationToken">Ends it.</param>
    public Task ReleaseAsync(ILeaseStore by, CancellationToken cancellationToken) => by.ReleaseAsync(holder, Fence, cancellationToken);

    private bool IsFree(LeaseRow row)
    {
        if (row.IsReleased || row.IsExpired)
            return true;
        if (seen != (row.Fence, row.Beat))
        {
            seen = (row.Fence, row.Beat);
            seenSince = clock();
        }

        return clock() - seenSince > times.Duration;
    }
}
