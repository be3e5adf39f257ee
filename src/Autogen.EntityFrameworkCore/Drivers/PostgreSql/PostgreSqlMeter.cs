using System.Data.Common;
using System.Globalization;
using Autogen.Schema.Dialects;
using Autogen.Upgrading.Measuring;

namespace Autogen.Drivers.PostgreSql;

/// <summary>
/// A relation that is written as a whole gets another file (<c>pg_class.relfilenode</c>); <c>pg_locks</c> has the session's locks, and
/// <c>pg_stat_xact_user_tables</c> the rows that the open transaction has changed.
/// https://www.postgresql.org/docs/current/explicit-locking.html#LOCKING-TABLES
/// </summary>
internal sealed class PostgreSqlMeter(Dialect dialect) : UpgradeMeter
{
    // What the last two modes of the array block, which is ordered from weak to strong.
    private static readonly string[] modes =
    [
        "AccessShareLock", "RowShareLock", "RowExclusiveLock", "ShareUpdateExclusiveLock", "ShareLock", "ShareRowExclusiveLock",
        "ExclusiveLock", "AccessExclusiveLock",
    ];

    private const string Name =
        "CASE WHEN pg_catalog.pg_table_is_visible(c.oid) THEN c.relname::pg_catalog.text "
            + "ELSE pg_catalog.concat(n.nspname, '.', c.relname) END";

    private const string Relations =
        "pg_catalog.pg_class c JOIN pg_catalog.pg_namespace n ON n.oid OPERATOR(pg_catalog.=) c.relnamespace "
            + "AND n.nspname OPERATOR(pg_catalog.!~) '^pg_' AND n.nspname OPERATOR(pg_catalog.<>) 'information_schema'";

    /// <inheritdoc/>
    public override async Task<DatabaseMoment> ReadAsync(
        DbConnection connection, IReadOnlyCollection<string> ownTables, CancellationToken cancellationToken)
    {
        using var command = connection.CreateCommand();
        command.CommandText = Sql(string.Join(", ", ownTables.Select(dialect.StringLiteral)));
        command.CommandTimeout = 0;
        using var reader = await command.ExecuteReaderAsync(cancellationToken).ConfigureAwait(false);
        var storage = new Dictionary<string, string>(StringComparer.Ordinal);
        while (await reader.ReadAsync(cancellationToken).ConfigureAwait(false))
            storage[$"{reader.GetString(0)} '{reader.GetString(1)}'"] = reader.GetString(2);
        await reader.NextResultAsync(cancellationToken).ConfigureAwait(false);
        var locks = new List<TableLock>();
        while (await reader.ReadAsync(cancellationToken).ConfigureAwait(false))
            locks.Add(LockOf($"table '{reader.GetString(0)}'", reader.GetString(1)));
        await reader.NextResultAsync(cancellationToken).ConfigureAwait(false);
        await reader.ReadAsync(cancellationToken).ConfigureAwait(false);
        return new DatabaseMoment
        {
            Storage = storage,
            Locks = locks,
            LogPosition = Convert.ToInt64(reader.GetValue(0), CultureInfo.InvariantCulture),
            ChangedRows = Convert.ToInt64(reader.GetValue(1), CultureInfo.InvariantCulture),
        };
    }

    private static string Sql(string own)
    {
        var isOther = own.Length == 0 ? "" : $" AND c.relname OPERATOR(pg_catalog.<>) ALL (ARRAY[{own}]::pg_catalog.name[])";
        return
            $"""
            SELECT CASE WHEN c.relkind OPERATOR(pg_catalog.=) 'i' THEN 'index'
                        WHEN c.relkind OPERATOR(pg_catalog.=) 'm' THEN 'materialized view' ELSE 'table' END, {Name},
                   c.relfilenode::pg_catalog.text
            FROM {Relations}
            WHERE c.relkind OPERATOR(pg_catalog.=) ANY (ARRAY['r', 'p', 'm', 'i']::pg_catalog."char"[]){isOther};
            SELECT {Name}, l.mode
            FROM pg_catalog.pg_locks l
            JOIN {Relations} ON c.oid OPERATOR(pg_catalog.=) l.relation
            WHERE l.locktype OPERATOR(pg_catalog.=) 'relation' AND l.granted
              AND l.pid OPERATOR(pg_catalog.=) pg_catalog.pg_backend_pid()
              AND c.relkind OPERATOR(pg_catalog.=) ANY (ARRAY['r', 'p', 'm']::pg_catalog."char"[]){isOther};
            SELECT pg_catalog.pg_wal_lsn_diff(pg_catalog.pg_current_wal_insert_lsn(), '0/0')::pg_catalog.int8,
                   (SELECT COALESCE(
                               pg_catalog.sum(c.n_tup_ins OPERATOR(pg_catalog.+) c.n_tup_upd OPERATOR(pg_catalog.+) c.n_tup_del),
                               0)::pg_catalog.int8
                    FROM pg_catalog.pg_stat_xact_user_tables c WHERE true{isOther});
            """;
    }

    private static TableLock LockOf(string table, string mode)
    {
        var strength = Array.IndexOf(modes, mode);
        var blocks = mode switch
        {
            "AccessExclusiveLock" => BlockedWork.ReadsAndWrites,
            "ShareLock" or "ShareRowExclusiveLock" or "ExclusiveLock" => BlockedWork.Writes,
            _ => BlockedWork.SchemaChanges,
        };
        return new TableLock(table, Words(mode), strength, blocks);
    }

    // AccessExclusiveLock: ACCESS EXCLUSIVE, as the documentation and LOCK TABLE have it.
    private static string Words(string mode)
        => string.Concat(mode[..^"Lock".Length].Select(
            (letter, index) => index > 0 && char.IsUpper(letter) ? $" {letter}" : $"{char.ToUpperInvariant(letter)}"));
}
