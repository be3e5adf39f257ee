using System.Data;
using System.Data.Common;
using Autogen.Schema;
using Autogen.Schema.Objects;
using Autogen.Upgrading;

namespace Autogen.Drivers.PostgreSql;

/// <summary>
/// Tables in which an upgrade keeps its books. Any role that may create objects in their schema can create a table of that name first, with
/// a trigger that would run with the rights of whoever upgrades.
/// </summary>
internal static class OwnTable
{
    private const string NotTable = "is not a table";

    private const string Query =
        $"""
        SELECT c.relname::pg_catalog.text, o.rolname::pg_catalog.text,
               o.rolsuper OR o.rolname OPERATOR(pg_catalog.=) CURRENT_USER OR o.oid OPERATOR(pg_catalog.=) n.nspowner OR o.oid OPERATOR(pg_catalog.=) d.datdba,
               CASE WHEN NOT c.relkind OPERATOR(pg_catalog.=) ANY (ARRAY['r', 'p']::pg_catalog."char"[]) THEN '{NotTable}'
                    WHEN EXISTS (SELECT 1 FROM pg_catalog.pg_trigger t WHERE t.tgrelid OPERATOR(pg_catalog.=) c.oid AND NOT t.tgisinternal) THEN 'has a trigger'
                    WHEN EXISTS (SELECT 1 FROM pg_catalog.pg_rewrite r WHERE r.ev_class OPERATOR(pg_catalog.=) c.oid) THEN 'has a rule'
                    WHEN c.relrowsecurity THEN 'has row security'
                    WHEN EXISTS (SELECT 1 FROM pg_catalog.pg_attrdef e WHERE e.adrelid OPERATOR(pg_catalog.=) c.oid) THEN 'has a default'
                    WHEN EXISTS (SELECT 1 FROM pg_catalog.pg_constraint k WHERE k.conrelid OPERATOR(pg_catalog.=) c.oid AND k.contype OPERATOR(pg_catalog.=) 'c') THEN 'has a check'
                    WHEN EXISTS (SELECT 1 FROM pg_catalog.pg_index i WHERE i.indrelid OPERATOR(pg_catalog.=) c.oid AND (i.indexprs IS NOT NULL OR i.indpred IS NOT NULL))
                        THEN 'has an index with an expression'
                    WHEN EXISTS (SELECT 1 FROM pg_catalog.pg_attribute a JOIN pg_catalog.pg_type y ON y.oid OPERATOR(pg_catalog.=) a.atttypid
                                 WHERE a.attrelid OPERATOR(pg_catalog.=) c.oid AND a.attnum OPERATOR(pg_catalog.>) 0 AND NOT a.attisdropped
                                   AND y.typnamespace OPERATOR(pg_catalog.<>) 'pg_catalog'::pg_catalog.regnamespace) THEN 'has a column of a type that is not built in' END
        FROM pg_catalog.pg_class c
        JOIN pg_catalog.pg_namespace n ON n.oid OPERATOR(pg_catalog.=) c.relnamespace
        JOIN pg_catalog.pg_roles o ON o.oid OPERATOR(pg_catalog.=) c.relowner
        JOIN pg_catalog.pg_database d ON d.datname OPERATOR(pg_catalog.=) pg_catalog.current_database()
        WHERE n.nspname OPERATOR(pg_catalog.=) COALESCE(@schema, pg_catalog.current_schema()) AND c.relname OPERATOR(pg_catalog.=) ANY (@names)
        """;

    /// <summary>Which of the tables exist.</summary>
    /// <param name="connection">An open connection.</param>
    /// <param name="transaction">The transaction, where the caller has one.</param>
    /// <param name="schema">The schema; <see langword="null"/> for the one in which unqualified names are created.</param>
    /// <param name="names">The tables' names.</param>
    /// <param name="cancellationToken">Ends it.</param>
    /// <exception cref="AutogenException">
    /// <see cref="ErrorCode.VersionTableInvalid"/>: one is not a table; or it runs code, and its owner is neither the connected role, a
    /// superuser, nor the owner of the schema or the database.
    /// </exception>
    public static async Task<IReadOnlyList<string>> FindAsync(
        DbConnection connection,
        DbTransaction? transaction,
        string? schema,
        IReadOnlyList<string> names,
        CancellationToken cancellationToken)
    {
        using var command = connection.CreateCommand();
        command.Transaction = transaction;
        command.CommandText = Query;
        Add(command, "schema", (object?)schema ?? DBNull.Value, DbType.String);
        Add(command, "names", names.ToArray(), null);
        using var reader = await command.ExecuteReaderAsync(cancellationToken).ConfigureAwait(false);
        var found = new List<string>();
        while (await reader.ReadAsync(cancellationToken).ConfigureAwait(false))
        {
            var name = reader.GetString(0);
            var code = await reader.IsDBNullAsync(3, cancellationToken).ConfigureAwait(false) ? null : reader.GetString(3);
            if (code is not null && (code == NotTable || !reader.GetBoolean(2)))
                throw Refusal(new ObjectName(schema, name), code, reader.GetString(1));
            found.Add(name);
        }

        return found;
    }

    private static AutogenException Refusal(ObjectName table, string code, string owner)
        => new(
            ErrorCode.VersionTableInvalid,
            $"The tool keeps its books in '{table}', which {code} and belongs to the role '{owner}'. "
                + "Nothing was read from it or written to it: "
            + $"what '{owner}' put there would run with your rights. Drop it, make it yours (ALTER TABLE … OWNER TO …), "
            + "or name another table "
            + "or schema with 'versionTable', 'logTable' and 'versionTableSchema'.");

    private static void Add(DbCommand command, string name, object value, DbType? type)
    {
        var parameter = command.CreateParameter();
        parameter.ParameterName = name;
        parameter.Value = value;
        if (type is { } known)
            parameter.DbType = known;
        command.Parameters.Add(parameter);
    }
}
