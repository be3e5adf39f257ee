using Autogen.Schema;
using Autogen.Upgrading;
using Autogen.Upgrading.Records;
using Autogen.Upgrading.Running;

namespace Autogen.Drivers;

/// <summary>
/// Sees to it that one upgrade of a database runs at a time: holds the lock, and begins and ends the transactions that depend on it.
/// </summary>
internal abstract class UpgradeLock
{
    /// <summary>Waits until this process may upgrade.</summary>
    /// <exception cref="AutogenException"><see cref="ErrorCode.LockTimeout"/>.</exception>
    public abstract Task AcquireAsync(CancellationToken cancellationToken);

    /// <summary>Lets the next one.</summary>
    public abstract Task ReleaseAsync();

    /// <summary>Begins a transaction that nobody else's upgrade runs beside.</summary>
    /// <exception cref="Upgrading.Leasing.LeaseLostException">Somebody has taken over.</exception>
    public abstract Task BeginAsync(CancellationToken cancellationToken);

    /// <summary>Changes the books and commits. The commit is not interrupted: afterwards nobody would know how it ended.</summary>
    /// <param name="changes">The changes.</param>
    /// <param name="cancellationToken">Ends the changes.</param>
    public abstract Task CommitAsync(IReadOnlyList<TableChange> changes, CancellationToken cancellationToken);

    /// <summary>Waits while it keeps the lock.</summary>
    /// <exception cref="Upgrading.Leasing.LeaseLostException">Somebody has taken over.</exception>
    public virtual Task PauseAsync(TimeSpan time, CancellationToken cancellationToken) => Task.Delay(time, cancellationToken);

    /// <summary>Watches over statements that no transaction protects. The transaction of the note that one begins is open.</summary>
    public virtual Task<OutsideGuard> GuardAsync(CancellationToken cancellationToken)
        => Task.FromResult(new OutsideGuard(cancellationToken));

    /// <summary>Lets a revision's own code take its time in the transaction that is open.</summary>
    public virtual Task<IAsyncDisposable?> AllowIdleAsync(CancellationToken cancellationToken) => Task.FromResult<IAsyncDisposable?>(null);
}
