using Autogen.Scenarios.Databases;

namespace Autogen.PostgreSql.Tests.Spelling;

/// <summary>Store types as models write them.</summary>
internal static class StoreTypes
{
    /// <summary>What must exist before the table.</summary>
    public const string Before =
        """
        CREATE EXTENSION citext;
        CREATE EXTENSION hstore;
        CREATE EXTENSION ltree;
        CREATE SCHEMA "Odd Schema";
        CREATE SCHEMA shop;
        CREATE TYPE mood AS ENUM ('sad', 'ok');
        CREATE TYPE "Mood 2" AS ENUM ('sad', 'ok');
        CREATE TYPE "Größe" AS ENUM ('S', 'L');
        CREATE TYPE shop.mood AS ENUM ('sad', 'ok');
        CREATE TYPE shop.colour AS ENUM ('red');
        CREATE TYPE "Odd Schema"."Mo""od" AS ENUM ('sad', 'ok');
        CREATE TYPE "Odd Schema"."Mo.od" AS ENUM ('sad', 'ok');
        CREATE TYPE pair AS (a integer, b text);
        CREATE TYPE shop.span AS RANGE (subtype = float8);
        CREATE DOMAIN positive AS integer CHECK (VALUE > 0);
        CREATE DOMAIN "E mail" AS text;
        CREATE DOMAIN shop.code AS varchar(5);
        """;

    /// <summary>Whether the server is new enough for a type.</summary>
    public static bool IsThere(string type)
        => PostgreSqlServer.Version >= (type.EndsWith("multirange", StringComparison.Ordinal) ? 14
            : type is "xid8" or "pg_snapshot" ? 13
            : 12);

    /// <summary>
    /// The database is made with the text, and the model says the same text: however PostgreSQL writes it, it is no difference.
    /// </summary>
    public static IReadOnlyList<string> Same { get; } =
    [
        "varchar", "varchar(20)", "VARCHAR(20)", "Varchar ( 20 )", "character varying", "character varying(20)", "char varying(5)",
        "national character varying(5)", "nchar varying(5)", "character\tvarying ( 7 )", "char", "char(3)", "CHAR(3)", "character",
        "character(3)", "nchar(3)", "national character(3)", "bpchar", "bpchar(3)", "\"char\"", "text", "Text", "TEXT", "name", "citext",
        "CITEXT", "hstore", "ltree", "lquery", "ltxtquery", "int", "INT", "int2", "int4", "int8", "integer", "Integer", "smallint",
        "bigint", "BigInt", "pg_catalog.int4", "PG_CATALOG.INT8", "pg_catalog.varchar(9)", "pg_catalog.\"varchar\"(9)", "pg_catalog.text",
        "\"pg_catalog\".\"int4\"", "pg_catalog.timestamptz(3)", "pg_catalog.bool", "pg_catalog.bpchar(4)", "pg_catalog.\"char\"",
        "\"int4\"", "\"text\"", "\"timestamptz\"", "\"bpchar\"(3)", "\"varchar\"(20)", "pg_catalog.bpchar", "pg_catalog.numeric(5,2)",
        "pg_catalog.bit(4)", "decimal", "decimal(18,2)", "DECIMAL(18, 2)", "dec(5)", "numeric", "numeric(10)", "numeric(10,0)",
        "numeric( 10 , 2 )", "float4", "float8", "float", "float(10)", "float(24)", "float(25)", "FLOAT(53)", "real", "double precision",
        "Double  Precision", "money", "bool", "boolean", "BOOL", "bit", "bit(3)", "varbit", "varbit(8)", "bit varying", "bit varying(8)",
        "BIT VARYING ( 8 )", "bytea", "uuid", "UUID", "json", "jsonb", "JSONB", "jsonpath", "xml", "date", "time", "time(3)", "timetz",
        "timetz(3)", "time without time zone", "time with time zone", "time(3) with time zone", "TIME (3) WITHOUT TIME ZONE", "timestamp",
        "timestamp(3)", "timestamptz", "timestamptz(3)", "TimestampTZ", "timestamp without time zone", "timestamp with time zone",
        "timestamp(0) with time zone", "timestamp (3) without time zone", "interval", "interval(3)", "INTERVAL(6)", "interval day",
        "interval year to month", "interval day to second(3)", "interval second(2)", "INTERVAL HOUR TO MINUTE", "int4range", "int8range",
        "numrange", "tsrange", "tstzrange", "daterange", "int4multirange", "nummultirange", "tstzmultirange", "datemultirange", "TSTZRANGE",
        "oid", "xid", "xid8", "cid", "tid", "regclass", "regtype", "regproc", "pg_lsn", "inet", "cidr", "macaddr", "macaddr8", "tsvector",
        "tsquery", "point", "line", "lseg", "box", "path", "polygon", "circle", "txid_snapshot", "pg_snapshot", "int[]", "INT []",
        "integer[][]", "varchar(10)[]", "character varying(10)[]", "timestamptz(3)[]", "timestamp with time zone[]", "numeric(10,2)[]",
        "text[]", "TEXT[]", "bool[]", "citext[]", "\"char\"[]", "bpchar(3)[]", "_int4", "_text", "_varchar(10)", "_timestamptz",
        "pg_catalog._int4", "pg_catalog.bit", "interval day[]", "mood", "MOOD", "public.mood", "\"mood\"", "public.\"mood\"",
        "\"public\".mood", "mood[]", "public.mood[]", "\"Mood 2\"", "public.\"Mood 2\"", "\"Mood 2\"[]", "\"Größe\"", "shop.mood",
        "SHOP.Mood", "\"shop\".\"mood\"", "shop.colour", "shop.colour[]", "\"Odd Schema\".\"Mo\"\"od\"", "\"Odd Schema\".\"Mo.od\"",
        "\"Odd Schema\".\"Mo\"\"od\"[]", "pair", "pair[]", "shop.span", "shop.span[]", "positive", "Positive", "positive[]", "\"E mail\"",
        "shop.code", "public.citext", "public.hstore", "public.citext[]",
    ];

    /// <summary>What is there, and a type that the model says and that is another one.</summary>
    public static IReadOnlyList<(string Current, string Target)> Different { get; } =
    [
        ("varchar(20)", "varchar(21)"), ("varchar(20)", "varchar"), ("varchar(20)", "text"), ("varchar(20)", "char(20)"),
        ("varchar(20)", "varchar(20)[]"), ("char(3)", "bpchar"), ("char", "\"char\""), ("text", "citext"), ("text", "name"),
        ("int", "int8"), ("int", "int2"), ("int", "oid"), ("int", "positive"), ("int[]", "int8[]"), ("int[]", "int"),
        ("numeric", "numeric(10)"), ("numeric(10)", "numeric(10,1)"), ("numeric(10,2)", "numeric(12,2)"), ("numeric", "money"),
        ("float4", "float8"),
        ("float(24)", "float(25)"), ("bit(3)", "varbit(3)"), ("bit", "bit(2)"), ("timestamp", "timestamptz"),
        ("timestamptz", "timestamptz(3)"), ("timestamptz(0)", "timestamptz(3)"), ("time", "timetz"), ("time", "time(0)"),
        ("timestamp", "date"), ("interval", "interval(3)"), ("interval day", "interval hour"),
        ("interval", "interval day to second"), ("json", "jsonb"), ("int4range", "int8range"), ("int4range", "int4multirange"),
        ("inet", "cidr"), ("macaddr", "macaddr8"), ("xid", "xid8"), ("tsvector", "tsquery"), ("point", "box"), ("hstore", "jsonb"),
        ("mood", "shop.mood"), ("shop.mood", "mood"), ("mood", "\"Mood 2\""), ("mood", "mood[]"), ("mood", "text"),
        ("shop.mood", "shop.colour"), ("\"Odd Schema\".\"Mo\"\"od\"", "\"Odd Schema\".\"Mo.od\""), ("shop.code", "varchar(5)"),
        ("\"E mail\"", "positive"), ("bool", "int"), ("uuid", "text"), ("bytea", "text"),
    ];
}
