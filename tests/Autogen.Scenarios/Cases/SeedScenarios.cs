using Autogen.Scenarios.Running;
using Microsoft.EntityFrameworkCore;

namespace Autogen.Scenarios.Cases;

/// <summary>Rows of <c>HasData</c>.</summary>
internal static class SeedScenarios
{
    public static IEnumerable<Scenario> All { get; } =
    [
        new("Rows come with a new table", _ => { }, model => Tags(model, (1, "a"), (2, "it's")))
        {
            Afterwards = ("SELECT \"Id\", name FROM tags ORDER BY 1", "1|a\n2|it's"),
        },
        new("A row is added and one is changed", model => Tags(model, (1, "a")), model => Tags(model, (1, "b"), (2, "c")))
        {
            Afterwards = ("SELECT \"Id\", name FROM tags ORDER BY 1", "1|b\n2|c"),
            Kept = "SELECT \"Id\", name FROM tags ORDER BY 1",
        },
        new(
            "A row that a revision inserted goes with the model's",
            model => Tags(model, (1, "a"), (2, "b")),
            model => Tags(model, (1, "a")))
        {
            Populate = "INSERT INTO tags (\"Id\", name) VALUES (7, 'own')",
            Afterwards = ("SELECT \"Id\", name FROM tags ORDER BY 1", "1|a\n7|own"),
            Kept = "SELECT \"Id\", name FROM tags ORDER BY 1",
        },
        new("A table with the model's rows goes and comes back with them", model => Tags(model, (1, "a"), (2, "it's")), _ => { })
        {
            Kept = "SELECT \"Id\", name FROM tags ORDER BY 1",
        },
        new(
            "A column with values of the model's rows goes and comes back with them",
            model => Tags(model, (1, "a"), (2, "b")),
            model => model.Map("tags", tag => tag.HasData(
                new Dictionary<string, object>(StringComparer.Ordinal) { ["Id"] = 1 },
                new Dictionary<string, object>(StringComparer.Ordinal) { ["Id"] = 2 })))
        {
            Kept = "SELECT \"Id\", name FROM tags ORDER BY 1",
        },
        new("Texts of rows keep every kind of line break, and a default does", _ => { }, model => model.Map("lines", line =>
        {
            line.Property<string>("a");
            line.Property<string>("b").HasDefaultValue("x\r\ny\u2028z");
            line.HasData(Making.Row(("Id", 1), ("a", "1\r\n2\r3\n4\f5\u00856\u20287\u2029'\r\n'")));
        }))
        {
            Afterwards = ("SELECT length(a), length(b) FROM lines", "19|6"),
        },
        new("Rows of every type", model => Typed(model, 1), model => Typed(model, 2))
        {
            Kept = "SELECT s, n FROM typed ORDER BY 1",
            Afterwards = ("SELECT s, n FROM typed ORDER BY 1", "it's 2\n\"ü\" {0}|2"),
        },
        new("Rows that refer to each other come, in two tables", model => Trees(model, 0), model => Trees(model, 3))
        {
            Afterwards = ("SELECT count(*) FROM \"Leaves\" JOIN trees ON trees.\"Id\" = tree", "3")
        },
        new("Rows that are referred to go, and others come in their place", model => Trees(model, 2, 1), model => Trees(model, 3, 2)),
        new("Rows of a table that refers to itself", model => model.Map("nodes", Node), model => model.Map("nodes", node =>
        {
            Node(node);
            node.HasData(Making.Row(("Id", 1)), Making.Row(("Id", 2), ("up", 3)), Making.Row(("Id", 3), ("up", 1)));
        })),
        new("The next row has a number of its own after those of the model", _ => { }, model => Tags(model, (1, "a"), (2, "b"), (7, "c")))
        {
            AfterwardsDo = "INSERT INTO tags (name) VALUES ('own')",
            Afterwards = ("SELECT name FROM tags ORDER BY 1", "a\nb\nc\nown"),
        },
        new("Rows of a table that numbers always", _ => { }, model => model.Map("t", table =>
        {
            table.Property<int>("Id").UseIdentityAlwaysColumn();
            table.HasData(Making.Row(("Id", 5)), Making.Row(("Id", 6)));
        }))
        {
            Databases = ScenarioDatabases.PostgreSql,
            AfterwardsDo = "INSERT INTO t DEFAULT VALUES",
            Afterwards = ("SELECT count(*) FROM t", "3")
        },
        new("A row of a table that numbers always goes with the model's", model => Numbered(model, 5, 6), model => Numbered(model, 6))
        {
            Databases = ScenarioDatabases.PostgreSql,
            Populate = "INSERT INTO t DEFAULT VALUES",
            Afterwards = ("SELECT count(*), sum(\"Id\") FROM t", "2|13"),
            Kept = "SELECT \"Id\" FROM t ORDER BY 1",
        },
        new("A number that the database always gives is changed in a row", model => Given(model, 7), model => Given(model, 8))
        {
            Databases = ScenarioDatabases.PostgreSql,
            Kept = "SELECT \"Id\", n FROM t ORDER BY 1",
            Afterwards = (
                "SELECT \"Id\", n, (SELECT attidentity::text FROM pg_attribute WHERE attrelid = 't'::regclass AND attname = 'n') FROM t",
                "1|8|a"),
        },
        new(
            "A column with values of the model's rows becomes a computed one",
            model => Squared(model, isComputed: false),
            model => Squared(model, isComputed: true))
        {
            Kept = "SELECT \"Id\", n, square FROM t ORDER BY 1",
            Afterwards = ("SELECT \"Id\", n, square FROM t", "1|3|9"),
        },
        new(
            "A row of types that EF Core's operations have no words for goes with the model's",
            model => Wordless(model, 1, 2, 3),
            model => Wordless(model, 2))
        {
            Databases = ScenarioDatabases.PostgreSql,
            Populate = "INSERT INTO \"Wör\"\"d, less\" (\"Id\", mood, tags, \"it's\") VALUES (9, 'ok', '{}', '1')",
            Afterwards = ("SELECT \"Id\" FROM \"Wör\"\"d, less\" ORDER BY 1", "2\n9"),
            Kept = "SELECT * FROM \"Wör\"\"d, less\" ORDER BY 1",
        },
        new("A row of such types changes", model => Wordless(model, 1, 2), model => Wordless(model, 1, -2))
        {
            Databases = ScenarioDatabases.PostgreSql,
            Kept = "SELECT * FROM \"Wör\"\"d, less\" ORDER BY 1",
            Afterwards =
                ("SELECT \"Id\", tags::text FROM \"Wör\"\"d, less\" ORDER BY 1", "1|{\"it's 1\",\"a, (b\"}\n2|{\"it's -2\",\"a, (b\"}"),
        },
        new("A table with rows of such types goes and comes back with them", model => Wordless(model, 1, 2), _ => { })
        {
            Databases = ScenarioDatabases.PostgreSql,
            Kept = "SELECT * FROM \"Wör\"\"d, less\" ORDER BY 1",
        },
        new("A row whose key is a time with a zone, of such types, changes", model => Zoned(model, "a"), model => Zoned(model, "b"))
        {
            Databases = ScenarioDatabases.PostgreSql,
            Kept = "SELECT * FROM t",
            Afterwards = ("SELECT count(*), min(name), min(bits::text) FROM t", "1|b|101"),
        },
        new(
            "A column of the model's rows gets a type that can't hold their values",
            model => Sized(model, (1002, 1002.25m)),
            model => Sized(model, ((byte)234, (short)1002)))
        {
            Kept = "SELECT n, d FROM sized",
            Afterwards = ("SELECT n, d FROM sized", "234|1002"),
        },
        new("Rows whose values become one letter each", model => Lettered(model, "it's", "long"), model => Lettered(model, 'a', 'b'))
        {
            Databases = ScenarioDatabases.Sqlite,
            Kept = "SELECT letter FROM lettered ORDER BY \"Id\"",
            Afterwards = ("SELECT letter FROM lettered ORDER BY \"Id\"", "a\nb"),
        },
        new("Rows get keys of another type", model => Dated(model, new DateTime(2020, 2, 29)), model => Dated(model, "it's 1"))
        {
            Databases = ScenarioDatabases.Sqlite,
            Kept = "SELECT k FROM dated",
            Afterwards = ("SELECT k FROM dated", "it's 1"),
        },
        new("Rows get a value for a new required column", model => Tags(model, (1, "a"), (2, "b")), model =>
        {
            Tags(model, []);
            model.Map("tags", tag =>
            {
                tag.Property<int>("Wëight");
                tag.HasData(Making.Row(("Id", 1), ("name", "a"), ("Wëight", 5)), Making.Row(("Id", 2), ("name", "b"), ("Wëight", 6)));
            });
        }) { Afterwards = ("SELECT \"Wëight\" FROM tags ORDER BY \"Id\"", "5\n6") },
        new("Rows with a key of two columns, one a text with quotes", model => Keyed(model, "a"), model => Keyed(model, "a", "it's \"b\"")),
    ];

    private static void Tags(ModelBuilder model, params (int Id, string Name)[] rows)
        => model.Map("tags", tag =>
        {
            tag.Property<string>("name");
            tag.HasData(rows.Select(row => new Dictionary<string, object>(StringComparer.Ordinal) { ["Id"] = row.Id, ["name"] = row.Name })
                .ToArray());
        });

    private static void Typed(ModelBuilder model, int n) => model.Map("typed", table =>
    {
        table.Property<string>("s");
        table.Property<int?>("n");
        table.Property<DayOfWeek>("day");
        table.Property<byte[]>("bytes");
        table.Property<DateOnly>("date");
        table.Property<TimeOnly?>("time");
        table.Property<TimeSpan>("span");
        table.Property<DateTime>("at");
        table.Property<DateTimeOffset>("off");
        table.Property<decimal>("price").HasPrecision(18, 4);
        table.Property<double>("d");
        table.Property<Guid>("guid");
        table.Property<bool>("flag");
        table.Property<char>("letter");
        table.Property<ulong>("big");
        table.HasData(Making.Row(
            ("Id", 1), ("s", $"it's {n}\n\"ü\" {{0}}"), ("n", n), ("day", (DayOfWeek)n), ("bytes", new byte[] { 0, 255, (byte)n }),
            ("date", new DateOnly(2020, 2, n)),
            ("time", new TimeOnly(1, n)), ("span", TimeSpan.FromMinutes(n)), ("at", new DateTime(2020, 1, n, 0, 0, 0, DateTimeKind.Utc)),
            ("off", new DateTimeOffset(2020, 1, n, 0, 0, 0, TimeSpan.Zero)),
            ("price", n + 0.5m), ("d", n / 3.0), ("guid", Guid.Empty), ("flag", n == 2), ("letter", '\''),
            ("big", ulong.MaxValue - (ulong)n)));
    });

    private static void Zoned(ModelBuilder model, string name) => model.SharedTypeEntity<Dictionary<string, object>>("t", table =>
    {
        table.ToTable("t");
        table.Property<DateTimeOffset>("at");
        table.Property<string>("name");
        table.Property<System.Collections.BitArray>("bits").HasColumnType("bit(3)");
        table.HasKey("at");
        table.HasData(Making.Row(
            ("at", new DateTimeOffset(2022, 9, 29, 3, 4, 5, TimeSpan.Zero)),
            ("name", name),
            ("bits", new System.Collections.BitArray([true, false, true]))));
    });

    private static void Sized<TWhole, TFraction>(ModelBuilder model, (TWhole Whole, TFraction Fraction) values)
        where TWhole : notnull
        where TFraction : notnull
        => model.Map("sized", table =>
        {
            table.Property<TWhole>("n");
            table.Property<TFraction>("d");
            table.HasData(Making.Row(("Id", 1), ("n", values.Whole), ("d", values.Fraction)));
        });

    private static void Lettered<T>(ModelBuilder model, T one, T other)
        where T : notnull
        => model.Map("lettered", table =>
        {
            table.Property<T>("letter");
            table.HasData(Making.Row(("Id", 1), ("letter", one)), Making.Row(("Id", 2), ("letter", other)));
        });

    private static void Dated<T>(ModelBuilder model, T key)
        where T : notnull
        => model.SharedTypeEntity<Dictionary<string, object>>("dated", table =>
        {
            table.ToTable("dated");
            table.Property<T>("k");
            table.HasKey("k");
            table.HasData(Making.Row(("k", key)));
        });

    private static void Numbered(ModelBuilder model, params int[] ids) => model.Map("t", table =>
    {
        table.Property<int>("Id").UseIdentityAlwaysColumn();
        table.HasData(ids.Select(id => Making.Row(("Id", id))).ToArray());
    });

    private static void Given(ModelBuilder model, int number) => model.Map("t", table =>
    {
        table.Property<int>("Id").ValueGeneratedNever();
        table.Property<int>("n").UseIdentityAlwaysColumn();
        table.HasData(Making.Row(("Id", 1), ("n", number)));
    });

    private static void Squared(ModelBuilder model, bool isComputed) => model.Map("t", table =>
    {
        table.Property<int>("n");
        var square = table.Property<int?>("square");
        if (isComputed)
            square.HasComputedColumnSql("n * n", stored: true);
        table.HasData(isComputed ? Making.Row(("Id", 1), ("n", 3)) : Making.Row(("Id", 1), ("n", 3), ("square", 4)));
    });

    // A row with a negative number is that row with other values.
    private static void Wordless(ModelBuilder model, params int[] rows)
    {
        model.HasPostgresEnum("mood", ["ok", "so so", "it's ) bad"]);
        model.Map("Wör\"d, less", table =>
        {
            table.Property<string>("mood").HasColumnType("mood");
            table.Property<string[]>("tags");
            table.Property<System.Collections.BitArray>("it's").HasColumnType("bit varying(8)");
            table.HasData(rows.Select(row => Making.Row(
                ("Id", Math.Abs(row)),
                ("mood", row > 0 ? "it's ) bad" : "so so"),
                ("tags", new[] { $"it's {row}", "a, (b" }),
                ("it's", new System.Collections.BitArray([true, row > 0]))))
                .ToArray());
        });
    }

    private static void Trees(ModelBuilder model, int count, int from = 1)
    {
        var ids = Enumerable.Range(from, count).ToArray();
        model.Map("trees", tree => tree.HasData(ids.Select(id => Making.Row(("Id", id))).ToArray()));
        model.Map("Leaves", leaf =>
        {
            leaf.Property<int>("tree");
            leaf.HasOne("trees", null).WithMany().HasForeignKey("tree").OnDelete(DeleteBehavior.Restrict);
            leaf.HasData(ids.Select(id => Making.Row(("Id", id), ("tree", id))).ToArray());
        });
    }

    private static void Node(Microsoft.EntityFrameworkCore.Metadata.Builders.EntityTypeBuilder<Dictionary<string, object>> node)
    {
        node.Property<int?>("up");
        node.HasOne("nodes", null).WithMany().HasForeignKey("up");
    }

    private static void Keyed(ModelBuilder model, params string[] keys)
        => model.SharedTypeEntity<Dictionary<string, object>>("keyed", table =>
        {
            table.ToTable("keyed");
            table.Property<string>("a");
            table.Property<Guid>("g");
            table.Property<string>("json").HasColumnType("jsonb");
            table.HasKey("a", "g");
            table.HasData(keys.Select(key => Making.Row(("a", key), ("g", Guid.Empty), ("json", "{\"a\": \"it's\"}"))).ToArray());
        });
}
