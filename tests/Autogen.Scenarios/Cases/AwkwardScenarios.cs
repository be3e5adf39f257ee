using Autogen.Scenarios.Running;
using Microsoft.EntityFrameworkCore;
using Npgsql.EntityFrameworkCore.PostgreSQL.Metadata;
using static Autogen.Scenarios.Cases.Making;
using Entity = Microsoft.EntityFrameworkCore.Metadata.Builders.EntityTypeBuilder<System.Collections.Generic.Dictionary<string, object>>;

namespace Autogen.Scenarios.Cases;

/// <summary>
/// Texts and orders of changes that are easily got wrong: names full of signs, expressions that look like several statements, defaults that
/// are no constants, and renames with all else at once.
/// </summary>
internal static class AwkwardScenarios
{
    private const string Words = "a; -- b /* c */ {0} @p0 $1 $$ :x ? % \\ \n GO\nBEGIN; `d` [e]";
    private const string Prefix = "a_very_long_name_of_a_column_that_fills_all_that_the_server_keeps_of_it_";

    private static readonly string[] signs =
    [
        "a]b", "`c`", "d%e{0}", "f\\g", "h\ti", " j ", "k\nl", "m-- n", "o;p", "$q", "r@s", "😀", "(t)", "'u'", "[v]", "1", "w.x"
    ];

    public static IEnumerable<Scenario> All { get; } =
    [
        Items("Expressions and comments that look like several statements come", _ => { }, Wordy),
        Items("Expressions and comments that look like several statements go with their columns", Wordy, item => item.Property<long>("n")),
        Items("Columns of odd signs come, with an index each", _ => { }, item => Signs<int?>(item)),
        Items(
            "Columns of odd signs change their type and become required, and the table is rebuilt or altered",
            item => Signs<int?>(item),
            item => Signs<long>(item)),
        new("Tables of odd signs are made, and refer to each other", _ => { }, model =>
        {
            foreach (var (name, place) in signs.Select((name, place) => (name, place)))
            {
                model.Map(name, table =>
                {
                    table.Property<int?>("up");
                    table.HasOne(signs[(place + 1) % signs.Length], null).WithMany().HasForeignKey("up").OnDelete(DeleteBehavior.NoAction);
                });
            }
        })
        {
            Unreadable = "EF Core makes half of an emoji the alias of the table",
        },
        new(
            "The first of columns goes whose foreign keys and indexes would have one name",
            model => Crowded(model, "1", "2", "3"),
            model => Crowded(model, "2", "3"))
        {
            Populate = "INSERT INTO p DEFAULT VALUES",
            Kept = "SELECT \"Id\" FROM p",
        },
        Items("A column comes to rows whose default is the time, and one whose default is computed", _ => { }, item =>
        {
            item.Property<DateTime>("at").HasDefaultValueSql("CURRENT_TIMESTAMP");
            item.Property<string>("word").IsRequired().HasDefaultValueSql("(lower('ABC') || 'd')");
        }) with { Afterwards = ("SELECT count(*) FROM items WHERE at IS NOT NULL AND word = 'abcd'", "2") },
        new(
            "A table is renamed, and the defaults, checks, filters and computed columns on it change",
            model => Told(model, "t", "a", 1),
            model => Told(model, "Ü", "a", 2))
        {
            Renames = ["t=Ü"],
            Populate = "INSERT INTO t (a, n) VALUES ('x', 50)",
            Kept = "SELECT a, n, made FROM t",
            Afterwards = ("SELECT a, n, made FROM \"Ü\"", "x|50|100"),
        },
        new(
            "A table and a column are renamed, and the defaults, checks, filters and computed columns on them change",
            model => Told(model, "t", "a", 1),
            model => Told(model, "Ü", "ä", 2))
        {
            Renames = ["t=Ü", "t.a=ä"],
            Populate = "INSERT INTO t (a, n) VALUES ('x', 50)",
            Kept = "SELECT a, n, made FROM t",
            Afterwards = ("SELECT \"ä\", n, made FROM \"Ü\"", "x|50|100"),
        },
        new(
            "A table and a column are renamed, and nothing else differs",
            model => Told(model, "t", "a", 1),
            model => Told(model, "Ü", "ä", 1))
        {
            Renames = ["t=Ü", "t.a=ä"],
            Detected = ["renamed table 't' to 'Ü'", "renamed column 'Ü.a' to 'ä'"],
        },
        new(
            "All of a model moves to another schema: tables, foreign keys, a type, a sequence, rows",
            model => Whole(model, null),
            model => Whole(model, "Nëw \"s\""))
        {
            Databases = ScenarioDatabases.PostgreSql,
            Renames = ["p=Nëw \"s\".p", "c=Nëw \"s\".c", "s=Nëw \"s\".s"],
            Populate = "INSERT INTO c (p) VALUES (1)",
            Kept = "SELECT c.p, n, kind::text FROM c JOIN p ON p.\"Id\" = c.p",
            Afterwards = ("SELECT c.p, n, kind::text FROM \"Nëw \"\"s\"\"\".c JOIN \"Nëw \"\"s\"\"\".p ON p.\"Id\" = c.p", "1|1|a"),
        },
        Items("What PostgreSQL chooses by itself for an index is no difference when it is told", item =>
        {
            item.Property<string>("a").UseCollation("C");
            item.HasIndex(["a", "n"], "IX").IsUnique();
        }, item =>
        {
            item.Property<string>("a").UseCollation("C");
            item.HasIndex(["a", "n"], "IX")
                .IsUnique()
                .HasMethod("btree")
                .IsDescending(false, false)
                .HasNullSortOrder(NullSortOrder.NullsLast, NullSortOrder.NullsLast)
                .UseCollation("C", null!)
                .HasOperators("text_ops", "int4_ops")
                .AreNullsDistinct();
        }).OnPostgreSql() with { Detected = [] },
        Items("What PostgreSQL chooses by itself for a column is no difference when it is told", item =>
        {
            item.Property<string>("b");
            item.Property<int?>("i");
        }, item =>
        {
            item.ToTable("items", table => table.HasComment(""));
            item.Property<string>("b").UseCollation("default").HasDefaultValueSql("NULL").HasComment("");
            item.Property<int?>("i").HasColumnType("int4");
            item.Property<int>("Id")
                .UseIdentityByDefaultColumn()
                .HasIdentityOptions(startValue: 1, incrementBy: 1, minValue: 1, maxValue: int.MaxValue, cyclic: false, numbersToCache: 1);
        }).OnPostgreSql() with { Detected = [] },
        Items("What SQLite chooses by itself is no difference when it is told", item =>
        {
            item.Property<string>("b");
            item.Property<string>("c").UseCollation("NOCASE");
        }, item =>
        {
            item.Property<string>("b").UseCollation("BINARY").HasDefaultValueSql("NULL");
            item.Property<string>("c").UseCollation("nocase");
            item.Property<int>("n").HasColumnType("integer");
        }) with { Databases = ScenarioDatabases.Sqlite, Detected = [] },
        new(
            "A version of the server's own comes to rows of the model, and they change",
            model => Versioned(model, false, "x"),
            model => Versioned(model, true, "y"))
        {
            Databases = ScenarioDatabases.PostgreSql,
            Kept = "SELECT a FROM t"
        },
        Items("An index gets operators for one of its columns, another order and a covered column of a new type", item =>
        {
            item.Property<int?>("c");
            item.HasIndex(["a", "n"], "IX").HasOperators("text_pattern_ops", "int4_ops");
        }, item =>
        {
            item.Property<string>("c").HasColumnType("varchar(20)");
            item.HasIndex(["n", "a"], "IX").HasOperators("int4_ops", "text_pattern_ops").IncludeProperties("c").IsUnique();
        }).OnPostgreSql(),
        Items(
            "Functions of others are in a default, a check, a computed column and a filter, and change",
            item => Functions(item, "one"),
            item => Functions(item, "\"Other f\""))
            .OnPostgreSql() with
        {
            Prepare =
                "CREATE FUNCTION one(n integer) RETURNS integer IMMUTABLE LANGUAGE sql AS 'SELECT n + 1'; "
                    + "CREATE FUNCTION \"Other f\"(n integer) RETURNS integer IMMUTABLE LANGUAGE sql AS 'SELECT n + 2'",
            Afterwards = ("SELECT made FROM items ORDER BY n", "3\n4"),
        },
    ];

    private static void Wordy(Entity item)
    {
        var literal = $"'{Words.Replace("'", "''", StringComparison.Ordinal)}'";
        item.ToTable("items", table =>
        {
            table.HasComment(Words);
            table.HasCheckConstraint("ck; --", $"a <> {literal} OR n > 0");
        });
        item.Property<string>("w").IsRequired().HasDefaultValue(Words).HasComment(Words);
        item.Property<string>("v").HasDefaultValueSql($"{literal} || 'x'");
        item.Property<string>("g").HasComputedColumnSql($"a || {literal}", stored: true);
        item.HasIndex("w").HasFilter($"w <> {literal}");
    }

    private static void Signs<T>(Entity item)
    {
        foreach (var sign in signs)
        {
            item.Property<T>(sign);
            item.HasIndex(sign);
        }
    }

    private static void Crowded(ModelBuilder model, params string[] endings)
    {
        model.Map("p", _ => { });
        model.Map("c", table =>
        {
            foreach (var ending in endings)
            {
                table.Property<int>(Prefix + ending).HasColumnName($"c{ending}");
                table.HasIndex(Prefix + ending).HasDatabaseName(null);
                table.HasOne("p", null).WithMany().HasForeignKey(Prefix + ending).OnDelete(DeleteBehavior.NoAction);
            }
        });
    }

    private static void Told(ModelBuilder model, string name, string column, int number) => model.Map(name, table =>
    {
        table.ToTable(name, mapped => mapped.HasCheckConstraint("ck", $"\"{column}\" <> '{number}'"));
        table.Property<string>(column).HasDefaultValueSql($"upper('a') || '{number}'");
        table.Property<int>("n").HasDefaultValueSql($"({number} + 1)");
        table.Property<int?>("made").HasComputedColumnSql($"n * {number}", stored: true);
        table.HasKey("Id").HasName("PK");
        table.HasIndex([column], "IX").HasFilter($"\"{column}\" > '{number}'");
    });

    private static void Whole(ModelBuilder model, string? schema)
    {
        var qualifier = schema is null ? "" : $"\"{schema.Replace("\"", "\"\"", StringComparison.Ordinal)}\".";
        model.HasDefaultSchema(schema);
        model.HasSequence<int>("s", schema);
        model.HasPostgresEnum(schema, "kind", ["a", "b"]);
        model.Map("p", table =>
        {
            table.Property<string>("kind").HasColumnType($"{qualifier}kind").IsRequired().HasDefaultValueSql($"'b'::{qualifier}kind");
            table.HasIndex("kind").HasFilter($"kind > 'a'::{qualifier}kind");
            table.HasData(Row(("Id", 1), ("kind", "a")));
        });
        model.Map("c", table =>
        {
            table.Property<int>("p");
            table.Property<int>("n").HasDefaultValueSql($"nextval('{qualifier}s')");
            table.HasOne("p", null).WithMany().HasForeignKey("p");
        });
    }

    private static void Versioned(ModelBuilder model, bool isVersioned, string value) => model.Map("t", table =>
    {
        table.Property<string>("a");
        if (isVersioned)
            table.Property<uint>("version").IsRowVersion();
        table.HasData(Row(("Id", 1), ("a", value)));
    });

    private static void Functions(Entity item, string function)
    {
        item.ToTable("items", table => table.HasCheckConstraint("ck", $"{function}(n) > 0"));
        item.Property<int>("d").HasDefaultValueSql($"{function}(3)");
        item.Property<int?>("made").HasComputedColumnSql($"{function}(n)", stored: true);
        item.HasIndex("n").HasFilter($"{function}(n) > 5");
    }
}
