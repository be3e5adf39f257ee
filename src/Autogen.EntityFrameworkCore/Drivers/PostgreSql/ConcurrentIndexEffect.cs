using Autogen.Schema;
using Autogen.Upgrading;
using Autogen.Upgrading.Running;

namespace Autogen.Drivers.PostgreSql;

/// <summary>The index that CREATE or DROP INDEX CONCURRENTLY leaves.</summary>
internal sealed class ConcurrentIndexEffect(ConcurrentIndex index) : OutsideEffect
{
    /// <inheritdoc/>
    public override bool LeavesPart => index.IsCreated;

    /// <summary>
    /// Somebody else's index of that name, or the lack of one to drop, must not be taken for the statement's work when the upgrade goes on.
    /// </summary>
    public override async Task<bool> IsTakenAsync(UpgradeSession session, CancellationToken cancellationToken)
        => index.IsCreated == (await session.ScalarAsync(index.StateSql, cancellationToken).ConfigureAwait(false) is not null);

    /// <summary>IF NOT EXISTS passes over an index of which only the name exists.</summary>
    public override async Task RequireValidAsync(UpgradeSession session, CancellationToken cancellationToken)
    {
        if (index.IsCreated && await session.ScalarAsync(index.StateSql, cancellationToken).ConfigureAwait(false) is false)
            throw new AutogenException(
                ErrorCode.RevisionFailed,
                $"The index {index.Name} exists but is invalid: an earlier attempt to create it failed. "
                    + "Drop it (DROP INDEX CONCURRENTLY).");
    }

    /// <inheritdoc/>
    public override async Task<bool> IsDoneAsync(UpgradeSession session, OutsideGuard guard)
    {
        var isValid = await session.ScalarAsync(index.StateSql, guard.Token).ConfigureAwait(false) as bool?;
        if (!index.IsCreated || isValid is null)
            return !index.IsCreated && isValid is null;
        if (isValid == false && await session.ScalarAsync(index.RemovalSql, guard.Token).ConfigureAwait(false) is string removal)
        {
            await guard.ReadyAsync().ConfigureAwait(false);
            await session.ExecuteAsync(guard.Tag + removal, guard.Token).ConfigureAwait(false);
        }

        return isValid == true;
    }
}
