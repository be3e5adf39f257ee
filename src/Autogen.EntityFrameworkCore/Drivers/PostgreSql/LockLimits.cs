using Autogen.Upgrading;
using Microsoft.EntityFrameworkCore.Migrations.Operations;

namespace Autogen.Drivers.PostgreSql;

/// <summary>All transactions of a server share room for locks (<see cref="LockCapacity"/>).</summary>
internal sealed class LockLimits : TransactionLimits
{
    /// <inheritdoc/>
    public override async Task<IReadOnlyList<string>> WarningsAsync(
        UpgradeSession session,
        IReadOnlyList<(string Name, IReadOnlyList<IReadOnlyList<MigrationOperation>> Revisions)> transactions,
        CancellationToken cancellationToken)
    {
        var estimates = transactions.Select(transaction => (transaction.Name, Locks: transaction.Revisions.Sum(LockEstimate.Of))).ToList();

        // Every server has room for a few: it is not asked.
        if (session.Options.LockCapacity is null && estimates.Sum(estimate => estimate.Locks) < LockCapacity.Few)
            return [];
        return await LockCapacity.OfAsync(session, cancellationToken).ConfigureAwait(false) is { } capacity
            ? [.. estimates.Select(estimate => capacity.Warning(estimate.Name, estimate.Locks)).OfType<string>()]
            : [];
    }

    /// <inheritdoc/>
    public override async Task<TransactionSplit?> SplitAsync(
        UpgradeSession session, IReadOnlyList<MigrationOperation> operations, CancellationToken cancellationToken)
        => session.Options.SplitsLargeRevisions
            && await LockCapacity.OfAsync(session, cancellationToken).ConfigureAwait(false) is { } capacity
            && LockEstimate.Of(operations) > capacity.Locks / 2
                ? new LockSplit(session, capacity)
                : null;
}
