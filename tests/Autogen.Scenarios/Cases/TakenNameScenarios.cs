using Autogen.Scenarios.Running;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Autogen.Scenarios.Cases;

/// <summary>
/// Something new takes the name that a renamed object leaves; what bears a renamed object's new name goes. Either is the other's downgrade.
/// </summary>
internal static class TakenNameScenarios
{
    public static IEnumerable<Scenario> All { get; } =
    [
        new("A new column takes the name of a renamed one", model => model.Map("t", t => t.Property<int>("a")), model => model.Map("t", t =>
        {
            t.Property<int>("b");
            t.Property<int>("a");
        }))
        {
            Renames = ["t.a=b"],
            Populate = "INSERT INTO t (a) VALUES (1), (2)",
            Kept = "SELECT \"Id\", a FROM t ORDER BY 1",
            Afterwards = ("SELECT a, b FROM t ORDER BY 2", "0|1\n0|2"),
            Detected = ["added column 't.a'", "renamed column 't.a' to 'b'"],
        },
        new("The model says itself whose names something new takes", model => model.Map("t", t => t.Property<int>("a")), model =>
        {
            model.Map("u", u =>
            {
                u.RenamedFrom("t");
                u.Property<int>("b").RenamedFrom("a");
                u.Property<int>("a");
            });
            model.Map("t", t => t.Property<int>("a"));
        })
        {
            Populate = "INSERT INTO t (a) VALUES (1), (2)",
            Kept = "SELECT \"Id\", a FROM t ORDER BY 1",
            Afterwards = ("SELECT a, b FROM u ORDER BY 2", "0|1\n0|2"),
        },
        new(
            "A new column of another type takes the name of a renamed one, and all stands on it that stood on that",
            model => Columns(model, "a", null),
            model => Columns(model, "b", "a"))
        {
            Renames = ["t.a=b"],
            Populate = "INSERT INTO t (a) VALUES (1), (2)",
            Kept = "SELECT \"Id\", a FROM t ORDER BY 1",
            Afterwards = ("SELECT b, twice FROM t ORDER BY 1", "1|2\n2|4"),
        },
        new(
            "A column goes and another takes its name, and stands where it stood",
            model => Columns(model, "b", "a"),
            model => Columns(model, "a", null))
        {
            Renames = ["t.b=a"],
            Populate = "INSERT INTO t (b) VALUES (1), (2)",
            Kept = "SELECT \"Id\", b FROM t ORDER BY 1",
            Afterwards = ("SELECT a, twice FROM t ORDER BY 1", "1|2\n2|4"),
        },
        new(
            "A column goes, another takes its name, and a new one that of the other",
            model => Columns(model, "b", "a"),
            model => Columns(model, "a", "c"))
        {
            Renames = ["t.b=a"],
            Populate = "INSERT INTO t (b) VALUES (1), (2)",
            Kept = "SELECT \"Id\", b FROM t ORDER BY 1",
            Afterwards = ("SELECT a, twice FROM t ORDER BY 1", "1|2\n2|4"),
        },
        new("A new table takes the name of a renamed one, and refers to it", model => Tables(model, "a"), model => Tables(model, "b", "a"))
        {
            Renames = ["a=b"],
            Populate = "INSERT INTO a (n) VALUES (1)",
            Kept = "SELECT n FROM a",
            Afterwards = ("SELECT n FROM b", "1"),
        },
        new("A table goes and what it referred to takes its name", model => Tables(model, "b", "a"), model => Tables(model, "a"))
        {
            Renames = ["b=a"],
            Populate = "INSERT INTO b (n) VALUES (2); INSERT INTO a (n, other) VALUES (1, 1)",
            Kept = "SELECT n FROM b",
            Afterwards = ("SELECT n FROM a", "2"),
        },
        new("A table goes and what referred to it takes its name", model => Tables(model, "a", "b"), model => Tables(model, "b"))
        {
            Renames = ["a=b"],
            Populate = "INSERT INTO a (n) VALUES (1)",
            Kept = "SELECT n FROM a",
            Afterwards = ("SELECT n FROM b", "1"),
        },
        new("A table takes the name of one of a dropped cycle", model => Cycle(model, "a", "b", "c"), model => Cycle(model, "b"))
        {
            Renames = ["a=b"],
            Populate = "INSERT INTO a (n) VALUES (1)",
            Kept = "SELECT n FROM a",
            Afterwards = ("SELECT n FROM b", "1"),
        },
        new(
            "A table takes the name of one that referred to a key of another type",
            model => Referring<int>(model, "a", "b"),
            model => Referring<long>(model, "b"))
        {
            Renames = ["a=b"],
            Populate = "INSERT INTO p DEFAULT VALUES; INSERT INTO a (n) VALUES (1)",
            Kept = "SELECT n FROM a",
            Afterwards = ("SELECT n FROM b", "1"),
        },
        new(
            "A sequence goes that a default uses, and another takes its name",
            model => Sequences(model, "going", "staying"),
            model => Sequences(model, "going"))
        {
            Databases = ScenarioDatabases.PostgreSql,
            Renames = ["staying=going"],
            Populate = "INSERT INTO t DEFAULT VALUES; INSERT INTO t DEFAULT VALUES; SELECT nextval('staying')",
            Kept = "SELECT * FROM t ORDER BY 1",
            Afterwards = ("SELECT nextval('going')", "6"),
        },
        new("A new sequence takes the name of a renamed one", model => Sequences(model, "a"), model => Sequences(model, "b", "a"))
        {
            Databases = ScenarioDatabases.PostgreSql,
            Renames = ["a=b"],
            Populate = "INSERT INTO t DEFAULT VALUES; INSERT INTO t DEFAULT VALUES",
            Kept = "SELECT * FROM t ORDER BY 1",
            Afterwards = ("SELECT nextval('b'), nextval('a')", "11|1"),
        },
        new(
            "A new sequence takes the name of a renamed one, and its place in a default",
            model => Sequences(model, "a"),
            model => Sequences(model, "a", "b"))
        {
            Databases = ScenarioDatabases.PostgreSql,
            Renames = ["a=b"],
            Populate = "INSERT INTO t DEFAULT VALUES; INSERT INTO t DEFAULT VALUES",
            Kept = "SELECT * FROM t ORDER BY 1",
            Afterwards = ("SELECT nextval('b'), nextval('a')", "11|1"),
        },
        new("Sequences hand their names on", model => Sequences(model, "a", "b"), model => Sequences(model, "b", "c"))
        {
            Databases = ScenarioDatabases.PostgreSql,
            Renames = ["a=b", "b=c"],
            Populate = "INSERT INTO t DEFAULT VALUES; INSERT INTO t DEFAULT VALUES",
            Kept = "SELECT * FROM t ORDER BY 1",
            Afterwards = ("SELECT nextval('b'), nextval('c')", "11|1"),
        },
        new("Sequences exchange their names", model => Sequences(model, "a", "b"), model => Sequences(model, "b", "a"))
        {
            Databases = ScenarioDatabases.PostgreSql,
            Renames = ["a=b", "b=a"],
            Populate = "INSERT INTO t DEFAULT VALUES; INSERT INTO t DEFAULT VALUES",
            Kept = "SELECT * FROM t ORDER BY 1",
            Afterwards = ("SELECT nextval('b'), nextval('a')", "11|1"),
        },
    ];

    private static void Columns(ModelBuilder model, string first, string? second) => model.Map("t", t =>
    {
        t.Property<int>(first);
        t.HasIndex([first], "ix").HasFilter($"\"{first}\" > 0");
        t.HasAlternateKey([first]).HasName("ak");
        t.Property<int>("twice").HasComputedColumnSql($"\"{first}\" * 2", stored: true);
        t.ToTable("t", table => table.HasCheckConstraint("ck", $"\"{first}\" <> 7"));
        if (second is null)
            return;
        t.Property<string>(second).HasMaxLength(20);
        t.HasIndex([second], "ix2").IsUnique();
        t.Property<string>("double").HasComputedColumnSql($"\"{second}\" || 'x'", stored: true);
        t.ToTable("t", table => table.HasCheckConstraint("ck2", $"\"{second}\" <> '7'"));
    });

    // The second refers to the first.
    private static void Tables(ModelBuilder model, params string[] tables) => Entities(model, tables, (table, number) =>
    {
        table.HasIndex("n");
        table.Property<int?>("other");
        if (number == 1)
            table.HasOne("entity 0", null).WithMany().HasForeignKey("other");
    });

    // All but the first refer to each other.
    private static void Cycle(ModelBuilder model, params string[] tables) => Entities(model, tables, (table, number) =>
    {
        table.Property<int?>("other");
        if (number != 0)
            table.HasOne($"entity {3 - number}", null).WithMany().HasForeignKey("other");
    });

    // All but the first refer to the table that stays.
    private static void Referring<TKey>(ModelBuilder model, params string[] tables)
    {
        model.SharedTypeEntity<Dictionary<string, object>>("p", table =>
        {
            table.Property<TKey>("Id");
            table.HasKey("Id");
        });
        Entities(model, tables, (table, number) =>
        {
            if (number == 0)
                return;
            table.Property<TKey>("other");
            table.HasOne("p", null).WithMany().HasForeignKey("other");
        });
    }

    private static void Entities(
        ModelBuilder model, string[] tables, Action<EntityTypeBuilder<Dictionary<string, object>>, int> configure)
    {
        foreach (var (number, name) in tables.Index())
        {
            model.SharedTypeEntity<Dictionary<string, object>>($"entity {number}", table =>
            {
                table.ToTable(name);
                table.Property<int>("Id");
                table.HasKey("Id");
                table.Property<int>("n");
                configure(table, number);
            });
        }
    }

    // The first numbers rows.
    private static void Sequences(ModelBuilder model, params string[] sequences)
    {
        foreach (var sequence in sequences)
            model.HasSequence<int>(sequence).IncrementsBy(5);
        model.Map("t", t => t.Property<int>("number").HasDefaultValueSql($"nextval('\"{sequences[0]}\"')"));
    }
}
