using Autogen.Scenarios.Running;
using Microsoft.EntityFrameworkCore;
using Entity = Microsoft.EntityFrameworkCore.Metadata.Builders.EntityTypeBuilder<System.Collections.Generic.Dictionary<string, object>>;

namespace Autogen.Scenarios.Cases;

/// <summary>How rows are numbered. After each change the next row must have a number of its own.</summary>
internal static class IdentityScenarios
{
    private static readonly (string Name, Action<Entity> Build)[] ways =
    [
        ("never", table => table.Property<int>("Id").ValueGeneratedNever()),
        ("serial", table => table.Property<int>("Id").UseSerialColumn()),
        ("always", table => table.Property<int>("Id").UseIdentityAlwaysColumn()),
        ("by default", table => table.Property<int>("Id").UseIdentityByDefaultColumn()),
        ("bigserial", table => table.Property<long>("Id").UseSerialColumn()),
        ("bigint always", table => table.Property<long>("Id").UseIdentityAlwaysColumn()),
        ("smallint by default", table => table.Property<short>("Id").UseIdentityByDefaultColumn()),
        ("by default from 100 by 10", table => table.Property<int>("Id")
            .UseIdentityByDefaultColumn()
            .HasIdentityOptions(startValue: 100, incrementBy: 10, minValue: 10, maxValue: 100_000, cyclic: true, numbersToCache: 5)),
        ("always, backwards", table => table.Property<int>("Id")
            .UseIdentityAlwaysColumn()
            .HasIdentityOptions(startValue: -1, incrementBy: -1)),
        ("HiLo", table => table.Property<int>("Id").UseHiLo("Hi \"Lo\"")),
        ("a sequence", table => table.Property<int>("Id").UseSequence("Sëq", "Other Schema")),
    ];

    public static IEnumerable<Scenario> All { get; } =
    [
        .. from current in ways
           from target in ways
           where current.Name != target.Name && (current.Name is "never" or "by default" || target.Name is "serial")
           select Numbered(current, target),
        new(
            "Another column than the key is an identity",
            model => model.Map("t", table => table.Property<int>("n")),
            model => model.Map("t", table =>
            {
                table.Property<int>("Id").ValueGeneratedNever();
                table.Property<int>("n").UseIdentityByDefaultColumn();
            }))
        {
            Populate = "INSERT INTO t (n) VALUES (5), (7)",
            Kept = "SELECT \"Id\", n FROM t ORDER BY 1",
            Databases = ScenarioDatabases.PostgreSql,
        },
        new(
            "A column in which numbers are missing becomes an identity",
            model => model.Map("t", table => table.ToTable("t", "Other \"s\"").Property<int?>("Nümber")),
            model => model.Map("t", table =>
            {
                table.ToTable("t", "Other \"s\"");
                table.Property<int>("Id").ValueGeneratedNever();
                table.Property<int>("Nümber").UseIdentityByDefaultColumn();
                table.HasIndex("Nümber").IsUnique();
            }))
        {
            Populate = "INSERT INTO \"Other \"\"s\"\"\".t (\"Nümber\") VALUES (NULL), (7), (NULL)",
            Kept = "SELECT \"Id\" FROM \"Other \"\"s\"\"\".t WHERE \"Id\" < 4 ORDER BY 1",
            AfterwardsDo = "INSERT INTO \"Other \"\"s\"\"\".t (\"Id\") VALUES (4)",
            Afterwards = ("SELECT \"Nümber\" FROM \"Other \"\"s\"\"\".t ORDER BY 1", "7\n8\n9\n10"),
            Databases = ScenarioDatabases.PostgreSql,
        },
        new("An identity column is new on a table with rows", model => model.Map("t", _ => { }), model => model.Map("t", table =>
        {
            table.Property<int>("Id");
            table.Property<long>("Nümber").UseIdentityAlwaysColumn().HasIdentityOptions(startValue: 7, incrementBy: 2);
        }))
        {
            Populate = "INSERT INTO t DEFAULT VALUES; INSERT INTO t DEFAULT VALUES",
            Kept = "SELECT \"Id\" FROM t ORDER BY 1",
            Afterwards = ("SELECT sum(\"Nümber\") FROM t", "16"),
            Databases = ScenarioDatabases.PostgreSql,
        },
        new(
            "A serial column is new on a table with rows",
            model => model.Map("t", _ => { }),
            model => model.Map("t", table => table.Property<int>("Nümber").UseSerialColumn()))
        {
            Populate = "INSERT INTO t DEFAULT VALUES; INSERT INTO t DEFAULT VALUES",
            Kept = "SELECT \"Id\" FROM t ORDER BY 1",
            Databases = ScenarioDatabases.PostgreSql,
        },
        new("The model numbers all keys by HiLo", model =>
        {
            model.Map("a", _ => { });
            model.Map("b", _ => { });
        }, model =>
        {
            model.UseHiLo();
            model.Map("a", _ => { });
            model.Map("b", _ => { });
        }) { Databases = ScenarioDatabases.PostgreSql, Populate = "INSERT INTO a DEFAULT VALUES", Kept = "SELECT \"Id\" FROM a" },
        new("The model numbers every key by a sequence of its own", model =>
        {
            model.Map("a", _ => { });
            model.Map("B b", _ => { });
        }, model =>
        {
            model.UseKeySequences();
            model.Map("a", _ => { });
            model.Map("B b", _ => { });
        }) { Databases = ScenarioDatabases.PostgreSql, Populate = "INSERT INTO a DEFAULT VALUES", Kept = "SELECT \"Id\" FROM a" },
        new("A table with a serial column is renamed", model => Serial(model, "old"), model => Serial(model, "New \"n\""))
        {
            Renames = ["old=New \"n\""],
            Populate = "INSERT INTO old DEFAULT VALUES",
            Kept = "SELECT \"Id\" FROM old",
            Databases = ScenarioDatabases.PostgreSql,
        },
    ];

    private static Scenario Numbered((string Name, Action<Entity> Build) current, (string Name, Action<Entity> Build) target)
        => new($"Numbers: {current.Name} becomes {target.Name}", model => Map(model, current.Build), model => Map(model, target.Build))
        {
            Populate = current.Name is "never" or "HiLo"
                ? "INSERT INTO \"Rows\" (\"Id\", a) VALUES (1, 'x'), (2, 'y')"
                : "INSERT INTO \"Rows\" (a) VALUES ('x'), ('y')",
            Kept = "SELECT \"Id\", a FROM \"Rows\" WHERE a <> 'next' ORDER BY 1",
            AfterwardsDo = target.Name is "never" or "HiLo" or "a sequence" ? "" : "INSERT INTO \"Rows\" (a) VALUES ('next')",
            Databases = ScenarioDatabases.PostgreSql,
        };

    private static void Map(ModelBuilder model, Action<Entity> build) => model.SharedTypeEntity<Dictionary<string, object>>("Rows", table =>
    {
        table.ToTable("Rows");
        build(table);
        table.HasKey("Id");
        table.Property<string>("a");
    });

    private static void Serial(ModelBuilder model, string name) => model.Map("t", table =>
    {
        table.ToTable(name);
        table.Property<int>("Id").UseSerialColumn();
        table.HasKey("Id").HasName("PK");
    });
}
