using Autogen.Upgrading;

namespace Autogen.Drivers.Sqlite;

/// <summary>The lock is the file's own (<see cref="WriteLock"/>).</summary>
internal sealed class SqliteLocks : UpgradeLocks
{
    /// <inheritdoc/>
    public override Task<(string? Schema, UpgradeLock Lock, IReadOnlyList<string>? Found)> ResolveAsync(
        UpgradeSession session, bool makesSchema, CancellationToken cancellationToken)
        => Task.FromResult<(string?, UpgradeLock, IReadOnlyList<string>?)>(
            (null, new WriteLock(session, session.Options.LockTimeout), null));

    /// <inheritdoc/>
    public override Task<string> HolderAsync(UpgradeSession session, Exception exception, CancellationToken cancellationToken)
        => Task.FromResult($"another process uses '{session.Connection.DataSource}'");
}
