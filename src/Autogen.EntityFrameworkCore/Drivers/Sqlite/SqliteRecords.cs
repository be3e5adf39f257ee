using System.Data.Common;
using Autogen.Schema.Objects;

namespace Autogen.Drivers.Sqlite;

/// <summary>Tables are found by their names, whatever the case. SQLite has no users.</summary>
internal sealed class SqliteRecords : RecordTables
{
    /// <inheritdoc/>
    public override async Task<bool> ExistsAsync(
        DbConnection connection, DbTransaction? transaction, ObjectName name, CancellationToken cancellationToken)
    {
        using var command = connection.CreateCommand();
        command.Transaction = transaction;
        command.CommandText = "SELECT 1 FROM sqlite_master WHERE type = 'table' AND name = @name COLLATE NOCASE";
        var parameter = command.CreateParameter();
        parameter.ParameterName = "name";
        parameter.Value = name.Name;
        command.Parameters.Add(parameter);
        return await command.ExecuteScalarAsync(cancellationToken).ConfigureAwait(false) is not null;
    }

    /// <inheritdoc/>
    public override string NowSql => "strftime('%Y-%m-%dT%H:%M:%fZ', 'now')";
}
