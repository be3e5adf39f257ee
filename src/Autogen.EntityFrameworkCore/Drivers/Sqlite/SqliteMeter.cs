using System.Data.Common;
using System.Globalization;
using Autogen.Upgrading.Measuring;

namespace Autogen.Drivers.Sqlite;

/// <summary>
/// A table or index that is written as a whole gets another root page, and a transaction that writes locks all of the database.
/// https://www.sqlite.org/fileformat2.html#storage_of_the_sql_database_schema, https://www.sqlite.org/lockingv3.html
/// </summary>
internal sealed class SqliteMeter : UpgradeMeter
{
    private static readonly TableLock write = new("the database", "RESERVED", 1, BlockedWork.Writes, IsOfAll: true);

    /// <inheritdoc/>
    public override async Task<DatabaseMoment> ReadAsync(
        DbConnection connection, IReadOnlyCollection<string> ownTables, CancellationToken cancellationToken)
    {
        var storage = new Dictionary<string, string>(StringComparer.Ordinal);
        using var command = connection.CreateCommand();
        command.CommandText =
            "SELECT type, name, tbl_name, rootpage, total_changes() FROM sqlite_master WHERE type IN ('table', 'index') AND rootpage > 0 "
                + "UNION ALL SELECT '', '', '', 0, total_changes()";
        var changed = 0L;
        using var reader = await command.ExecuteReaderAsync(cancellationToken).ConfigureAwait(false);
        while (await reader.ReadAsync(cancellationToken).ConfigureAwait(false))
        {
            changed = reader.GetInt64(4);
            if (reader.GetString(0).Length > 0 && !ownTables.Contains(reader.GetString(2), StringComparer.OrdinalIgnoreCase))
                storage[$"{reader.GetString(0)} '{reader.GetString(1)}'"] = reader.GetInt64(3).ToString(CultureInfo.InvariantCulture);
        }

        return new DatabaseMoment { Storage = storage, ChangedRows = changed, Locks = [write] };
    }
}
