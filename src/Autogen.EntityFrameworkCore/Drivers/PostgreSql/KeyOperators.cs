using System.Data.Common;
using Autogen.Upgrading;

namespace Autogen.Drivers.PostgreSql;

/// <summary>
/// Where the comparison operators of a key's types are: in <c>pg_catalog</c>, or with the type that an extension brings (<c>citext</c>). A
/// comparison names them, so that no other role's operator is used.
/// </summary>
internal static class KeyOperators
{
    private const string Query =
        """
        WITH RECURSIVE keys AS (
            SELECT a.atttypid AS type
            FROM pg_catalog.pg_attribute a
            WHERE a.attrelid OPERATOR(pg_catalog.=) pg_catalog.to_regclass(@table)::pg_catalog.oid AND a.attname OPERATOR(pg_catalog.=) ANY (@columns)
            UNION ALL
            SELECT t.typbasetype FROM keys k JOIN pg_catalog.pg_type t ON t.oid OPERATOR(pg_catalog.=) k.type WHERE t.typtype OPERATOR(pg_catalog.=) 'd'
        )
        SELECT DISTINCT CASE
            WHEN t.typtype OPERATOR(pg_catalog.<>) 'b' OR t.typnamespace OPERATOR(pg_catalog.=) 'pg_catalog'::pg_catalog.regnamespace THEN 'pg_catalog'
            ELSE (SELECT n.nspname::pg_catalog.text
                  FROM pg_catalog.pg_opclass c
                  JOIN pg_catalog.pg_am m ON m.oid OPERATOR(pg_catalog.=) c.opcmethod AND m.amname OPERATOR(pg_catalog.=) 'btree'
                  JOIN pg_catalog.pg_amop s ON s.amopfamily OPERATOR(pg_catalog.=) c.opcfamily AND s.amopstrategy OPERATOR(pg_catalog.=) 5
                      AND s.amoplefttype OPERATOR(pg_catalog.=) t.oid AND s.amoprighttype OPERATOR(pg_catalog.=) t.oid
                  JOIN pg_catalog.pg_operator o ON o.oid OPERATOR(pg_catalog.=) s.amopopr
                  JOIN pg_catalog.pg_namespace n ON n.oid OPERATOR(pg_catalog.=) o.oprnamespace
                  WHERE c.opcintype OPERATOR(pg_catalog.=) t.oid AND c.opcdefault)
            END
        FROM keys k
        JOIN pg_catalog.pg_type t ON t.oid OPERATOR(pg_catalog.=) k.type AND t.typtype OPERATOR(pg_catalog.<>) 'd'
        """;

    /// <summary>
    /// The schema of the operators; <see langword="null"/> where the columns' types have them in several, or have none of their own.
    /// </summary>
    /// <param name="connection">The database.</param>
    /// <param name="table">The table's name as SQL, as the user's own statements have it.</param>
    /// <param name="columns">The key's columns.</param>
    /// <param name="cancellationToken">Ends it.</param>
    public static async Task<string?> SchemaAsync(
        DbConnection connection, string table, IReadOnlyList<string> columns, CancellationToken cancellationToken)
    {
        using var command = connection.CreateCommand();
        command.CommandText = Query;
        command.CommandTimeout = 0;
        foreach (var (name, value) in new (string, object)[] { ("table", table), ("columns", columns.ToArray()) })
        {
            var parameter = command.CreateParameter();
            (parameter.ParameterName, parameter.Value) = (name, value);
            command.Parameters.Add(parameter);
        }

        var schemas = new List<string?>();
        using var reader = await command.ExecuteReaderAsync(cancellationToken).ConfigureAwait(false);
        while (await reader.ReadAsync(cancellationToken).ConfigureAwait(false))
            schemas.Add(await reader.IsDBNullAsync(0, cancellationToken).ConfigureAwait(false) ? null : reader.GetString(0));
        return schemas.Count == 1 ? schemas[0] : null;
    }
}
