using Autogen.Scenarios.Running;
using Microsoft.EntityFrameworkCore;

namespace Autogen.Scenarios.Cases;

/// <summary>Tables of SQLite that are rebuilt while much depends on them that no model knows of.</summary>
internal static class RebuildScenarios
{
    private const string Logged =
        "CREATE TABLE log (line text); CREATE TRIGGER logs AFTER UPDATE OF n ON t WHEN new.n <> old.n BEGIN INSERT INTO log "
            + "VALUES (old.n || '>' || new.n); END; ";

    public static IEnumerable<Scenario> All { get; } = new Scenario[]
    {
        new(
            "A rebuilt table does not use a number of a deleted row again",
            model => Numbered<int>(model, "t"),
            model => Numbered<string>(model, "t"))
        {
            Populate = "INSERT INTO t (n) VALUES (1), (2), (3); DELETE FROM t WHERE n = 3",
            Kept = "SELECT \"Id\", n FROM t WHERE \"Id\" < 4 ORDER BY 1",
            AfterwardsDo = "INSERT INTO t (n) VALUES ('x')",
            Afterwards = ("SELECT max(\"Id\") FROM t", "4"),
        },
        new(
            "A renamed and rebuilt table does not use a number of a deleted row again",
            model => Numbered<int>(model, "t"),
            model => Numbered<string>(model, "Ü \"t\""))
        {
            Renames = ["t=Ü \"t\""],
            Populate = "INSERT INTO t (n) VALUES (1), (2), (3); DELETE FROM t WHERE n = 3",
            Kept = "SELECT \"Id\", n FROM t WHERE \"Id\" < 4 ORDER BY 1",
            AfterwardsDo = "INSERT INTO \"Ü \"\"t\"\"\" (n) VALUES ('x')",
            Afterwards = ("SELECT max(\"Id\") FROM \"Ü \"\"t\"\"\"", "4"),
        },
        new(
            "A table gives numbers no more, and its key and its children's become texts",
            model => Family<int>(model, isNumbered: true),
            model => Family<string>(model, isNumbered: false))
        {
            Populate = "INSERT INTO p (a) VALUES ('x'), ('y'); INSERT INTO c (parent) VALUES (1), (2), (2)",
            Kept = "SELECT c.\"Id\", a FROM c JOIN p ON p.\"Id\" = parent ORDER BY 1",
            Afterwards = ("SELECT count(*) FROM sqlite_master WHERE sql LIKE '%AUTOINCREMENT%' AND name = 'p'", "0"),
        },
        new(
            "A trigger's column is renamed and its table rebuilt",
            model => model.Map("t", table => table.Property<int>("n")),
            model => model.Map("t", table => table.Property<long?>("Nümber")))
        {
            Renames = ["t.n=Nümber"],
            Populate = Logged + "INSERT INTO t (n) VALUES (1); UPDATE t SET n = 2",
            Kept = "SELECT n, (SELECT group_concat(line) FROM log WHERE line < '2') FROM t",
            AfterwardsDo = "UPDATE t SET \"Nümber\" = 3; UPDATE t SET \"Nümber\" = 2",
            Afterwards = ("SELECT group_concat(line) FROM log", "1>2,2>3,3>2"),
        },
        new(
            "A view and a trigger on it stand on tables that are renamed and rebuilt",
            model => Two(model, "b", "n", isWide: false),
            model => Two(model, "Bë", "m", isWide: true))
        {
            Renames = ["b=Bë", "b.n=m"],
            Populate =
                "CREATE VIEW v AS SELECT a.\"Id\" AS id, b.n AS number FROM a JOIN b ON b.a = a.\"Id\"; "
                    + "CREATE TRIGGER tv INSTEAD OF INSERT ON v BEGIN INSERT INTO b (a, n) VALUES (new.id, new.number); END; "
                    + "INSERT INTO a DEFAULT VALUES; INSERT INTO v VALUES (1, 5)",
            Kept = "SELECT id, number FROM v",
            Afterwards = ("SELECT id, number FROM v", "1|5"),
        },
        new(
            "Tables in a cycle of cascading foreign keys are rebuilt at once and keep their rows",
            model => Circle(model, isChanged: false),
            model => Circle(model, isChanged: true))
        {
            Populate =
                "INSERT INTO a (\"Id\", n) VALUES (1, 1), (2, 2); INSERT INTO b (\"Id\", n, other) VALUES (1, 1, 1), (2, NULL, 2); "
                    + "UPDATE a SET other = \"Id\", self = 1",
            Kept = "SELECT a.\"Id\", a.n, a.other, a.self, b.n, b.other FROM a JOIN b ON b.\"Id\" = a.other ORDER BY 1",
        },
        new(
            "A computed column, a collation, a default, a check and a self reference change in one rebuild",
            model => Much(model, isChanged: false),
            model => Much(model, isChanged: true))
        {
            Renames = ["t.a=Ä"],
            Populate = "INSERT INTO t (a, up) VALUES ('x', NULL), ('y', 1), ('Z', 2)",
            Kept = "SELECT \"Id\", a, up, c FROM t ORDER BY 1",
            Afterwards = ("SELECT \"Ä\", up, d FROM t ORDER BY \"Id\"", "x||x!\ny|1|y!\nZ|2|Z!"),
        },
        new(
            "A computed column becomes a required one of another type, what it is made of goes, and so do NULLs of another column",
            model => model.Map("t", table =>
            {
                table.ToTable("t", mapped => mapped.HasCheckConstraint("ck", "z + w > 0"));
                table.Property<int>("n");
                table.Property<string>("a");
                table.Property<int>("w").HasDefaultValue(5);
                table.Property<int>("z").HasComputedColumnSql("n * 2 + w", stored: true);
                table.HasIndex("w", "z").IsUnique().IsDescending(true, false);
            }),
            model => model.Map("t", table =>
            {
                table.Property<int>("n");
                table.Property<string>("a").IsRequired();
                table.Property<decimal>("z").HasDefaultValue(1.5m);
            }))
        {
            Populate = "INSERT INTO t (a, n) VALUES ('x', 1), (NULL, 2)",
            Kept = "SELECT n, z FROM t ORDER BY 1",
            Afterwards = ("SELECT a, n, CAST(z AS integer) FROM t ORDER BY 2", "x|1|7\n|2|9"),
        },
        new("A column that indexes, a check and a computed column need goes with them", model => model.Map("t", table =>
        {
            table.ToTable("t", mapped => mapped.HasCheckConstraint("ck", "n > 0"));
            table.Property<int>("n").HasDefaultValue(1);
            table.Property<int>("m").HasDefaultValue(1);
            table.Property<int?>("both").HasComputedColumnSql("n + m", stored: false);
            table.HasIndex("n", "m").IsUnique();
            table.HasIndex("m").HasFilter("n > 5");
            table.HasIndex("both");
        }), model => model.Map("t", table =>
        {
            table.Property<int>("m").HasDefaultValue(1);
            table.HasIndex("m");
        }))
        {
            Populate = "INSERT INTO t (m) VALUES (1), (2)",
            Kept = "SELECT \"Id\", m FROM t ORDER BY 1",
        },
        new(
            "Keys of SQLite that are texts without case keep it when all else changes",
            model => Cased<int>(model, "NOCASE"),
            model => Cased<long?>(model, "RTRIM"))
        {
            Populate = "INSERT INTO p (k, n) VALUES ('a', 1); INSERT INTO c (k) VALUES ('a')",
            Kept = "SELECT p.k, n, c.k FROM p, c",
        },
        new(
            "A table is rebuilt whose name and columns are words of SQL",
            model => Words(model, isChanged: false),
            model => Words(model, isChanged: true))
        {
            Populate = "INSERT INTO \"table\" (\"check\", \"constraint\") VALUES (1, 'x')",
            Kept = "SELECT \"Id\", \"check\", \"constraint\" FROM \"table\"",
        },
    }.Select(scenario => scenario with { Databases = ScenarioDatabases.Sqlite });

    private static void Numbered<T>(ModelBuilder model, string name) => model.Map(name, table =>
    {
        table.Property<T>("n");
        table.HasKey("Id").HasName("PK");
    });

    private static void Family<T>(ModelBuilder model, bool isNumbered)
    {
        model.SharedTypeEntity<Dictionary<string, object>>("p", table =>
        {
            table.ToTable("p");
            var key = table.Property<T>("Id");
            if (!isNumbered)
                key.ValueGeneratedNever();
            table.HasKey("Id");
            table.Property<string>("a");
        });
        model.Map("c", table =>
        {
            table.Property<T>("parent").IsRequired();
            table.HasOne("p", null).WithMany().HasForeignKey("parent").OnDelete(DeleteBehavior.Cascade);
        });
    }

    private static void Two(ModelBuilder model, string name, string column, bool isWide)
    {
        model.Map("a", table =>
        {
            if (isWide)
                table.Property<string>("title").IsRequired();
        });
        model.Map(name, table =>
        {
            table.Property<int>("a");
            table.Property(isWide ? typeof(string) : typeof(int), column);
            table.HasKey("Id").HasName("PK");
            table.HasOne("a", null).WithMany().HasForeignKey("a").HasConstraintName("FK").OnDelete(DeleteBehavior.Cascade);
        });
    }

    private static void Circle(ModelBuilder model, bool isChanged)
    {
        foreach (var (name, other) in new[] { ("a", "b"), ("b", "a") })
        {
            model.Map(name, table =>
            {
                table.Property(isChanged ? typeof(string) : typeof(int?), "n").IsRequired(isChanged);
                table.Property<int?>("other");
                table.HasOne(other, null)
                    .WithMany()
                    .HasForeignKey("other")
                    .OnDelete(isChanged ? DeleteBehavior.SetNull : DeleteBehavior.Cascade);
                if (name == "b")
                    return;
                table.Property<int?>("self");
                table.HasOne("a", null).WithMany().HasForeignKey("self").OnDelete(DeleteBehavior.Cascade);
            });
        }
    }

    private static void Much(ModelBuilder model, bool isChanged) => model.Map("t", table =>
    {
        var column = isChanged ? "Ä" : "a";
        table.ToTable("t", mapped => mapped.HasCheckConstraint("ck", $"\"{column}\" <> '{(isChanged ? "b" : "c")}'"));
        table.Property<string>(column).UseCollation(isChanged ? "NOCASE" : "RTRIM").HasDefaultValue(isChanged ? "it's" : "x");
        table.Property<int?>("up");
        if (isChanged)
            table.Property<string>("d").HasComputedColumnSql($"\"{column}\" || '!'", stored: true);
        else
            table.Property<string>("c").HasComputedColumnSql("\"a\" || '?'", stored: false);
        table.HasIndex([column, "up"], "IX").IsUnique();
        table.HasOne("t", null).WithMany().HasForeignKey("up").OnDelete(isChanged ? DeleteBehavior.Cascade : DeleteBehavior.NoAction);
    });

    private static void Cased<T>(ModelBuilder model, string collation)
    {
        model.SharedTypeEntity<Dictionary<string, object>>("p", table =>
        {
            table.ToTable("p");
            table.Property<string>("k").UseCollation(collation);
            table.Property<T>("n");
            table.HasKey("k");
        });
        model.Map("c", table =>
        {
            table.Property<string>("k").UseCollation(collation).IsRequired();
            table.HasOne("p", null).WithMany().HasForeignKey("k");
        });
    }

    private static void Words(ModelBuilder model, bool isChanged) => model.Map("table", table =>
    {
        table.ToTable("table", mapped => mapped.HasCheckConstraint("unique", isChanged ? "\"check\" >= 0" : "\"check\" > 0"));
        table.Property(isChanged ? typeof(string) : typeof(int), "check").IsRequired();
        table.Property<string>("constraint").IsRequired(isChanged);
        if (isChanged)
            table.Property<string>("generated").HasComputedColumnSql("\"constraint\" || 'y'", stored: true);
        table.HasIndex(["check", "constraint"], "primary").IsUnique(isChanged);
    });
}
