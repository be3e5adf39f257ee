using System.Data.Common;
using Autogen.Schema;

namespace Autogen.Upgrading;

/// <summary>Sees to it that one upgrade of a database runs at a time.</summary>
internal abstract class UpgradeLock
{
    /// <summary>Waits until this process may upgrade.</summary>
    /// <exception cref="AutogenException"><see cref="ErrorCode.LockTimeout"/>.</exception>
    public abstract Task AcquireAsync(DbConnection connection, CancellationToken cancellationToken);

    /// <summary>Lets the next one.</summary>
    public abstract Task ReleaseAsync(DbConnection connection);
}
