using Autogen.Scenarios.Spelling;
using static Autogen.Scenarios.Spelling.SpellingPlace;

namespace Autogen.PostgreSql.Tests.Spelling;

/// <summary>Pairs that differ in a small way, and mean something else.</summary>
internal static class DifferentSpellings
{
    /// <summary>All of them.</summary>
    public static IReadOnlyList<SpellingCase> All { get; } =
    [
        .. Checks.Select(pair => new SpellingCase(Check, "", pair.Current, pair.Target)),
        .. Defaults.Select(item => new SpellingCase(Default, item.Type, item.Current, item.Target)),
        .. Generated.Select(item => new SpellingCase(Computed, item.Type, item.Current, item.Target)),
        .. Filters.Select(pair => new SpellingCase(Filter, "", pair.Current, pair.Target)),
    ];

    private static IEnumerable<(string Current, string Target)> Checks =>
    [
        ("i > 0", "i >= 0"), ("i > 0", "i > 1"), ("i > 0", "s > 0"), ("i = 1", "i = 10"), ("i > 0 AND b > 0", "i > 0 OR b > 0"),
        ("v = 'a'", "v = 'b'"), ("v = 'a'", "v = 'A'"), ("v = 'a b'", "v = 'a  b'"),
        ("t = 'a'", "lower(t) = 'a'"), ("upper(t) = t", "lower(t) = t"), ("i IN (1, 2)", "i IN (1, 2, 3)"),
        ("i IN (1, 2)", "i NOT IN (1, 2)"), ("i BETWEEN 1 AND 5", "i BETWEEN 1 AND 6"),
        ("i BETWEEN 1 AND 5", "i > 1 AND i < 5"), ("(i + 1) * 2 > 0", "i + 1 * 2 > 0"), ("NOT (bo AND i > 0)", "(NOT bo) AND i > 0"),
        ("t LIKE 'a%'", "t ILIKE 'a%'"), ("t LIKE 'a%'", "t LIKE 'a_'"),
        ("t ~ 'a'", "t ~* 'a'"), ("t COLLATE \"C\" > 'a'", "t > 'a'"), ("t COLLATE \"C\" > 'a'", "t COLLATE \"POSIX\" > 'a'"),
        ("t IS NULL", "t IS NOT NULL"), ("bo IS TRUE", "bo IS NOT FALSE"), ("i::text = t", "b::text = t"),
        ("n > 1.5", "n > 1.50001"), ("d > '2020-01-01'", "d > '2020-01-02'"), ("tz > now()", "tz > clock_timestamp()"),
        ("j ->> 'a' = 'x'", "j ->> 'A' = 'x'"), ("j ? 'a'", "j @> '\"a\"'"),
        ("1 = ANY (a)", "1 = ALL (a)"), ("mo = 'sad'", "mo = 'ok'"), ("\"Odd Name\" = 'x'", "t = 'x'"),
        ("coalesce(i, 0) > 0", "coalesce(i, 1) > 0"), ("i / 2 > 1", "i / 2.0 > 1"),
        ("length(t) > 3", "octet_length(t) > 3"), ("i = 1 OR i = 2 AND bo", "(i = 1 OR i = 2) AND bo"), ("t = 'it''s'", "t = 'its'"),
        ("iv > '1 hour'", "iv > '1 minute'"), ("i IS DISTINCT FROM b", "i <> b"),
    ];

    private static IEnumerable<(string Type, string Current, string Target)> Defaults =>
    [
        ("text", "'a'", "'b'"), ("text", "'a'", "'a '"), ("text", "'a'", "'A'"), ("text", "'x'", "''"),
        ("text", "upper('x')", "lower('x')"), ("integer", "1", "10"), ("integer", "5", "-5"), ("integer", "0", "1"),
        ("integer", "nextval('numbers')", "nextval('\"Odd Schema\".\"Numbers 2\"')"), ("boolean", "true", "false"),
        ("timestamp with time zone", "now()", "CURRENT_DATE"), ("timestamp with time zone", "now()", "clock_timestamp()"),
        ("timestamp with time zone", "now() + interval '1 day'", "now() + interval '2 days'"),
        ("timestamp without time zone", "now() at time zone 'utc'", "now() at time zone 'cet'"), ("numeric(10,2)", "1.5", "1.51"),
        ("uuid", "gen_random_uuid()", "'00000000-0000-0000-0000-000000000001'"), ("jsonb", "'{}'", "'[]'"),
        ("integer[]", "ARRAY[1,2]", "ARRAY[2,1]"), ("text[]", "'{a}'", "'{A}'"), ("mood", "'sad'", "'ok'"),
        ("bytea", "'\\x01'", "'\\x02'"), ("interval", "'1 day'", "'1 hour'"), ("date", "'2020-01-01'", "'2021-01-01'"),
        ("text", "next_code()", "next_code('y')"),
    ];

    private static IEnumerable<(string Type, string Current, string Target)> Generated =>
    [
        ("integer", "i * 2", "i * 3"), ("integer", "i + s", "i - s"), ("text", "t || v", "v || t"),
        ("text", "coalesce(t, '')", "coalesce(t, ' ')"), ("text", "upper(t)", "lower(t)"),
        ("tsvector", "to_tsvector('english', coalesce(t, ''))", "to_tsvector('german', coalesce(t, ''))"),
        ("numeric", "n * 1.19", "n * 1.2"), ("boolean", "i > 0", "i >= 0"),
    ];

    private static IEnumerable<(string Current, string Target)> Filters =>
    [
        ("bo", "NOT bo"), ("i > 0", "i > 1"), ("t IS NULL", "t IS NOT NULL"), ("v = 'a'", "v = 'A'"), ("v IN ('a', 'b')", "v IN ('a')"),
    ];
}
