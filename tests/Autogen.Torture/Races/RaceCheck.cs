using System.Globalization;
using Npgsql;

namespace Autogen.Torture.Races;

/// <summary>
/// What a race must leave: each row changed once by each backfill, each revision run once, the schema of the head, and nobody holding
/// anything.
/// </summary>
internal static class RaceCheck
{
    private const string Counts =
        """
        SELECT format('rows %s of %s, log %s of %s, ledger %s of %s, at %s, labels %s, indexes %s, unfinished %s',
            (SELECT count(*) FROM counters c JOIN lines l USING (id)
             WHERE c.n = 2 AND c.runs = 1 AND c.total = 1 AND l.n = 1 AND c.mood = CASE WHEN id % 2 = 0 THEN 'glad' ELSE 'sad' END::mood),
            (SELECT count(*) FROM counters),
            (SELECT count(DISTINCT revision) FROM autogen_log), (SELECT count(*) FROM autogen_log),
            (SELECT count(DISTINCT revision) FROM ledger), (SELECT count(*) FROM ledger),
            (SELECT string_agg(version_num, ',') FROM autogen_version),
            (SELECT string_agg(enumlabel, ',' ORDER BY enumsortorder) FROM pg_enum),
            (SELECT string_agg(c.relname, ',' ORDER BY c.relname) FROM pg_index i JOIN pg_class c ON c.oid = i.indexrelid
             WHERE i.indrelid = 'counters'::regclass AND i.indisvalid),
            COALESCE(to_regclass('autogen_version_unfinished')::text, 'none'))
        """;

    // Of every session of the database, a pooler's idle ones too: those hold none.
    private const string Held =
        """
        SELECT format('%s of process %s (%s, %s)',
            l.locktype || COALESCE(' ' || l.relation::regclass::text, ''), l.pid, a.state, left(a.query, 60))
        FROM pg_locks l JOIN pg_stat_activity a ON a.pid = l.pid
        WHERE a.datname = current_database() AND l.pid <> pg_backend_pid()
        UNION ALL
        SELECT format('%s: process %s (%s)', state, pid, left(query, 60)) FROM pg_stat_activity
        WHERE datname = current_database() AND pid <> pg_backend_pid() AND state LIKE 'idle in transaction%'
        """;

    private static readonly TimeSpan patience = TimeSpan.FromSeconds(5);

    /// <summary>What is wrong; <see langword="null"/> where nothing is.</summary>
    public static async Task<string?> WrongAsync(NpgsqlConnection connection)
    {
        var expected = string.Create(
            CultureInfo.InvariantCulture,
            $"rows {Rows} of {Rows}, log 7 of 7, ledger 7 of 7, at race00000007")
            + ", labels sad,ok,glad, indexes counters_pkey,ix_counters_n, unfinished none";
        try
        {
            await using var command = new NpgsqlCommand(Counts, connection);
            var found = (string)(await command.ExecuteScalarAsync())!; // format() is never NULL
            return found == expected ? null : $"found '{found}', not '{expected}'";
        }
        catch (PostgresException exception)
        {
            return exception.MessageText;
        }
    }

    /// <summary>
    /// Locks that are held, and sessions that are idle in a transaction, once all have ended; a session takes a moment to end after its
    /// client has.
    /// </summary>
    public static async Task<IReadOnlyList<string>> HeldAsync(NpgsqlConnection connection)
    {
        var until = DateTime.UtcNow + patience;
        while (true)
        {
            var held = new List<string>();
            await using (var command = new NpgsqlCommand(Held, connection))
            await using (var reader = await command.ExecuteReaderAsync())
            {
                while (await reader.ReadAsync())
                    held.Add(reader.GetString(0));
            }

            if (held.Count == 0 || DateTime.UtcNow > until)
                return held;
            await Task.Delay(50);
        }
    }

    private static int Rows => Race.Revisions.CreateTables.Rows;
}
