using Autogen.Scenarios.Databases;

namespace Autogen.PostgreSql.Tests.Spelling;

/// <summary>What the expressions speak of.</summary>
internal static class SpellingColumns
{
    /// <summary>What must exist before the table.</summary>
    public static string Before => (PostgreSqlServer.Version < 13 ? "CREATE EXTENSION pgcrypto;\n" : "") + Objects; // gen_random_uuid()

    private const string Objects =
        """
        CREATE SCHEMA "Odd Schema";
        CREATE TYPE mood AS ENUM ('sad', 'ok', 'happy', 'Very Happy');
        CREATE TYPE "Odd Schema"."Mood 2" AS ENUM ('a', 'B b');
        CREATE SEQUENCE numbers;
        CREATE SEQUENCE "Odd Schema"."Numbers 2";
        CREATE FUNCTION next_code(prefix text DEFAULT 'x') RETURNS text LANGUAGE sql IMMUTABLE AS 'SELECT prefix || ''1''';
        CREATE DOMAIN positive AS integer CHECK (VALUE > 0);
        """;

    /// <summary>The columns.</summary>
    public static IReadOnlyList<(string Name, string Type)> All { get; } =
    [
        ("i", "integer"), ("s", "smallint"), ("b", "bigint"), ("t", "text"), ("v", "character varying(20)"), ("c", "character(3)"),
        ("d", "date"), ("ts", "timestamp without time zone"),
        ("tz", "timestamp with time zone"), ("tm", "time without time zone"), ("n", "numeric(10,2)"), ("f", "double precision"),
        ("r", "real"), ("bo", "boolean"), ("j", "jsonb"), ("a", "integer[]"),
        ("ta", "text[]"), ("u", "uuid"), ("by", "bytea"), ("iv", "interval"), ("mo", "mood"), ("m2", "\"Odd Schema\".\"Mood 2\""),
        ("ip", "inet"), ("Odd Name", "text"), ("select", "integer"),
        ("Größe", "integer"), ("quo\"te", "text"),
    ];
}
