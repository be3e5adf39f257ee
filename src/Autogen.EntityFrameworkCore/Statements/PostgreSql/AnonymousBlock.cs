namespace Autogen.Statements.PostgreSql;

/// <summary>PostgreSQL's anonymous blocks: for what can't be written without asking the catalogue when the revision runs.</summary>
internal static class AnonymousBlock
{
    /// <summary>A <c>DO</c> statement. The body's lines end with semicolons, and are indented by one level.</summary>
    public static string Do(string body)
    {
        var tag = "$do$";
        for (var number = 1; body.Contains(tag, StringComparison.Ordinal); number++)
            tag = FormattableString.Invariant($"$do{number}$");
        return $"DO {tag}\n{body.Replace("\r\n", "\n", StringComparison.Ordinal)}\n{tag};";
    }

    /// <summary>A statement that is run in UTC, whatever the session's time zone is, which it has again afterwards.</summary>
    public static string InUtc(string statement)
        => Do($"""
            DECLARE
                zone pg_catalog.text := pg_catalog.current_setting('TimeZone');
            BEGIN
                PERFORM pg_catalog.set_config('TimeZone', 'UTC', true);
                {statement}
                PERFORM pg_catalog.set_config('TimeZone', zone, true);
            END
            """);
}
