using System.Data.Common;
using Autogen.Upgrading;

namespace Autogen.Drivers.PostgreSql;

/// <summary>Who is in the way of a statement that did not get its lock.</summary>
internal static class TableLocks
{
    // The session that has used tables of the user's longest: the statement is rolled back, and no longer waits behind
    // anybody who could be asked for.
    private const string Query =
        """
        SELECT pg_catalog.format('process %s of %s%s, %s since %s, uses %s', a.pid, COALESCE(a.usename, 'another role'),
                                 CASE WHEN a.application_name OPERATOR(pg_catalog.=) '' THEN '' ELSE pg_catalog.concat(' (', a.application_name, ')') END,
                                 COALESCE(a.state, 'running'), pg_catalog.to_char(pg_catalog.timezone('UTC', a.xact_start), 'YYYY-MM-DD HH24:MI:SS "UTC"'),
                                 pg_catalog.string_agg(DISTINCT l.relation::pg_catalog.regclass::pg_catalog.text, ', '))
        FROM pg_catalog.pg_locks l
        JOIN pg_catalog.pg_stat_activity a ON a.pid OPERATOR(pg_catalog.=) l.pid
        JOIN pg_catalog.pg_class c ON c.oid OPERATOR(pg_catalog.=) l.relation AND c.relkind OPERATOR(pg_catalog.=) ANY ('{r,p}'::pg_catalog."char"[])
        WHERE l.locktype OPERATOR(pg_catalog.=) 'relation' AND l.granted AND l.pid OPERATOR(pg_catalog.<>) pg_catalog.pg_backend_pid() AND a.xact_start IS NOT NULL
          AND l.database OPERATOR(pg_catalog.=) (SELECT oid FROM pg_catalog.pg_database WHERE datname OPERATOR(pg_catalog.=) pg_catalog.current_database())
          AND c.relnamespace OPERATOR(pg_catalog.<>) 'pg_catalog'::pg_catalog.regnamespace AND a.backend_type OPERATOR(pg_catalog.=) 'client backend'
        GROUP BY a.pid, a.usename, a.application_name, a.state, a.xact_start
        ORDER BY a.xact_start LIMIT 1
        """;

    /// <summary>The session in the way, as far as known; else the server's message.</summary>
    public static async Task<string> HolderAsync(UpgradeSession session, Exception exception, CancellationToken cancellationToken)
    {
        try
        {
            return await session.ScalarAsync(Query, cancellationToken).ConfigureAwait(false) as string
                ?? "the session that held it has just ended";
        }
        catch (DbException)
        {
            return DatabaseErrors.FirstLine(exception);
        }
    }
}
