using Autogen.Schema.Sql;
using Autogen.Upgrading;
using Microsoft.EntityFrameworkCore.Migrations.Operations;

namespace Autogen.Drivers.PostgreSql;

/// <summary>
/// An index that is made or dropped while the table is in use. That can't be part of a transaction, and may end half-way: an index that
/// exists but is invalid. https://www.postgresql.org/docs/current/sql-createindex.html#SQL-CREATEINDEX-CONCURRENTLY
/// </summary>
/// <param name="Name">The index's name as SQL, with its schema if the statement says one.</param>
/// <param name="IsCreated">Whether it is made, not dropped.</param>
/// <param name="Table">The table's name as SQL; <see langword="null"/> where it is dropped.</param>
internal sealed record ConcurrentIndex(string Name, bool IsCreated, string? Table)
{
    private const string Eq = "OPERATOR(pg_catalog.=)";

    /// <summary>The index of a statement; <see langword="null"/> where it is about none.</summary>
    public static ConcurrentIndex? Of(string sql)
    {
        var reader = new SqlTokenReader(sql, SqlSyntax.PostgreSql);
        return reader.TryTake("CREATE") ? Created(reader) : reader.TryTake("DROP") ? Dropped(reader) : null;
    }

    private static ConcurrentIndex? Created(SqlTokenReader reader)
    {
        reader.TryTake("UNIQUE");
        if (!reader.TryTake("INDEX", "CONCURRENTLY"))
            return null;
        _ = reader.TryTake("IF", "NOT") && reader.TryTake("EXISTS");
        if (reader.Current.Is("ON") || reader.TakeName() is not { } name || !reader.TryTake("ON"))
            return null;
        reader.TryTake("ONLY");
        return reader.TakeName() is { } table ? new ConcurrentIndex(name, IsCreated: true, table) : null;
    }

    private static ConcurrentIndex? Dropped(SqlTokenReader reader)
    {
        if (!reader.TryTake("INDEX", "CONCURRENTLY"))
            return null;
        reader.TryTake("IF", "EXISTS");
        return reader.TakeName() is { } name
            && (reader.IsAtEnd || reader.Current.IsMark(";") || reader.Current.IsAny("CASCADE", "RESTRICT"))
            ? new ConcurrentIndex(name, IsCreated: false, null)
            : null;
    }

    /// <summary>A query: whether the index is valid; no row where it does not exist.</summary>
    public string StateSql
    {
        get
        {
            // An index is in its table's schema, which a statement that creates it does not say.
            var index = Table is null
                ? $"pg_catalog.to_regclass({SqlQuote.Text(Name)})"
                : $"(SELECT c.oid FROM pg_catalog.pg_class c JOIN pg_catalog.pg_class t ON t.relnamespace {Eq} c.relnamespace "
                    + $"WHERE t.oid {Eq} pg_catalog.to_regclass({SqlQuote.Text(Table)}) AND c.relname {Eq} "
                    + $"(pg_catalog.parse_ident({SqlQuote.Text(Name)})::pg_catalog.name[])[1])";
            return $"SELECT i.indisvalid FROM pg_catalog.pg_index i WHERE i.indexrelid {Eq} {index}";
        }
    }

    /// <summary>A query: the statement that removes what is left of a failed attempt.</summary>
    public string RemovalSql
        => "SELECT pg_catalog.format('DROP INDEX CONCURRENTLY %s', i.indexrelid::pg_catalog.regclass) FROM pg_catalog.pg_index i "
            + $"WHERE NOT i.indisvalid AND i.indexrelid {Eq} "
            + $"({StateSql.Replace("i.indisvalid", "i.indexrelid", StringComparison.Ordinal)})";
}
