using Autogen.Schema.Dialects;
using Autogen.Schema.Objects;

namespace Autogen.Drivers.PostgreSql;

/// <summary>The SQL of the ledger. Operators and functions are pg_catalog's, whatever the search path says.</summary>
/// <param name="dialect">The database's kind.</param>
/// <param name="schema">The schema of the table.</param>
internal sealed class LedgerSql(Dialect dialect, string? schema)
{
    private const string Eq = "OPERATOR(pg_catalog.=)";
    private const string Ne = "OPERATOR(pg_catalog.<>)";

    private readonly string table = dialect.Quote(new ObjectName(schema, FleetLedger.TableName));

    /// <summary>Creates the table and the index that finds the next database.</summary>
    /// <remarks>No default, check, trigger or index with a condition: a table of the tool's own that runs code is refused.</remarks>
    public string Create
        => $"""
            CREATE TABLE IF NOT EXISTS {table} (
                run pg_catalog.text NOT NULL, name pg_catalog.text NOT NULL, target pg_catalog.text NOT NULL,
                wave integer NOT NULL, position integer NOT NULL, server pg_catalog.text NOT NULL,
                state pg_catalog.text NOT NULL, current pg_catalog.text[] NOT NULL, code pg_catalog.text, reason pg_catalog.text,
                worker pg_catalog.text, ended_at timestamp with time zone,
                PRIMARY KEY (run, name));
            CREATE INDEX IF NOT EXISTS {dialect.Quote(FleetLedger.TableName + "_next")} ON {table} (run, state, wave, position)
            """;

    /// <summary>A target of the run that is not <c>@target</c>.</summary>
    public string OtherTarget => $"SELECT target FROM {table} WHERE run {Eq} @run AND target {Ne} @target LIMIT 1";

    /// <summary>Adds the databases that the run does not have.</summary>
    /// <remarks>In one order, so that workers that begin together do not wait for each other in a circle.</remarks>
    public string Add
        => $"""
            INSERT INTO {table} (run, name, target, wave, position, server, state, current)
            SELECT @run, e.name, @target, e.wave, e.position, e.server, '{FleetLedger.Waiting}', ARRAY[]::pg_catalog.text[]
            FROM ROWS FROM (
                pg_catalog.unnest(@names), pg_catalog.unnest(@servers), pg_catalog.unnest(@waves), pg_catalog.unnest(@positions))
                AS e (name, server, wave, position)
            ORDER BY e.name COLLATE pg_catalog."C"
            ON CONFLICT (run, name) DO NOTHING
            """;

    /// <summary>Lets those that failed wait again, where none waits.</summary>
    public string TryFailedAgain
        => $"""
            UPDATE {table} SET state = '{FleetLedger.Waiting}', code = NULL, reason = NULL
            WHERE run {Eq} @run AND state {Eq} '{FleetLedger.Failed}'
              AND NOT EXISTS (SELECT FROM {table} AS w WHERE w.run {Eq} @run AND w.state {Eq} '{FleetLedger.Waiting}')
            """;

    /// <summary>The first wave that is not done, how many failed, and the first wave with one that failed.</summary>
    public string Progress
        => $"""
            SELECT (SELECT pg_catalog.min(wave) FROM {table}
                    WHERE run {Eq} @run AND state {Eq} '{FleetLedger.Waiting}' AND NOT name {Eq} ANY (@unknown)),
                   (SELECT pg_catalog.count(*)::pg_catalog.int4 FROM {table} WHERE run {Eq} @run AND state {Eq} '{FleetLedger.Failed}'),
                   (SELECT pg_catalog.min(wave) FROM {table} WHERE run {Eq} @run AND state {Eq} '{FleetLedger.Failed}')
            """;

    /// <summary>Locks the next database that no other worker has locked, and names it.</summary>
    public string Claim
        => $"""
            SELECT name FROM {table}
            WHERE run {Eq} @run AND state {Eq} '{FleetLedger.Waiting}' AND wave {Eq} @wave
              AND server {Eq} ANY (@servers) AND NOT name {Eq} ANY (@unknown)
            ORDER BY position LIMIT 1 FOR UPDATE SKIP LOCKED
            """;

    /// <summary>Records an outcome.</summary>
    public string Complete
        => $"""
            UPDATE {table} SET state = @state, current = @current, code = @code, reason = @reason, worker = @worker,
                ended_at = pg_catalog.clock_timestamp()
            WHERE run {Eq} @run AND name {Eq} @name
            """;

    /// <summary>The databases of the run.</summary>
    public string Rows
        => $"SELECT name, state, current, code, reason, worker FROM {table} WHERE run {Eq} @run ORDER BY position, "
            + "name COLLATE pg_catalog.\"C\"";
}
