using System.Data.Common;
using Autogen.Schema.Objects;
using Autogen.Upgrading.Completing;

namespace Autogen.Drivers.Sqlite;

/// <summary>Reads a table's columns.</summary>
internal sealed class SqliteColumns : TableColumns
{
    /// <inheritdoc/>
    public override async Task<KnownColumns?> ReadAsync(DbConnection connection, ObjectName table, CancellationToken cancellationToken)
    {
        using var command = connection.CreateCommand();
        command.CommandText = "SELECT name, type, \"notnull\" FROM pragma_table_xinfo($table)";
        var parameter = command.CreateParameter();
        (parameter.ParameterName, parameter.Value) = ("$table", table.Name);
        command.Parameters.Add(parameter);
        var columns = new Dictionary<string, KnownColumn>(StringComparer.OrdinalIgnoreCase);
        using var reader = await command.ExecuteReaderAsync(cancellationToken).ConfigureAwait(false);
        while (await reader.ReadAsync(cancellationToken).ConfigureAwait(false))
            columns[reader.GetString(0)] = new KnownColumn(reader.GetString(1)) { IsRequired = reader.GetBoolean(2) };
        return columns.Count == 0 ? null : new KnownColumns(columns);
    }
}
