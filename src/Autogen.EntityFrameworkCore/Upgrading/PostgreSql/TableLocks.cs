using System.Data.Common;

namespace Autogen.Upgrading.PostgreSql;

/// <summary>Who is in the way of a statement that did not get its lock.</summary>
internal static class TableLocks
{
    // The session that has used tables of the user's longest: the statement is rolled back, and no longer waits behind anybody who could be asked for.
    private const string Query =
        """
        SELECT format('process %s of %s%s, %s since %s, uses %s', a.pid, COALESCE(a.usename, 'another role'),
                      CASE WHEN a.application_name = '' THEN '' ELSE ' (' || a.application_name || ')' END,
                      COALESCE(a.state, 'running'), to_char(a.xact_start AT TIME ZONE 'UTC', 'YYYY-MM-DD HH24:MI:SS "UTC"'),
                      string_agg(DISTINCT l.relation::regclass::text, ', '))
        FROM pg_catalog.pg_locks l
        JOIN pg_catalog.pg_stat_activity a ON a.pid = l.pid
        JOIN pg_catalog.pg_class c ON c.oid = l.relation AND c.relkind IN ('r', 'p')
        WHERE l.locktype = 'relation' AND l.granted AND l.pid <> pg_backend_pid() AND a.xact_start IS NOT NULL
          AND l.database = (SELECT oid FROM pg_catalog.pg_database WHERE datname = current_database())
          AND c.relnamespace <> 'pg_catalog'::regnamespace AND a.backend_type = 'client backend'
        GROUP BY a.pid, a.usename, a.application_name, a.state, a.xact_start
        ORDER BY a.xact_start LIMIT 1
        """;

    /// <summary>The session in the way, as far as can be told; what the server said where none can.</summary>
    public static async Task<string> HolderAsync(UpgradeSession session, Exception exception, CancellationToken cancellationToken)
    {
        try
        {
            return await session.ScalarAsync(Query, cancellationToken).ConfigureAwait(false) as string ?? "the session that held it has just ended";
        }
        catch (DbException)
        {
            return DatabaseErrors.FirstLine(exception);
        }
    }
}
