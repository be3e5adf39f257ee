using Autogen.Scenarios.Running;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Npgsql.EntityFrameworkCore.PostgreSQL.Metadata;
using static Autogen.Scenarios.Cases.Making;
using Entity = Microsoft.EntityFrameworkCore.Metadata.Builders.EntityTypeBuilder<System.Collections.Generic.Dictionary<string, object>>;

namespace Autogen.Scenarios.Cases;

/// <summary>
/// What depends on a column (computed columns, checks, filters, covering indexes) while the column changes in several ways at once.
/// </summary>
internal static class DependentScenarios
{
    public static IEnumerable<Scenario> All { get; } =
    [
        Items(
            "A text gets a length beneath a check and a filter that choose between it and another",
            item => Choosing(item, null),
            item => Choosing(item, 40)),
        Items(
            "A text loses its length beneath a check and a filter that choose between it and another",
            item => Choosing(item, 40),
            item => Choosing(item, null)),
        new(
            "A column is renamed and widened beneath a computed column, a check and a filter",
            model => Amounts<int>(model, "amount"),
            model => Amounts<long>(model, "Total \"t\""))
        {
            Renames = ["t.amount=Total \"t\""],
            Populate = "INSERT INTO t (amount) VALUES (1), (2)",
            Kept = "SELECT \"Id\", amount, twice FROM t ORDER BY 1",
            Afterwards = ("SELECT \"Total \"\"t\"\"\", twice FROM t ORDER BY 1", "1|2\n2|4"),
        },
        new(
            "A column is renamed, and becomes what a text was beneath it",
            model => Amounts<int>(model, "amount"),
            model => model.Map("t", table =>
            {
                table.ToTable("t", mapped => mapped.HasCheckConstraint("ck", "price <> '0'"));
                table.Property<string>("price").IsRequired();
                table.Property<string>("twice").HasComputedColumnSql("price || price", stored: true);
                table.HasIndex(["price", "twice"], "IX one").HasFilter("price <> '5'");
            }))
        {
            Renames = ["t.amount=price"],
            Populate = "INSERT INTO t (amount) VALUES (1), (2)",
            Kept = "SELECT \"Id\", amount, twice FROM t ORDER BY 1",
            Afterwards = ("SELECT price, twice FROM t ORDER BY 1", "1|11\n2|22"),
        },
        Items("A computed column becomes an ordinary one, and another is computed from it", item =>
        {
            item.Property<int?>("one").HasComputedColumnSql("n * 2", stored: true);
            item.Property<int?>("two");
            item.HasIndex("one", "two");
        }, item =>
        {
            item.Property<int?>("one");
            item.Property<int?>("two").HasComputedColumnSql("one + 1", stored: true);
            item.HasIndex("one", "two");
        }) with { Afterwards = ("SELECT one, two FROM items ORDER BY \"Id\"", "2|3\n4|5") },
        Items(
            "A column becomes a computed one of another type beneath a check and a filter",
            item => Checked(item.Property<int?>("c"), item),
            item => Checked(item.Property<long?>("c").HasComputedColumnSql("n * 2", stored: true), item)),
        Items("Two computed columns exchange their expressions beneath a unique index", item =>
        {
            item.Property<int?>("one").HasComputedColumnSql("n * 2", stored: true);
            item.Property<int?>("two").HasComputedColumnSql("n + 3", stored: true);
            item.HasIndex("one", "two").IsUnique();
        }, item =>
        {
            item.Property<int?>("one").HasComputedColumnSql("n + 3", stored: true);
            item.Property<int?>("two").HasComputedColumnSql("n * 2", stored: true);
            item.HasIndex("one", "two").IsUnique();
        }) with { Afterwards = ("SELECT one, two FROM items ORDER BY \"Id\"", "4|2\n5|4") },
        Items("A computed column is renamed, its expression changes, and what it is made of becomes required", item =>
        {
            item.Property<int?>("m");
            item.Property<int?>("made").HasComputedColumnSql("m + n", stored: true);
            item.HasIndex(["made"], "IX").IsUnique();
        }, item =>
        {
            item.Property<int>("m").HasDefaultValue(5);
            item.Property<int?>("Mäde").HasComputedColumnSql("m * n", stored: true);
            item.HasIndex(["Mäde"], "IX").IsUnique();
        }) with { Renames = ["items.made=Mäde"], Afterwards = ("SELECT \"Mäde\" FROM items ORDER BY \"Id\"", "5\n10") },
        Items(
            "A collation changes beneath a computed column, a check, a unique index and its filter",
            item => Collated(item, "C"),
            item => Collated(item, "de-x-icu"))
            .OnPostgreSql(),
        Items(
            "A collation of SQLite changes beneath a computed column, a check, a unique index and its filter",
            item => Collated(item, "NOCASE"),
            item => Collated(item, "RTRIM")) with
        {
            Databases = ScenarioDatabases.Sqlite
        },
        Items("A column that a unique index covers is renamed and retyped, and NULLs and directions change", item =>
        {
            item.Property<int?>("i");
            item.Property<string>("c").HasColumnType("varchar(20)");
            item.HasIndex(["i", "a"], "IX all").IsUnique().IncludeProperties("c").HasFilter("i > 0");
        }, item =>
        {
            item.Property<long?>("j");
            item.Property<string>("c").HasColumnType("text");
            item.HasIndex(["a", "j"], "IX all")
                .IsUnique()
                .IncludeProperties("c", "n")
                .HasFilter("j > 1")
                .IsDescending(true, false)
                .HasNullSortOrder(NullSortOrder.NullsLast, NullSortOrder.NullsFirst);
        }).OnPostgreSql() with { Renames = ["items.i=j"] },
        Items("An index turns from one of operators to one of words, with the column's type", item =>
        {
            item.Property<string>("d").HasColumnType("jsonb");
            item.HasIndex(["d"], "IX d").HasMethod("gin").HasOperators("jsonb_path_ops");
        }, item =>
        {
            item.Property<string>("d").HasColumnType("varchar(100)");
            item.HasIndex(["d"], "IX d").HasOperators("varchar_pattern_ops").IsUnique();
        }).OnPostgreSql(),
        Items("A unique index becomes an alternate key, and the column required", item =>
        {
            item.Property<string>("code").HasMaxLength(10);
            item.HasIndex(["code"], "UX").IsUnique();
        }, item =>
        {
            item.Property<string>("code").HasMaxLength(20).IsRequired();
            item.HasAlternateKey("code").HasName("UX");
        }) with { Populate = "INSERT INTO items (a, n, code) VALUES ('x', 1, 'p'), ('y', 2, 'q')" },
        Items("An alternate key becomes a unique index that leaves rows out, and the column is renamed", item =>
        {
            item.Property<int>("code");
            item.HasAlternateKey("code").HasName("UX");
        }, item =>
        {
            item.Property<int?>("Cöde");
            item.HasIndex(["Cöde"], "UX").IsUnique().HasFilter("\"Cöde\" > 0");
        }) with { Renames = ["items.code=Cöde"], Populate = "INSERT INTO items (a, n, code) VALUES ('x', 1, 7), ('y', 2, 8)" },
        Items(
            "A table loses its log, gets parameters and a comment, and a column a new type, default and comment",
            item => item.Property<int?>("m").HasComment("old"),
            item =>
            {
                item.ToTable("items", mapped => mapped.HasComment("it's")).IsUnlogged().HasStorageParameter("fillfactor", 60);
                item.Property<string>("m").HasColumnType("varchar(12)").HasDefaultValue("it's").HasComment("new").UseCollation("C");
                item.HasIndex("m").HasStorageParameter("fillfactor", 70);
            }).OnPostgreSql(),
        Items("A vector for full-text search stands on a column that is renamed and narrowed", item =>
        {
            item.Property<string>("body");
            item.Property<NpgsqlTypes.NpgsqlTsVector>("v").IsGeneratedTsVectorColumn("english", "a", "body");
            item.HasIndex("v").HasMethod("gin");
        }, item =>
        {
            item.Property<string>("Bödy").HasColumnType("varchar(100)");
            item.Property<NpgsqlTypes.NpgsqlTsVector>("v").IsGeneratedTsVectorColumn("english", "a", "Bödy");
            item.HasIndex("v").HasMethod("gin");
        }).OnPostgreSql() with { Renames = ["items.body=Bödy"] },
    ];

    private static void Choosing(Entity item, int? length)
    {
        if (length is { } limit)
            item.Property<string>("a").HasMaxLength(limit);
        item.ToTable(table => table.HasCheckConstraint(
            "CK_a",
            "coalesce(a, '') <> 'q' AND nullif(a, 'z') IS NOT NULL AND CASE WHEN a = 'f' THEN a ELSE 'g' END <> 'h' AND a IN ('x', 'y')"));
        item.HasIndex("n").HasFilter("coalesce(a, 'x') = 'x'");
        item.Property<string>("made").HasComputedColumnSql("upper(coalesce(a, 'none'))", stored: true);
    }

    private static void Checked<T>(PropertyBuilder<T> column, Entity item)
    {
        item.ToTable("items", mapped => mapped.HasCheckConstraint("ck", $"\"{column.Metadata.Name}\" NOT IN (-77, -78)"));
        item.HasIndex(["n"], "IX part").HasFilter("c NOT IN (-7, -8)");
    }

    private static void Amounts<T>(ModelBuilder model, string column)
        where T : struct
    {
        var quoted = $"\"{column.Replace("\"", "\"\"", StringComparison.Ordinal)}\"";
        model.Map("t", table =>
        {
            table.ToTable("t", mapped => mapped.HasCheckConstraint("ck", $"{quoted} > 0"));
            table.Property<T>(column);
            table.Property<T?>("twice").HasComputedColumnSql($"{quoted} * 2", stored: true);
            table.HasIndex([column, "twice"], "IX one").HasFilter($"{quoted} < 100");
        });
    }

    private static void Collated(
        Microsoft.EntityFrameworkCore.Metadata.Builders.EntityTypeBuilder<Dictionary<string, object>> item, string collation)
    {
        item.ToTable("items", table => table.HasCheckConstraint("ck", "a > ' '"));
        item.Property<string>("a").UseCollation(collation);
        item.Property<string>("u").HasComputedColumnSql("upper(a)", stored: true);
        item.HasIndex("a", "n").IsUnique().HasFilter("a > 'b'");
        item.HasIndex("u");
    }
}
