using Autogen.Scenarios.Running;
using Microsoft.EntityFrameworkCore;

namespace Autogen.Scenarios.Cases;

/// <summary>Enumerated types of PostgreSQL, with rows and defaults.</summary>
internal static class EnumScenarios
{
    public static IEnumerable<Scenario> All { get; } = new[]
    {
        Mood("A label comes first", ["ok", "Happy!"], ["it's sad", "ok", "Happy!"]),
        Mood("A label comes last", ["ok", "Happy!"], ["ok", "Happy!", "überglücklich"]),
        Mood("Labels come at every place", ["ok", "Happy!"], ["a", "ok", "b", "c", "Happy!", "d"]),
        Mood("The first label goes", ["bad", "ok", "Happy!"], ["ok", "Happy!"]),
        Mood("The last label goes", ["ok", "Happy!", "mad"], ["ok", "Happy!"]),
        Mood("A label goes and one comes", ["ok", "Happy!", "mad"], ["ok", "glad", "Happy!"]),
        new("A type has a schema and an odd name", model => model.Map("t", table => table.Property<string>("a")), model =>
        {
            model.HasPostgresEnum("Odd Schema", "My \"Mööd\"", ["it's", "B b"]);
            model.Map("t", table => table.Property<string>("a").HasColumnType("\"Odd Schema\".\"My \"\"Mööd\"\"\""));
        })
        {
            Populate = "INSERT INTO t (a) VALUES ('it''s'), (NULL)",
            Kept = "SELECT a::text FROM t ORDER BY \"Id\"",
        },
        new(
            "A text becomes a label, with a default",
            model => model.Map("t", table => table.Property<string>("m").HasDefaultValue("ok")),
            model =>
            {
                model.HasPostgresEnum("mood", ["ok", "bad"]);
                model.Map("t", table => table.Property<string>("m").HasColumnType("mood").HasDefaultValueSql("'bad'::mood").IsRequired());
            })
        {
            Populate = "INSERT INTO t (m) VALUES ('ok'), ('bad')",
            Kept = "SELECT m::text FROM t ORDER BY \"Id\"",
        },
        new("A label becomes one of another type", model =>
        {
            model.HasPostgresEnum("mood", ["ok", "bad"]);
            model.Map("t", table => table.Property<string>("m").HasColumnType("mood").HasDefaultValueSql("'ok'"));
        }, model =>
        {
            model.HasPostgresEnum("feeling", ["ok", "bad"]);
            model.Map("t", table => table.Property<string>("m").HasColumnType("feeling").HasDefaultValueSql("'bad'"));
        })
        {
            Populate = "INSERT INTO t (m) VALUES ('ok'), ('bad')",
            Kept = "SELECT m::text FROM t ORDER BY \"Id\"",
        },
        new("Arrays of labels", model => Arrays(model, "ok", "mad"), model => Arrays(model, "ok", "bad"))
        {
            Populate = "INSERT INTO t (m) VALUES ('{ok,ok}'), ('{}'), (NULL)",
            Kept = "SELECT m::text FROM t ORDER BY \"Id\"",
        },
        new("A type that others stand upon goes with its table", model => Used(model), _ => { })
        {
            Populate = "INSERT INTO t (m) VALUES ('ok')",
        },
        new(
            "A type that a key, an index, a check and a computed column stand upon loses a label",
            model => Used(model, "mad"),
            model => Used(model))
        {
            Populate = "INSERT INTO t (m) VALUES ('ok')",
            Kept = "SELECT m::text, g FROM t",
        },
        new("Labels in another order are no difference", model => Plain(model, "a", "b", "c"), model => Plain(model, "c", "a", "b"))
        {
            Detected = []
        },
        new("A required column of a new type is added to rows", model => model.Map("t", _ => { }), model => Plain(model, "x", "y"))
        {
            Populate = "INSERT INTO t DEFAULT VALUES",
            Kept = "SELECT \"Id\" FROM t",
            Afterwards = ("SELECT m::text FROM t", "x"),
        },
        new("A new label is a new default", model => Plain(model, "x"), model =>
        {
            Plain(model, "x", "y");
            model.Map("t", table => table.Property<string>("m").HasDefaultValueSql("'y'::mood"));
        })
        {
            Populate = "INSERT INTO t (m) VALUES ('x')",
            Kept = "SELECT m::text FROM t",
        },
        new("A new label is in a check and in rows", model => Plain(model, "x"), model =>
        {
            Plain(model, "x", "y");
            model.Map("t", table =>
            {
                table.ToTable(mapped => mapped.HasCheckConstraint("ck", "m <> 'y' OR \"Id\" > 5"));
                table.HasData(Making.Row(("Id", 9), ("m", "y")));
            });
        })
        {
            Populate = "INSERT INTO t (m) VALUES ('x')",
            Kept = "SELECT m::text FROM t",
        },
    }.Select(Making.OnPostgreSql);

    private static Scenario Mood(string name, string[] current, string[] target)
        => new(name, model => Map(model, current), model => Map(model, target))
        {
            Populate = "INSERT INTO t (m, o) VALUES ('ok', NULL), ('Happy!', 'ok')",
            Kept = "SELECT \"Id\", m::text, o::text FROM t ORDER BY 1",
        };

    private static void Map(ModelBuilder model, string[] labels)
    {
        model.HasPostgresEnum("Mööd", labels);
        model.Map("t", table =>
        {
            table.Property<string>("m").HasColumnType("\"Mööd\"").IsRequired().HasDefaultValueSql("'ok'::\"Mööd\"");
            table.Property<string>("o").HasColumnType("\"Mööd\"");
            table.HasIndex("o");
        });
    }

    private static void Plain(ModelBuilder model, params string[] labels)
    {
        model.HasPostgresEnum("mood", labels);
        model.Map("t", table => table.Property<string>("m").HasColumnType("mood").IsRequired());
    }

    private static void Arrays(ModelBuilder model, params string[] labels)
    {
        model.HasPostgresEnum("mood", labels);
        model.Map("t", table => table.Property<string[]>("m").HasColumnType("mood[]").HasDefaultValueSql("'{ok}'::mood[]"));
    }

    private static void Used(ModelBuilder model, params string[] more)
    {
        model.HasPostgresEnum("mood", ["ok", "bad", .. more]);
        model.SharedTypeEntity<Dictionary<string, object>>("t", table =>
        {
            table.ToTable("t", mapped => mapped.HasCheckConstraint("ck", "m <> 'bad'"));
            table.Property<string>("m").HasColumnType("mood");
            table.Property<bool?>("g").HasComputedColumnSql("m = 'ok'", stored: true);
            table.HasKey("m");
            table.HasIndex("m").HasFilter("m > 'ok'");
        });
    }
}
