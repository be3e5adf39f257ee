namespace Autogen.Schema.PostgreSql;

/// <summary>
/// Settings that change how the server renders expressions, pinned for a transaction: the same database is read alike by everybody
/// (PostgreSQL's documentation, 20.11 Client Connection Defaults). Without just-in-time compilation: queries of the catalogue look dear to
/// the planner, and are run once.
/// </summary>
internal static class SessionSettings
{
    /// <summary>The statement that pins the settings.</summary>
    public const string Sql =
        """
        SELECT pg_catalog.set_config('TimeZone', 'UTC', true), pg_catalog.set_config('DateStyle', 'ISO, YMD', true), pg_catalog.set_config('IntervalStyle', 'postgres', true),
               pg_catalog.set_config('bytea_output', 'hex', true), pg_catalog.set_config('extra_float_digits', '1', true), pg_catalog.set_config('quote_all_identifiers', 'off', true),
               pg_catalog.set_config('jit', 'off', true)
        """;
}
