namespace Autogen.Upgrading.Leasing;

/// <summary>Where the lock's row is kept. Each call is a transaction of its own, and waits for no other.</summary>
internal interface ILeaseStore
{
    /// <summary>Reads the row.</summary>
    Task<LeaseRow> ReadAsync(CancellationToken cancellationToken);

    /// <summary>Takes the lease, if the row is as it was read and no transaction holds it.</summary>
    /// <param name="seen">The row as it was read.</param>
    /// <param name="holder">The random name of who takes it.</param>
    /// <param name="cancellationToken">Ends it.</param>
    /// <returns>The new fencing number; <see langword="null"/> where the lease was not to be had.</returns>
    Task<long?> TakeAsync(LeaseRow seen, string holder, CancellationToken cancellationToken);

    /// <summary>Extends the lease, if it is still the holder's.</summary>
    /// <returns>Whether it is.</returns>
    Task<bool> RenewAsync(string holder, long fence, CancellationToken cancellationToken);

    /// <summary>Gives the lease back, if it is still the holder's.</summary>
    Task ReleaseAsync(string holder, long fence, CancellationToken cancellationToken);
}
