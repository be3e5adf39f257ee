using System.Data.Common;
using Autogen.Schema.Dialects;
using Autogen.Schema.Objects;
using Autogen.Upgrading.Completing;
using Microsoft.EntityFrameworkCore.Migrations.Operations;

namespace Autogen.Drivers.PostgreSql;

/// <summary>
/// Reads a table's columns. The table's name means what it means in the user's own statements: the search path counts for
/// it, and for nothing else here.
/// </summary>
internal sealed class PostgreSqlColumns(Dialect dialect) : TableColumns
{
    private const string Query =
        """
        WITH RECURSIVE columns AS (
            SELECT a.attnum, a.attname, a.attidentity, a.attnotnull, a.atttypid AS type, a.atttypmod AS modifier, a.attrelid
            FROM pg_catalog.pg_attribute a
            WHERE a.attrelid OPERATOR(pg_catalog.=) pg_catalog.to_regclass(@name)::pg_catalog.oid
              AND a.attnum OPERATOR(pg_catalog.>) 0::pg_catalog.int2 AND NOT a.attisdropped
            UNION ALL
            SELECT c.attnum, c.attname, c.attidentity, c.attnotnull, t.typbasetype, t.typtypmod, c.attrelid
            FROM columns c JOIN pg_catalog.pg_type t ON t.oid OPERATOR(pg_catalog.=) c.type
            WHERE t.typtype OPERATOR(pg_catalog.=) 'd'::pg_catalog."char"
        )
        SELECT c.attname::pg_catalog.text, pg_catalog.format_type(c.type, c.modifier), c.attidentity::pg_catalog.text,
               pg_catalog.pg_get_serial_sequence(c.attrelid::pg_catalog.regclass::pg_catalog.text, c.attname::pg_catalog.text) IS NOT NULL,
               c.attnotnull
        FROM columns c JOIN pg_catalog.pg_type t ON t.oid OPERATOR(pg_catalog.=) c.type
        WHERE t.typtype OPERATOR(pg_catalog.<>) 'd'::pg_catalog."char"
        ORDER BY c.attnum
        """;

    /// <inheritdoc/>
    public override async Task<KnownColumns?> ReadAsync(DbConnection connection, ObjectName table, CancellationToken cancellationToken)
    {
        using var command = connection.CreateCommand();
        command.CommandText = Query;
        command.CommandTimeout = 0;
        var parameter = command.CreateParameter();
        (parameter.ParameterName, parameter.Value) = ("name", dialect.Quote(table));
        command.Parameters.Add(parameter);
        var columns = new Dictionary<string, KnownColumn>(StringComparer.Ordinal);
        using var reader = await command.ExecuteReaderAsync(cancellationToken).ConfigureAwait(false);
        while (await reader.ReadAsync(cancellationToken).ConfigureAwait(false))
            columns.Add(reader.GetString(0), new KnownColumn(reader.GetString(1))
            {
                IsAlwaysIdentity = reader.GetString(2) == "a",
                IsNumbered = reader.GetBoolean(3),
                IsRequired = reader.GetBoolean(4)
            });
        return columns.Count == 0 ? null : new KnownColumns(columns);
    }

    /// <inheritdoc/>
    public override KnownColumn Created(ColumnOperation operation, string? type)
    {
        var strategy = operation["Npgsql:ValueGenerationStrategy"]?.ToString() ?? "";
        var isSerial = type?.EndsWith("serial", StringComparison.OrdinalIgnoreCase) == true || strategy == "SerialColumn";
        return new KnownColumn(isSerial ? IntegerOf(type) : type)
        {
            IsAlwaysIdentity = strategy == "IdentityAlwaysColumn",
            IsNumbered = isSerial || strategy.StartsWith("Identity", StringComparison.Ordinal),
        };
    }

    /// <inheritdoc/>
    public override string? CatchUpSql(string table, string column) => NumberedColumn.CatchUpSql(table, column, dialect);

    // https://www.postgresql.org/docs/current/datatype-numeric.html#DATATYPE-SERIAL
    private static string? IntegerOf(string? type) => type?.ToUpperInvariant() switch
    {
        "SERIAL" => "integer",
        "BIGSERIAL" => "bigint",
        "SMALLSERIAL" => "smallint",
        _ => type,
    };
}
