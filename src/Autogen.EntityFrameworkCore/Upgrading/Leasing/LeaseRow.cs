namespace Autogen.Upgrading.Leasing;

/// <summary>The lock's row, as it was read.</summary>
/// <param name="Holder">The random name of the session that took the lease; empty once it was released.</param>
/// <param name="Fence">How often the lease was taken.</param>
/// <param name="Beat">How often the row was written. A row that does not change has a holder that does nothing.</param>
/// <param name="Owner">The holder, for people.</param>
/// <param name="IsExpired">Whether the lease is over by the server's clock.</param>
internal sealed record LeaseRow(string Holder, long Fence, long Beat, string Owner, bool IsExpired)
{
    /// <summary>Whether no process holds the lease.</summary>
    public bool IsReleased => Holder.Length == 0;
}
