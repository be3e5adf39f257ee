using Autogen.Upgrading;

namespace Autogen.Drivers.Sqlite;

/// <summary>The lock is the file's own (<see cref="WriteLock"/>).</summary>
internal sealed class SqliteLocks : UpgradeLocks
{
    /// <inheritdoc/>
    public override Task<(string? Schema, UpgradeLock Lock)> ResolveAsync(UpgradeSession session, CancellationToken cancellationToken)
        => Task.FromResult<(string?, UpgradeLock)>(
            (null, new WriteLock(() => session.Connection, session.Options.LockTimeout, session.Progress)));

    /// <inheritdoc/>
    public override Task<string> HolderAsync(UpgradeSession session, Exception exception, CancellationToken cancellationToken)
        => Task.FromResult($"another process uses '{session.Connection.DataSource}'");
}
