using Autogen.Schema;
using Autogen.Upgrading;

namespace Autogen.Drivers;

/// <summary>Makes the lock of an upgrade.</summary>
internal abstract class UpgradeLocks
{
    /// <summary>
    /// Finds out in which schema the tables are that record where the database is (<see langword="null"/> in a database without schemas),
    /// and makes the lock, which is not acquired yet.
    /// </summary>
    /// <param name="session">The upgrade.</param>
    /// <param name="makesSchema">Whether the schema of unqualified names is made where none exists and a first revision makes it.</param>
    /// <param name="cancellationToken">Ends it.</param>
    /// <returns>The schema, the lock, and which of the tables exist; <see langword="null"/> where that was not asked.</returns>
    /// <exception cref="AutogenException"><see cref="ErrorCode.SchemaNotUsable"/>.</exception>
    public abstract Task<(string? Schema, UpgradeLock Lock, IReadOnlyList<string>? Found)> ResolveAsync(
        UpgradeSession session, bool makesSchema, CancellationToken cancellationToken);

    /// <summary>Who holds what a statement did not get in time, for people.</summary>
    /// <param name="session">The upgrade.</param>
    /// <param name="exception">The error of the statement, which was rolled back.</param>
    /// <param name="cancellationToken">Ends it.</param>
    public abstract Task<string> HolderAsync(UpgradeSession session, Exception exception, CancellationToken cancellationToken);
}
