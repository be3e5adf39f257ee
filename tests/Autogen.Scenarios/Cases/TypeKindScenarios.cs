using Autogen.Scenarios.Running;
using Microsoft.EntityFrameworkCore;
using NpgsqlTypes;

namespace Autogen.Scenarios.Cases;

/// <summary>
/// Types whose names say something else than what they are: domains, enumerated types, ranges, composite types, types of extensions.
/// </summary>
internal static class TypeKindScenarios
{
    // No name ends in []: Npgsql overflows the stack when it reads the types of such a database.
    private const string Domains = """
        CREATE SCHEMA "odd Schema"; CREATE SCHEMA ext;
        CREATE EXTENSION citext SCHEMA ext; CREATE EXTENSION ltree SCHEMA ext;
        CREATE TYPE xyzrange AS ENUM ('it''s', 'two');
        CREATE TYPE orders AS RANGE (SUBTYPE = integer);
        CREATE TYPE "odd Schema"."multirange" AS RANGE (SUBTYPE = date);
        CREATE DOMAIN orange AS text;
        CREATE DOMAIN "my range" AS orange;
        CREATE DOMAIN "Int4Multirange" AS integer;
        CREATE DOMAIN "Date" AS boolean;
        CREATE DOMAIN _x AS text[];
        CREATE DOMAIN "json[] x" AS jsonb;
        CREATE DOMAIN "odd Schema"."text" AS uuid;
        CREATE DOMAIN feeling AS xyzrange;
        CREATE DOMAIN "orders[3]" AS orders;
        CREATE DOMAIN "bit(9)" AS bit(3);
        CREATE DOMAIN "Größe" AS numeric(9,3);
        CREATE DOMAIN worded AS text DEFAULT 'so' CHECK (VALUE <> '');
        CREATE DOMAIN "select" AS worded;
        CREATE DOMAIN ext.path AS ext.ltree;
        """;

    // The values that rows get, in the order of the names.
    private static readonly (string Type, string Value)[] domains =
    [
        ("orange", ""), ("\"my range\"", ""), ("\"Int4Multirange\"", "0"), ("\"Date\"", "false"), ("_x", "{}"), ("\"json[] x\"", "{}"),
        ("\"odd Schema\".\"text\"", "00000000-0000-0000-0000-000000000000"), ("feeling", "it's"), ("\"orders[3]\"", "empty"),
        ("\"bit(9)\"", "000"), ("\"Größe\"", "0.000"), ("worded", "so"), ("\"select\"", "so"), ("ext.path", ""), ("orange[]", "{}"),
        ("xyzrange", "it's"),
        ("public.xyzrange", "it's"), ("xyzrange[]", "{}"), ("orders", "empty"), ("\"odd Schema\".\"multirange\"", "empty"),
        ("ext.citext", ""), ("ext.ltree", ""),
    ];

    public static IEnumerable<Scenario> All { get; } = new Scenario[]
    {
        // case D4
        Filled("Required columns get the value of what their type is, whatever its name", model => Required(model, [])),

        // case D4
        Filled("Columns become required over NULLs, whatever the names of their types", Optional),

        // case D4
        new("Types of the model have the values of their kinds, with the extension that brings one", model => Required(model, []), model =>
        {
            model.HasPostgresExtension("ltree");
            model.HasPostgresEnum("Orange Range", ["it's", "b"]);
            model.HasPostgresRange("orders", "integer");
            Required(model, [("\"Orange Range\"", ""), ("orders", ""), ("ltree", "")]);
        })
        {
            Populate = "INSERT INTO t (n) VALUES (1)",
            Kept = "SELECT n FROM t",
            Afterwards = ("SELECT c0::text, c1::text, c2::text FROM t", "it's|empty|"),
        },

        // case D4
        new(
            "A required column of a composite type is added to a table without rows",
            model => Required(model, []),
            model => Required(model, [("pricerange", "")]))
        {
            Prepare = "CREATE TYPE pricerange AS (low numeric, high numeric)",
        },

        // case D4
        new(
            "A multirange type that was named by hand has a value and is made of its ranges",
            model => Several(model, added: null),
            model => Several(model, "much"))
        {
            Prepare = "CREATE TYPE orders AS RANGE (SUBTYPE = integer, MULTIRANGE_TYPE_NAME = much)",
            Populate = "INSERT INTO t (r, n) VALUES ('[1,3)', 1), ('empty', 2)",
            Kept = "SELECT n FROM t ORDER BY 1",
            Afterwards = ("SELECT r::text, s::text FROM t ORDER BY n", "{[1,3)}|{}\n{}|{}"),
            Since = 14,
        },

        // case D4
        new(
            "Columns become ones of domains of odd names and come back",
            model => Converted(model, isDomain: false),
            model => Converted(model, isDomain: true))
        {
            Prepare = Domains + "CREATE DOMAIN shorter AS varchar(5); CREATE DOMAIN \"with time zone\" AS timestamp(3);",
            Populate = """
                INSERT INTO t (c0, c1, c2, c3, c4, c5, c6)
                VALUES ('a', 7, '{x}', '{1,2}', 'abc', '[1,3)', '2020-02-29 01:02:03.123')
                """,
            Kept = "SELECT c0, c1, c2, c3, c4, c5::text, c6::text FROM t",
            Afterwards = (
                "SELECT c0::text, c1::text, c2::text, c3::text, c4::text, c5::text, c6::text FROM t",
                "a|7|{x}|{1,2}|abc|[1,3)|2020-02-29 01:02:03.123"),
        },

        // case D6
        new("Arrays are converted by their elements", model => Arrays(model, isWanted: false), model => Arrays(model, isWanted: true))
        {
            Populate = "INSERT INTO t (a, b, c) VALUES ('{1.125,NULL}', '{1.6}', '{abc,NULL}')",
            Afterwards = ("SELECT a::text, b::text, c::text FROM t", "{1.13,NULL}|{2}|{abc,NULL}"),
        },
    }.Select(Making.OnPostgreSql);

    private static Scenario Filled(string name, Action<ModelBuilder> current) => new(name, current, model => Required(model, domains))
    {
        Prepare = Domains,
        Populate = "INSERT INTO t (n) VALUES (1), (2)",
        Kept = "SELECT n FROM t ORDER BY 1",
        Afterwards = (
            $"SELECT {string.Join(", ", domains.Select((_, index) => $"c{index}::text"))} FROM t WHERE n = 1",
            string.Join('|', domains.Select(item => item.Value))),
    };

    private static void Required(ModelBuilder model, IEnumerable<(string Type, string Value)> columns) => model.Map("t", table =>
    {
        table.Property<int>("n");
        foreach (var (index, (type, _)) in columns.Index())
            table.Property(ClrType(type), $"c{index}").HasColumnType(type).IsRequired();
    });

    private static void Optional(ModelBuilder model) => model.Map("t", table =>
    {
        table.Property<int>("n");
        foreach (var (index, (type, _)) in domains.Index())
            table.Property(ClrType(type), $"c{index}").HasColumnType(type).IsRequired(false);
    });

    private static Type ClrType(string type) => type switch
    {
        "integer" => typeof(int?),
        "integer[]" => typeof(int[]),
        "int4range" => typeof(NpgsqlRange<int>?),
        "timestamp without time zone" => typeof(DateTime?),
        _ => type.EndsWith("[]", StringComparison.Ordinal) ? typeof(string[]) : typeof(string),
    };

    private static void Several(ModelBuilder model, string? added) => model.Map("t", table =>
    {
        table.Property<int>("n");
        table.Property<string>("r").HasColumnType(added ?? "orders");
        if (added is not null)
            table.Property<string>("s").HasColumnType(added).IsRequired();
    });

    private static void Converted(ModelBuilder model, bool isDomain) => model.Map("t", table =>
    {
        string[] plain = ["text", "integer", "text[]", "integer[]", "character varying(9)", "int4range", "timestamp without time zone"];
        string[] odd =
            ["\"my range\"", "\"Int4Multirange\"", "_x", "\"Int4Multirange\"[]", "shorter", "\"orders[3]\"", "\"with time zone\""];
        foreach (var (index, type) in (isDomain ? odd : plain).Index())
            table.Property(ClrType(type), $"c{index}").HasColumnType(type).IsRequired(false);
    });

    private static void Arrays(ModelBuilder model, bool isWanted) => model.Map("t", table =>
    {
        table.Property<decimal?[]>("a").HasColumnType(isWanted ? "numeric(9,2)[]" : "numeric(9,3)[]");
        table.Property<decimal?[]>("b").HasColumnType(isWanted ? "numeric(9,0)[]" : "numeric[]");
        table.Property<string[]>("c").HasColumnType(isWanted ? "text[]" : "character varying(5)[]");
    });
}
