using Autogen.Schema;
using Autogen.Upgrading;
using Autogen.Upgrading.Running;

namespace Autogen.Drivers;

/// <summary>What a statement that runs outside of a transaction leaves in the database, as its catalogue tells.</summary>
internal abstract class OutsideEffect
{
    /// <summary>Whether a failure leaves something, which <see cref="IsDoneAsync"/> removes.</summary>
    public abstract bool LeavesPart { get; }

    /// <summary>Whether the statement's effect exists before it was ever sent: somebody else's, which it must fail for.</summary>
    public abstract Task<bool> IsTakenAsync(UpgradeSession session, CancellationToken cancellationToken);

    /// <summary>Whether the statement is done; what a failed attempt left is removed.</summary>
    public abstract Task<bool> IsDoneAsync(UpgradeSession session, OutsideGuard guard);

    /// <summary>Refuses an effect that exists and can't be used.</summary>
    /// <exception cref="AutogenException"><see cref="ErrorCode.RevisionFailed"/>.</exception>
    public abstract Task RequireValidAsync(UpgradeSession session, CancellationToken cancellationToken);
}
