using Autogen.Scenarios.Spelling;
using static Autogen.Scenarios.Spelling.SpellingPlace;

namespace Autogen.PostgreSql.Tests.Spelling;

/// <summary>Expressions as people write them; PostgreSQL stores nearly each otherwise.</summary>
internal static class SameSpellings
{
    /// <summary>All of them.</summary>
    public static IReadOnlyList<SpellingCase> All { get; } =
    [
        .. Defaults.Select(item => new SpellingCase(Default, item.Type, item.Text, item.Text)),
        .. Checks.Select(text => new SpellingCase(Check, "", text, text)),
        .. Generated.Select(item => new SpellingCase(Computed, item.Type, item.Text, item.Text)),
        .. Filters.Select(text => new SpellingCase(Filter, "", text, text)),
        .. Otherwise,
    ];

    private static IEnumerable<(string Type, string Text)> Defaults =>
    [
        ("text", "'x'"), ("text", "'it''s'"), ("text", "''"), ("text", "E'a\\nb'"), ("text", "$$dollar 'quoted'$$"), ("text", "'x'::text"),
        ("text", "CAST('x' AS text)"), ("text", "('x')"),
        ("text", "'a' || 'b'"), ("text", "upper('x')"), ("text", "NULL"), ("text", "U&'\\0041'"), ("text", "CURRENT_USER"),
        ("text", "session_user"), ("text", "next_code()"), ("text", "next_code('y')"),
        ("text", "public.next_code('z')"), ("text", "lower( 'ABC' )"), ("text", "/* one */ 'two'"), ("text", "'ü—é'"),
        ("text", "md5(random()::text)"), ("text", "'2020-01-01'"),
        ("character varying(20)", "'x'"), ("character varying(20)", "'x'::varchar"), ("character varying(20)", "'x'::character varying(5)"),
        ("character(3)", "'x'"), ("character(3)", "'x'::char(3)"),
        ("integer", "0"), ("integer", "-5"), ("integer", "+5"), ("integer", "(1 + 2) * 3"), ("integer", "'7'"), ("integer", "'7'::int"),
        ("integer", "1e3"), ("integer", "5::bigint"), ("integer", "null"),
        ("integer", "nextval('numbers')"), ("integer", "nextval('numbers'::regclass)"), ("integer", "nextval('public.numbers')"),
        ("integer", "floor(random() * 10)::int"), ("positive", "5"),
        ("bigint", "-5"), ("bigint", "9223372036854775807"), ("bigint", "(-9223372036854775808)"),
        ("bigint", "nextval('\"Odd Schema\".\"Numbers 2\"')"), ("bigint", "extract(epoch from now())::bigint"),
        ("smallint", "5"), ("smallint", "-5::smallint"), ("numeric(10,2)", "1.50"), ("numeric(10,2)", "-1.5"), ("numeric(10,2)", "0.0"),
        ("numeric", "1e-3"), ("numeric", "123456789012345678901234567890"),
        ("double precision", "1.5"), ("double precision", "-1.5"), ("double precision", "'NaN'"),
        ("double precision", "'Infinity'::float8"), ("real", "0.1"), ("real", "pi()"),
        ("boolean", "TRUE"), ("boolean", "false"), ("boolean", "'t'"), ("boolean", "NOT FALSE"), ("boolean", "1 = 1"),
        ("boolean", "'yes'::bool"),
        ("date", "'2020-01-02'"), ("date", "DATE '2020-01-02'"), ("date", "current_date"), ("date", "CURRENT_DATE + 7"),
        ("date", "'-infinity'"), ("date", "now()::date"),
        ("timestamp without time zone", "'2020-01-02 03:04:05'"), ("timestamp without time zone", "now() at time zone 'utc'"),
        ("timestamp without time zone", "timezone('utc', now())"),
        ("timestamp without time zone", "LOCALTIMESTAMP"), ("timestamp without time zone", "(now() AT TIME ZONE 'UTC'::text)"),
        ("timestamp with time zone", "now()"),
        ("timestamp with time zone", "CURRENT_TIMESTAMP"), ("timestamp with time zone", "current_timestamp(3)"),
        ("timestamp with time zone", "TIMESTAMPTZ '2020-01-02T03:04:05Z'"),
        ("timestamp with time zone", "'2020-01-02 03:04:05+02'"), ("timestamp with time zone", "now() + interval '1 day'"),
        ("timestamp with time zone", "now() - '30 days'::interval"),
        ("timestamp with time zone", "clock_timestamp()"), ("timestamp with time zone", "'epoch'"),
        ("timestamp with time zone", "date_trunc('day', now())"), ("time without time zone", "'10:00'"),
        ("time without time zone", "TIME '23:59:59.5'"), ("interval", "'01:00:00'"), ("interval", "INTERVAL '1 day 2 hours'"),
        ("interval", "interval '90' minute"), ("interval", "make_interval(days => 3)"),
        ("uuid", "gen_random_uuid()"), ("uuid", "'00000000-0000-0000-0000-000000000000'"),
        ("uuid", "'A0EEBC99-9C0B-4EF8-BB6D-6BB9BD380A11'::uuid"), ("bytea", "'\\x01ff'"), ("bytea", "BYTEA E'\\\\x01'"),
        ("bytea", "decode('AQ==', 'base64')"), ("jsonb", "'{}'"), ("jsonb", "'{\"a\": [1, 2]}'::jsonb"),
        ("jsonb", "jsonb_build_object('a', 1)"), ("json", "'[]'::json"), ("integer[]", "'{}'"),
        ("integer[]", "ARRAY[1,2,3]"), ("integer[]", "ARRAY[]::integer[]"), ("integer[]", "'{1,2}'::int[]"), ("text[]", "ARRAY['a','b']"),
        ("text[]", "'{a,\"b c\"}'"), ("text[]", "array['a'::text]"),
        ("mood", "'sad'"), ("mood", "'Very Happy'::mood"), ("\"Odd Schema\".\"Mood 2\"", "'B b'"),
        ("\"Odd Schema\".\"Mood 2\"", "'a'::\"Odd Schema\".\"Mood 2\""), ("inet", "'127.0.0.1'"), ("int4range", "'[1,5)'"),
        ("int4range", "int4range(1, 5)"), ("tstzrange", "tstzrange(now(), NULL)"), ("bit(3)", "B'101'"), ("bit varying(8)", "B'1'"),
        ("money", "'1.00'"), ("point", "'(1,2)'"), ("point", "point(1, 2)"),
        ("xml", "'<a/>'"), ("tsvector", "to_tsvector('english', 'x')"), ("oid", "0"), ("character varying(20)[]", "'{}'"),
    ];

    private static IEnumerable<string> Checks =>
    [
        "i > 0", "\"i\" > 0", "i>0", "((i > 0))", "i > 0 AND i < 10", "i > 0 and (b < 10 or s = 1)", "NOT i > 0", "i <> 0", "i != 0",
        "i BETWEEN 1 AND 10", "i not between 1 and 10", "i IN (1, 2, 3)", "i NOT IN (1, 2)", "v IN ('a', 'b')", "t IN ('a','b')",
        "c in ('a')", "v = 'x'", "v <> ''", "v LIKE 'a%'", "v NOT LIKE '%b'", "t ILIKE 'a_'", "t ~ '^[a-z]+$'", "v ~* 'X'", "t !~ '\\d'",
        "t SIMILAR TO 'a|b'", "length(t) > 3", "char_length(v) <= 20", "octet_length(by) < 100", "t IS NOT NULL",
        "t is null or i is not null", "bo", "NOT bo", "bo = true", "bo IS TRUE", "bo IS NOT FALSE", "n > 0", "n >= 0.5", "n > 1::numeric",
        "f < 1e3", "r > 1.5", "b > 10000000000", "i % 2 = 0", "i + b * 2 - s > -1", "-i < 5", "@ i > 0", "i & 1 = 1", "abs(i) < 100",
        "greatest(i, s) > 0", "coalesce(i, 0) >= 0", "nullif(i, 0) > 1", "CASE WHEN i > 0 THEN t IS NOT NULL ELSE true END",
        "case i when 1 then bo else not bo end", "d > '2020-01-01'", "d >= DATE '2020-01-01' AND d < date '2030-01-01'",
        "ts > '2020-01-01'::timestamp", "tz <= now() + interval '1 day'", "extract(year from d) > 2000", "date_part('month', ts) = 1",
        "EXTRACT(epoch FROM iv) > 0", "iv > '1 hour'", "tm between '08:00' and '18:00'", "j ? 'a'", "j ->> 'a' = 'x'",
        "(j -> 'a') is not null", "j @> '{\"a\": 1}'", "jsonb_typeof(j) = 'object'", "a[1] > 0", "array_length(a, 1) < 5", "1 = ANY (a)",
        "i = ALL (a)", "cardinality(ta) > 0", "ta @> ARRAY['x']", "u <> '00000000-0000-0000-0000-000000000000'", "mo = 'sad'",
        "mo IN ('sad', 'ok')", "mo > 'sad'::mood", "m2 <> 'B b'", "ip << '10.0.0.0/8'", "\"Odd Name\" <> ''", "\"select\" > 0",
        "\"Größe\" > 1", "\"quo\"\"te\" <> 'it''s'", "\"Spelling Bee\".i > 0", "(i, b) > (1, 2)", "(i IS NULL) = (b IS NULL)",
        "num_nonnulls(i, b) = 1", "i IS DISTINCT FROM b", "i is not distinct from s", "t COLLATE \"C\" > 'a'", "starts_with(t, 'a')",
        "substring(t from 1 for 2) = 'ab'", "trim(both ' ' from t) = t", "position('@' in t) > 1", "overlay(t placing 'x' from 1) <> ''",
        "t || v <> 'ab'", "lower(t) = t", "i::text = t", "cast(i as bigint) = b", "t::int > 0", "v::text = 'x'", "i > 0 AND t > '--'",
        "i /* the number */ > 0", "i\n  >\n  0", "i = 1 OR i = 2 OR (i = 3 AND bo)",
    ];

    private static IEnumerable<(string Type, string Text)> Generated =>
    [
        ("integer", "i * 2"), ("integer", "\"i\" + \"s\""), ("bigint", "i::bigint * b"), ("text", "t || v"),
        ("text", "coalesce(t, '') || ' ' || coalesce(v, 'x')"), ("text", "upper(\"Odd Name\")"),
        ("numeric", "n * 1.19"), ("numeric(10,2)", "round(n * 2, 2)"), ("boolean", "i > 0 AND t IS NOT NULL"),
        ("text", "CASE WHEN bo THEN 'yes' ELSE 'no' END"), ("tsvector", "to_tsvector('english', coalesce(t, ''))"),
        ("integer", "length(t)"), ("double precision", "f / 2"), ("text", "j ->> 'name'"), ("character varying(20)", "left(v, 3)"),
        ("text", "lower(v)"), ("date", "(ts)::date"), ("integer", "extract(year from d)::int"),
        ("text", "substring(t, 1, 3)"), ("integer", "a[1]"), ("integer", "mod(i, 7)"), ("text", "md5(t)"),
    ];

    private static IEnumerable<string> Filters =>
    [
        "i > 0", "\"bo\"", "NOT bo", "t IS NOT NULL", "\"t\" is not null and \"v\" <> ''", "v = 'x'", "v in ('a', 'b')", "mo = 'sad'",
        "d > '2020-01-01'", "lower(t) = 'x'", "bo = false", "j ->> 'a' IS NOT NULL", "\"Odd Name\" IS NULL", "i IN (1, 2)", "n >= 0.5",
        "b % 2 = 1",
    ];

    // The database was made by one text, the model says another.
    private static IEnumerable<SpellingCase> Otherwise =>
    [
        new(Default, "timestamp with time zone", "now()", "NOW( )"), new(Default, "text", "'x'", "'x'::text"),
        new(Default, "integer", "5", "(5)"), new(Default, "boolean", "true", "TRUE"),
        new(Default, "integer[]", "ARRAY[1, 2]", "array[1,2]"), new(Default, "character varying(20)", "'x'", "'x'::character varying"),
        new(Check, "", "i > 0 AND b > 0", "((i > 0) AND (b > 0))"),
        new(Check, "", "i IN (1, 2)", "i = ANY (ARRAY[1, 2])"), new(Check, "", "v = 'x'", "(v)::text = 'x'::text"),
        new(Check, "", "i BETWEEN 1 AND 5", "i >= 1 AND i <= 5"), new(Check, "", "t LIKE 'a%'", "t ~~ 'a%'"),
        new(Check, "", "i <> 1", "i != 1"), new(Check, "", "NOT (t IS NULL)", "not t is null"),
        new(Computed, "text", "coalesce(t, 'x')", "COALESCE(\"t\", 'x'::text)"), new(Filter, "", "bo", "(\"bo\")"),
        new(Check, "", "cast(i as text) = t", "i::text = t"), new(Default, "interval", "interval '1 day'", "'1 day'::interval"),
        new(Default, "numeric(10,2)", "1.5", "1.5::numeric"),
    ];
}
