using Autogen.Upgrading;
using Microsoft.EntityFrameworkCore.Migrations.Operations;

namespace Autogen.Drivers.PostgreSql;

/// <summary>
/// Divides a revision that needs more locks than the server has into several transactions, on a scratch database only: a revision
/// that fails stays there in part.
/// </summary>
internal sealed class LockSplit
{
    // Other sessions need locks, too, and the estimate is one.
    private const int Share = 4;

    private readonly UpgradeSession session;
    private readonly int most;
    private LockEstimate estimate = new();

    private LockSplit(UpgradeSession session, int most)
    {
        this.session = session;
        this.most = most;
    }

    /// <summary>The division of a revision; <see langword="null"/> where it is one transaction.</summary>
    public static async Task<LockSplit?> OfAsync(
        UpgradeSession session, IReadOnlyList<MigrationOperation> operations, CancellationToken cancellationToken)
        => session.Options.SplitsLargeRevisions && session.IsServer
            && await LockCapacity.OfAsync(session, cancellationToken).ConfigureAwait(false) is { } capacity
            && LockEstimate.Of(operations) > capacity.Locks / 2
                ? new LockSplit(session, capacity.Locks / Share)
                : null;

    /// <summary>Ends the transaction, and begins the next one, if it holds many locks after an operation.</summary>
    public async Task AfterAsync(MigrationOperation operation, CancellationToken cancellationToken)
    {
        estimate.Add(operation);
        if (estimate.Locks < most)
            return;
        await session.CommitAsync().ConfigureAwait(false);
        await session.BeginAsync(cancellationToken).ConfigureAwait(false);
        estimate = new LockEstimate();
    }
}
