using Autogen.Scenarios.Running;
using Microsoft.EntityFrameworkCore;
using static Autogen.Scenarios.Cases.Making;

namespace Autogen.Scenarios.Cases;

/// <summary>Comments, collations, checks, storage.</summary>
internal static class StorageScenarios
{
    public static IEnumerable<Scenario> All { get; } =
    [
        Items("Comments of odd text come", _ => { }, item =>
        {
            item.ToTable(table => table.HasComment("it's a\n\"table\" \\ {0}"));
            item.Property<string>("a").HasComment("Spälte\r\n'a'");
        }),
        Items("Comments change and go", item =>
        {
            item.ToTable(table => table.HasComment("old"));
            item.Property<string>("a").HasComment("old");
            item.Property<int>("n").HasComment("old");
        }, item =>
        {
            item.Property<string>("a").HasComment("new");
            item.Property<int>("n");
        }),
        Items(
            "A comment comes with a new column and a new table's columns",
            _ => { },
            item => item.Property<string>("new one").HasComment("here: --")),
        Items(
            "A comment changes with the type and the default",
            item => item.Property<int?>("m").HasComment("a").HasDefaultValue(1),
            item => item.Property<long?>("m").HasComment("b").HasDefaultValue(2L)),
        Items("A collation of a column comes", _ => { }, item => item.Property<string>("a").UseCollation("C")).OnPostgreSql(),
        Items("A collation of a column beneath an index changes", item =>
        {
            item.Property<string>("a").UseCollation("C");
            item.HasIndex("a");
        }, item =>
        {
            item.Property<string>("a").UseCollation("de-x-icu");
            item.HasIndex("a");
        }).OnPostgreSql(),
        Items("A collation goes with the type", item => item.Property<string>("b").UseCollation("C"), item => item.Property<int?>("b"))
            .OnPostgreSql(),
        Items(
            "A collation of SQLite changes",
            item => item.Property<string>("a").UseCollation("NOCASE"),
            item => item.Property<string>("a").UseCollation("RTRIM")) with
        {
            Databases = ScenarioDatabases.Sqlite
        },
        Items("A collation of SQLite beneath a unique index comes", item => item.HasIndex("a").IsUnique(), item =>
        {
            item.Property<string>("a").UseCollation("NOCASE");
            item.HasIndex("a").IsUnique();
        }) with { Databases = ScenarioDatabases.Sqlite },
        Items("A table is no longer logged", _ => { }, item => item.ToTable(OddTable).ToTable("items").IsUnlogged()).OnPostgreSql(),
        Items("A table is logged again", item => item.IsUnlogged(), _ => { }).OnPostgreSql(),
        Logged(
            "Tables that refer to each other's rows get their log, what is referred to first",
            model => Chain(model, isUnlogged: true),
            model => Chain(model, isUnlogged: false)),
        Logged(
            "Tables that refer to each other's rows lose their log, what is referred to last",
            model => Chain(model, isUnlogged: false),
            model => Chain(model, isUnlogged: true)),
        Logged(
            "Tables in a cycle get their log, two of them new names",
            model => Ring(model, isUnlogged: true, "a", "b", "c"),
            model => Ring(model, isUnlogged: false, "a", "b2", "Ç")) with
        {
            Renames = ["b=b2", "c=Ç"]
        },
        Items(
            "Storage parameters of a table come",
            _ => { },
            item => item.HasStorageParameter("fillfactor", 70).HasStorageParameter("autovacuum_enabled", false))
            .OnPostgreSql(),
        Items(
            "Storage parameters of a table change and go",
            item => item.HasStorageParameter("fillfactor", 70).HasStorageParameter("user_catalog_table", true),
            item => item.HasStorageParameter("fillfactor", 80).HasStorageParameter("autovacuum_vacuum_scale_factor", 0.05)).OnPostgreSql(),
        new("A table with everything comes", _ => { }, model => model.Map("t", table =>
        {
            table.ToTable(OddTable, mapped =>
            {
                mapped.HasComment("it's");
                mapped.HasCheckConstraint("CK \"c\"", $"{OddColumnSql} <> ''");
            }).IsUnlogged().HasStorageParameter("fillfactor", 50);
            table.Property<string>(OddColumn).UseCollation("C").HasComment("x").HasDefaultValue("it's").HasMaxLength(30);
        })) { Databases = ScenarioDatabases.PostgreSql },
        // nothing to do: it is carried, not compared
        Items("A column is compressed", _ => { }, item => item.Property<string>("a").UseCompressionMethod("pglz")).Since(14, ""),
        Items("A compressed column is new", _ => { }, item => item.Property<string>("b").UseCompressionMethod("pglz").HasComment("c"))
            .Since(14, "has no compression methods of columns, 14 has"),
        Items(
            "A check's name changes",
            item => item.ToTable(table => table.HasCheckConstraint("old", "n > 0")),
            item => item.ToTable(table => table.HasCheckConstraint("CK \"nëw\"", "n > 0"))),
        Items("Two checks exchange their conditions", item => item.ToTable(table =>
        {
            table.HasCheckConstraint("one", "n > 0");
            table.HasCheckConstraint("two", "n < 100");
        }), item => item.ToTable(table =>
        {
            table.HasCheckConstraint("one", "n < 100");
            table.HasCheckConstraint("two", "n > 0");
        })),
        Items("A check refers to a new column", _ => { }, item =>
        {
            item.Property<int>(OddColumn).HasDefaultValue(1);
            item.ToTable(table => table.HasCheckConstraint("ck", $"{OddColumnSql} + n > 0"));
        }),
        Items("A column moves to another type beneath a check", item =>
        {
            item.Property<string>("s").HasColumnType("varchar(10)");
            item.ToTable(table => table.HasCheckConstraint("ck", "s IN ('a', 'b') OR s IS NULL"));
        }, item =>
        {
            item.Property<string>("s").HasColumnType("text");
            item.ToTable(table => table.HasCheckConstraint("ck", "s IN ('a', 'b') OR s IS NULL"));
        }),
        Items("A number becomes a text beneath a check that is told anew", item =>
        {
            item.Property<int?>("s");
            item.ToTable(table => table.HasCheckConstraint("ck", "s > 0"));
        }, item =>
        {
            item.Property<string>("s");
            item.ToTable(table => table.HasCheckConstraint("ck", "s <> ''"));
        }),
    ];

    private static Scenario Logged(string name, Action<ModelBuilder> current, Action<ModelBuilder> target) => new(name, current, target)
    {
        Databases = ScenarioDatabases.PostgreSql,
        Populate = "INSERT INTO a DEFAULT VALUES; INSERT INTO b (up) VALUES (1); INSERT INTO c (up) VALUES (1)",
        Kept = "SELECT a.\"Id\", b.up, c.up FROM a, b, c",
    };

    private static void Chain(ModelBuilder model, bool isUnlogged)
    {
        model.Map("a", table => table.ToTable("a").IsUnlogged(isUnlogged));
        Referring(model, "b", "a", isUnlogged);
        Referring(model, "c", "b", isUnlogged);
    }

    private static void Ring(ModelBuilder model, bool isUnlogged, params string[] names)
    {
        for (var i = 0; i < names.Length; i++)
            Referring(model, names[i], names[(i + names.Length - 1) % names.Length], isUnlogged);
    }

    private static void Referring(ModelBuilder model, string name, string principal, bool isUnlogged) => model.Map(name, table =>
    {
        table.ToTable(name).IsUnlogged(isUnlogged);
        table.Property<int?>("up");
        table.HasOne(principal, null).WithMany().HasForeignKey("up");
        table.Property<int?>("self");
        table.HasOne(name, null).WithMany().HasForeignKey("self");
    });
}
