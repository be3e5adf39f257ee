using Autogen.Upgrading;
using Microsoft.EntityFrameworkCore.Migrations.Operations;

namespace Autogen.Drivers;

/// <summary>How much one transaction may change. The base has no limit.</summary>
internal class TransactionLimits
{
    /// <summary>The warnings for transactions that may be too large.</summary>
    /// <param name="session">The upgrade.</param>
    /// <param name="transactions">
    /// Each transaction for the beginning of a sentence (<c>Revision 1975ea83b712</c>), with the revisions that are part of it.
    /// </param>
    /// <param name="cancellationToken">Ends it.</param>
    public virtual Task<IReadOnlyList<string>> WarningsAsync(
        UpgradeSession session,
        IReadOnlyList<(string Name, IReadOnlyList<IReadOnlyList<MigrationOperation>> Revisions)> transactions,
        CancellationToken cancellationToken) => Task.FromResult<IReadOnlyList<string>>([]);

    /// <summary>The division of a revision on a scratch database; <see langword="null"/> where it is one transaction.</summary>
    public virtual Task<TransactionSplit?> SplitAsync(
        UpgradeSession session, IReadOnlyList<MigrationOperation> operations, CancellationToken cancellationToken)
        => Task.FromResult<TransactionSplit?>(null);
}

/// <summary>Divides a revision into several transactions.</summary>
internal abstract class TransactionSplit
{
    /// <summary>Ends the transaction after an operation, and begins the next one, if it has become large.</summary>
    public abstract Task AfterAsync(MigrationOperation operation, CancellationToken cancellationToken);
}
