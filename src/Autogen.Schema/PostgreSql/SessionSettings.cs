namespace Autogen.Schema.PostgreSql;

/// <summary>
/// Settings that change how the server renders expressions, pinned for a transaction: the same database is read alike by everybody
/// (PostgreSQL's documentation, 20.11 Client Connection Defaults). Without just-in-time compilation, and with fewer orders of joins to try:
/// queries of the catalogue look expensive to the planner, are run once, and name their joins in a good order. In a database of a hundred
/// tables, planning with the server's limit of 8 takes longer than all the rest.
/// </summary>
internal static class SessionSettings
{
    /// <summary>The statement that pins the settings.</summary>
    public const string Sql =
        """
        SELECT pg_catalog.set_config('TimeZone', 'UTC', true), pg_catalog.set_config('DateStyle', 'ISO, YMD', true), pg_catalog.set_config('IntervalStyle', 'postgres', true),
               pg_catalog.set_config('bytea_output', 'hex', true), pg_catalog.set_config('extra_float_digits', '1', true), pg_catalog.set_config('quote_all_identifiers', 'off', true),
               pg_catalog.set_config('jit', 'off', true),
               pg_catalog.set_config('join_collapse_limit', '4', true), pg_catalog.set_config('from_collapse_limit', '4', true)
        """;
}
