using System.Data.Common;
using Autogen.Upgrading.Measuring;

namespace Autogen.Drivers;

/// <summary>Asks a database, in the session that upgrades it, what a statement has done.</summary>
internal class UpgradeMeter
{
    /// <summary>What the database says now. In a transaction it is part of it, and takes no lock on a user's table.</summary>
    /// <param name="connection">The connection that upgrades.</param>
    /// <param name="ownTables">The tool's own tables, which don't count.</param>
    /// <param name="cancellationToken">Ends it.</param>
    public virtual Task<DatabaseMoment> ReadAsync(
        DbConnection connection, IReadOnlyCollection<string> ownTables, CancellationToken cancellationToken)
        => Task.FromResult(new DatabaseMoment { Storage = new Dictionary<string, string>(StringComparer.Ordinal) });
}
