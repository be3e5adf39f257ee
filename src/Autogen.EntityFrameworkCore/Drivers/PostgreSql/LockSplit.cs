using Autogen.Upgrading;
using Microsoft.EntityFrameworkCore.Migrations.Operations;

namespace Autogen.Drivers.PostgreSql;

/// <summary>
/// Divides a revision that needs more locks than the server has into several transactions, on a scratch database only: a revision
/// that fails stays there in part.
/// </summary>
internal sealed class LockSplit(UpgradeSession session, LockCapacity capacity) : TransactionSplit
{
    // Other sessions need locks, too, and the estimate is one.
    private const int Share = 4;

    private readonly int most = capacity.Locks / Share;
    private LockEstimate estimate = new();

    /// <inheritdoc/>
    public override async Task AfterAsync(MigrationOperation operation, CancellationToken cancellationToken)
    {
        estimate.Add(operation);
        if (estimate.Locks < most)
            return;
        await session.CommitAsync().ConfigureAwait(false);
        await session.BeginAsync(cancellationToken).ConfigureAwait(false);
        estimate = new LockEstimate();
    }
}
