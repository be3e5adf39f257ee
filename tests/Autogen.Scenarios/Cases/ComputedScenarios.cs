using Autogen.Scenarios.Running;
using Microsoft.EntityFrameworkCore;
using static Autogen.Scenarios.Cases.Making;
using Entity = Microsoft.EntityFrameworkCore.Metadata.Builders.EntityTypeBuilder<System.Collections.Generic.Dictionary<string, object>>;

namespace Autogen.Scenarios.Cases;

/// <summary>Computed columns.</summary>
internal static class ComputedScenarios
{
    private const string NoVirtualColumns = "has no virtual generated columns, 18 has: store it (HasComputedColumnSql with stored: true)";

    private static IEnumerable<Scenario> Virtual =>
    [
        Items(
            "A stored column becomes virtual", item => Computed<int?>(item, "n * 2"), item => Computed<int?>(item, "n * 2", stored: false)),
        Items(
            "A virtual column becomes an ordinary one",
            item => Computed<int?>(item, "n * 2", stored: false),
            item => item.Property<int?>(OddColumn)),
        Items("A virtual column comes", _ => { }, item => Computed<int?>(item, "n * 2", stored: false)),
        Items(
            "A virtual column's expression changes",
            item => Computed<int?>(item, "n * 2", stored: false),
            item => Computed<int?>(item, "n * 3", stored: false)),
    ];

    public static IEnumerable<Scenario> All { get; } =
    [
        Items("A computed column goes", item => Computed<int?>(item, "n * 2"), _ => { }),
        Items(
            "A computed column becomes an ordinary one", item => Computed<int?>(item, "n * 2"), item => item.Property<int?>(OddColumn)) with
        {
            Afterwards = ($"SELECT {OddColumnSql} FROM items ORDER BY \"Id\"", "2\n4")
        },
        Items("An ordinary column becomes computed", item => item.Property<int?>(OddColumn), item => Computed<int?>(item, "n * 2")) with
        {
            Afterwards = ($"SELECT {OddColumnSql} FROM items ORDER BY \"Id\"", "2\n4")
        },
        Items(
            "A column with a default becomes computed",
            item => item.Property<int>(OddColumn).HasDefaultValue(3),
            item => Computed<int>(item, "n + 1")),
        Items("A required column with an index and a check becomes computed", item =>
        {
            item.Property<int>(OddColumn).HasDefaultValue(3);
            item.HasIndex(OddColumn);
            item.ToTable(table => table.HasCheckConstraint("ck", $"{OddColumnSql} < 100"));
        }, item =>
        {
            Computed<int>(item, "n + 1");
            item.HasIndex(OddColumn);
            item.ToTable(table => table.HasCheckConstraint("ck", $"{OddColumnSql} < 100"));
        }),
        Items("A computed column's type changes", item => Computed<int?>(item, "n * 2"), item => Computed<long?>(item, "n * 2")),
        Items("A computed column's type and expression change beneath a unique index", item =>
        {
            Computed<int?>(item, "n * 2");
            item.HasIndex([OddColumn, "n"], "IX \"u\"").IsUnique();
        }, item =>
        {
            Computed<string>(item, "upper(a)");
            item.HasIndex([OddColumn, "n"], "IX \"u\"").IsUnique();
        }),
        Items("A computed column becomes required", item => Computed<int?>(item, "n * 2"), item => Computed<int>(item, "n * 2")),
        Items("What a computed column is made of changes its type", item =>
        {
            item.Property<int>("m").HasDefaultValue(4);
            item.Property<int?>("made").HasComputedColumnSql("m + n", stored: true);
        }, item =>
        {
            item.Property<long>("m").HasDefaultValue(4L);
            item.Property<long?>("made").HasComputedColumnSql("m + n", stored: true);
        }),
        Items("What a computed column is made of goes with it", item =>
        {
            item.Property<int>("m").HasDefaultValue(4);
            item.Property<int?>("made").HasComputedColumnSql("m + n", stored: true);
        }, item => item.Property<int?>("made")),
        Items("A computed column over odd names", item => item.Property<string>(OddColumn), item =>
        {
            item.Property<string>(OddColumn);
            item.Property<string>("g").HasComputedColumnSql($"COALESCE({OddColumnSql}, 'it''s') || a", stored: true);
        }),
        .. Virtual.Select(scenario => scenario with { Databases = ScenarioDatabases.Sqlite }),
        .. Virtual.Select(scenario => (scenario with { Name = $"PostgreSQL: {scenario.Name}" }).Since(18, NoVirtualColumns)),
        Items("A virtual column's expression changes beneath an index", item =>
        {
            Computed<int?>(item, "n * 2", stored: false);
            item.HasIndex(OddColumn);
        }, item =>
        {
            Computed<int?>(item, "n * 3", stored: false);
            item.HasIndex(OddColumn);
        }) with { Databases = ScenarioDatabases.Sqlite },
        Items("A virtual column with a comment, a collation and a check becomes an ordinary one that is required", item =>
        {
            item.Property<string>(OddColumn)
                .HasComputedColumnSql("a || 'z'", stored: false)
                .UseCollation("C")
                .HasComment("it's")
                .IsRequired();
            item.ToTable(table => table.HasCheckConstraint("CK odd", $"{OddColumnSql} <> ''"));
        }, item =>
        {
            item.Property<string>(OddColumn).UseCollation("C").HasComment("it's").IsRequired();
            item.ToTable(table => table.HasCheckConstraint("CK odd", $"{OddColumnSql} <> ''"));
        }).Since(18, NoVirtualColumns) with { Afterwards = ($"SELECT {OddColumnSql} FROM items ORDER BY \"Id\"", "xz\nyz") },
        Items("A virtual column changes its type and its comment, and the column that it is made of its type", item =>
        {
            item.Property<int>("m").HasDefaultValue(4);
            item.Property<int?>(OddColumn).HasComputedColumnSql("m + n", stored: false).HasComment("old");
        }, item =>
        {
            item.Property<long>("m").HasDefaultValue(4L);
            item.Property<long?>(OddColumn).HasComputedColumnSql("m + n", stored: false).HasComment("new");
        }).Since(18, NoVirtualColumns) with { Afterwards = ($"SELECT {OddColumnSql} FROM items ORDER BY \"Id\"", "5\n6") },
        Items(
            "What is computed and where it is stored is the server's choice",
            _ => { },
            item => item.Property<int?>(OddColumn).HasComputedColumnSql("n * 2"))
            .Since(18, "") with
        {
            Afterwards = ("SELECT attgenerated::text FROM pg_attribute WHERE attrelid = 'items'::regclass AND attgenerated <> ''", "v")
        },
        Items("A stored column with indexes, a check and a comment becomes an ordinary one", item =>
        {
            Computed<int>(item, "n * 2");
            item.Property<int>(OddColumn).HasComment("it's");
            item.HasIndex([OddColumn, "n"], "IX odd").IsUnique();
            item.HasIndex(["a"], "IX \"even\"").HasFilter($"{OddColumnSql} > 0");
            item.ToTable(table => table.HasCheckConstraint("CK odd", $"{OddColumnSql} > 0"));
        }, item =>
        {
            item.Property<int>(OddColumn).HasComment("it's").ValueGeneratedNever();
            item.HasIndex([OddColumn, "n"], "IX odd").IsUnique();
            item.HasIndex(["a"], "IX \"even\"").HasFilter($"{OddColumnSql} > 0");
            item.ToTable(table => table.HasCheckConstraint("CK odd", $"{OddColumnSql} > 0"));
        }).OnPostgreSql() with { Afterwards = ($"SELECT {OddColumnSql} FROM items ORDER BY \"Id\"", "2\n4") },
        Items("A vector for full-text search comes", _ => { }, item => Vector(item, "english", "a")).OnPostgreSql(),
        Items("A vector for full-text search changes", item => Vector(item, "english", "a"), item =>
        {
            item.Property<string>(OddColumn);
            Vector(item, "simple", "a", OddColumn);
        }).OnPostgreSql(),
        Items("A vector for full-text search goes with its index", item =>
        {
            Vector(item, "english", "a");
            item.HasIndex("v").HasMethod("gin");
        }, _ => { }).OnPostgreSql(),
    ];

    private static void Computed<T>(Entity item, string expression, bool stored = true)
        => item.Property<T>(OddColumn).HasComputedColumnSql(expression, stored);

    private static void Vector(Entity item, string configuration, params string[] columns)
        => item.Property<NpgsqlTypes.NpgsqlTsVector>("v").IsGeneratedTsVectorColumn(configuration, columns);
}
