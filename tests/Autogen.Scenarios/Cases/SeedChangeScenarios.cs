using Autogen.Scenarios.Running;
using Microsoft.EntityFrameworkCore;
using static Autogen.Scenarios.Cases.Making;
using Entity = Microsoft.EntityFrameworkCore.Metadata.Builders.EntityTypeBuilder<System.Collections.Generic.Dictionary<string, object>>;

namespace Autogen.Scenarios.Cases;

/// <summary>Rows of <c>HasData</c> that come, change and go while columns, keys and constraints do.</summary>
internal static class SeedChangeScenarios
{
    public static IEnumerable<Scenario> All { get; } =
    [
        Rows(
            "A row takes the unique value of one that goes",
            table => table.HasIndex("a").IsUnique(),
            [(1, "x"), (2, "y")],
            table => table.HasIndex("a").IsUnique(),
            [(2, "y"), (3, "x")]),
        Rows(
            "A row gets the unique value of one that goes",
            table => table.HasIndex("a").IsUnique(),
            [(1, "x"), (2, "y")],
            table => table.HasIndex("a").IsUnique(),
            [(2, "x")]),
        Rows(
            "A row gets a new value, and a new row its old unique one",
            table => table.HasIndex("a").IsUnique(),
            [(1, "x"), (2, "y")],
            table => table.HasIndex("a").IsUnique(),
            [(1, "z"), (2, "y"), (3, "x")]),
        Rows(
            "Rows hand a unique value on",
            table => table.HasIndex("a").IsUnique(),
            [(1, "x"), (2, "y"), (3, "z")],
            table => table.HasIndex("a").IsUnique(),
            [(1, "y"), (2, "z"), (3, "new")]),
        Rows(
            "Rows hand a unique value back",
            table => table.HasIndex("a").IsUnique(),
            [(1, "x"), (2, "y"), (3, "z")],
            table => table.HasIndex("a").IsUnique(),
            [(1, "new"), (2, "x"), (3, "y")]),
        Rows(
            "A check forbids the old rows, and the old check the new ones",
            table => Check(table, "a < 'm'"),
            [(1, "a"), (2, "b")],
            table => Check(table, "a >= 'm'"),
            [(1, "y"), (2, "z"), (3, "m")]),
        Rows(
            "A new unique index and a required column hold for the new rows only",
            table => table.Property<string>("a"),
            [(1, "x"), (2, "x")],
            table =>
            {
                table.Property<string>("a").IsRequired().HasMaxLength(4);
                table.HasIndex("a").IsUnique();
            },
            [(1, "x"), (2, "y"), (3, "z")]),
        Rows("A column of rows that change is renamed, required, and the table renamed", _ => { }, [(1, "x"), (2, "y")], table =>
        {
            table.ToTable("Nëw");
            table.Property<string>("a").HasColumnName("Bë").IsRequired();
        }, [(2, "z"), (3, "it's")]) with
        {
            Renames = ["t=Nëw", "t.a=Bë"],
            Afterwards = ("SELECT \"Id\", \"Bë\" FROM \"Nëw\" ORDER BY 1", "2|z\n3|it's")
        },
        new(
            "Rows that refer to each other come, change and go while their key is widened and their column renamed",
            model => Tree<int, int?>(model, "up", (1, null), (2, 1), (3, 2)),
            model => Tree<long, long?>(model, "pärent", (1, 4), (3, 1), (4, null), (5, 3)))
        {
            Renames = ["nodes.up=pärent"],
            Kept = "SELECT \"Id\", up FROM nodes ORDER BY 1",
            Afterwards = ("SELECT \"Id\", \"pärent\" FROM nodes ORDER BY 1", "1|4\n3|1\n4|\n5|3"),
        },
        new(
            "Rows of two tables change parents, and the old parent goes",
            model => Family(model, [1, 2], [(1, 1), (2, 2)]),
            model => Family(model, [2, 3], [(1, 3), (2, 2), (3, 3)]))
        {
            Kept = "SELECT c.\"Id\", p FROM c ORDER BY 1",
            Afterwards = ("SELECT c.\"Id\", p FROM c ORDER BY 1", "1|3\n2|2\n3|3"),
        },
        new(
            "Rows get parents in a table that is new, by a required foreign key",
            model => model.Map("c", child => child.HasData(Row(("Id", 1)), Row(("Id", 2)))),
            model => Family(model, [4, 5], [(1, 4), (2, 5), (3, 4)]))
        {
            Kept = "SELECT \"Id\" FROM c ORDER BY 1",
            Afterwards = ("SELECT \"Id\", p FROM c ORDER BY 1", "1|4\n2|5\n3|4"),
        },
        new(
            "Rows refer to rows of their own table by a key of two columns",
            model => Sections(model, false),
            model => Sections(model, true))
        {
            Kept = "SELECT book, number, title FROM sections ORDER BY 1, 2",
            Afterwards = ("SELECT book, number, up, title FROM sections ORDER BY 1, 2", "1|1|2|b\n1|2||c\n2|1||d\n2|2|1|e"),
        },
        new(
            "The key of rows that are referred to gets a second column",
            model => Versions(model, isWide: false),
            model => Versions(model, isWide: true))
        {
            Kept = "SELECT p.id, p.a, c.p FROM p JOIN c ON c.p = p.id ORDER BY 1",
        },
        new(
            "Rows get keys of a Guid instead of a number",
            model => Keys(model, 1, 2),
            model => Keys(model, new Guid("00000000-0000-0000-0000-000000000001"), new Guid("00000000-0000-0000-0000-000000000002")))
        {
            Databases = ScenarioDatabases.Sqlite,
            Kept = "SELECT k, a FROM t ORDER BY 1",
            Afterwards = ("SELECT count(*) FROM t", "2"),
        },
        new(
            "Values of rows change with how they are converted",
            model => Converted(model, asText: false),
            model => Converted(model, asText: true))
        {
            Databases = ScenarioDatabases.Sqlite,
            Kept = "SELECT \"Id\", day, flag FROM t ORDER BY 1",
            Afterwards = ("SELECT day, flag FROM t ORDER BY \"Id\"", "Monday|Y\nSunday|N"),
        },
        new(
            "Rows of another schema move with their table, change and come",
            model => Moved(model, "One", (1, "x")),
            model => Moved(model, "Two \"2\"", (1, "y"), (2, "z")))
        {
            Databases = ScenarioDatabases.PostgreSql,
            Renames = ["One.t=Two \"2\".t"],
            Kept = "SELECT a FROM \"One\".t",
            Afterwards = ("SELECT a FROM \"Two \"\"2\"\"\".t ORDER BY 1", "y\nz"),
        },
        new(
            "Rows of a joining table come, go and change sides",
            model => Joined(model, [1, 2], [1, 2], [(1, 1), (2, 2)]),
            model => Joined(model, [2, 3], [1, 3], [(2, 1), (3, 3), (2, 3)]))
        {
            Kept = "SELECT a, b FROM j ORDER BY 1, 2",
            Afterwards = ("SELECT a, b FROM j ORDER BY 1, 2", "2|1\n2|3\n3|3"),
        },
        new(
            "An old parent goes whose children change, while tables and columns are renamed and its key is widened",
            model => Moving<int>(model, "p", "id", 1),
            model => Moving<long>(model, "Pärents", "Öd", 2))
        {
            Renames = ["p=Pärents", "p.id=Öd"],
            Kept = "SELECT id, a FROM p",
            Afterwards = ("SELECT \"Öd\", a, c.p FROM \"Pärents\" JOIN c ON c.p = \"Öd\"", "2|p2|2"),
        },
        new(
            "Children of children go with parents that go late",
            model => Chain(model, [1], [1, 2], [(1, 1), (2, 2)]),
            model => Chain(model, [1], [2, 3], [(1, 3)]))
        {
            Kept = "SELECT \"Id\", b FROM c ORDER BY 1",
            Afterwards = ("SELECT \"Id\", b FROM c ORDER BY 1", "1|3"),
        },
        Rows(
            "Rows hand unique values on in an index that leaves rows out, and one becomes NULL",
            table => table.HasIndex("a").IsUnique().HasFilter("a <> 'q'"),
            [(1, "x"), (2, "y"), (3, "q")],
            table => table.HasIndex("a").IsUnique().HasFilter("a <> 'r'"),
            [(1, "y"), (2, "z"), (3, "x")]),
        new("A column that has a default is told of in some rows only", model => Partly(model, false), model => Partly(model, true))
        {
            Kept = "SELECT \"Id\", a FROM t ORDER BY 1",
        },
    ];

    private static Scenario Rows(
        string name, Action<Entity> current, (int, string)[] currentRows, Action<Entity> target, (int, string)[] targetRows)
        => new(name, model => Map(model, current, currentRows), model => Map(model, target, targetRows))
        {
            Kept = "SELECT \"Id\", a FROM t ORDER BY 1",
            Afterwards = ("SELECT \"Id\", a FROM t ORDER BY 1", string.Join('\n', targetRows.Select(row => $"{row.Item1}|{row.Item2}"))),
        };

    private static void Map(ModelBuilder model, Action<Entity> build, (int Id, string A)[] rows) => model.Map("t", table =>
    {
        table.HasKey("Id").HasName("PK");
        table.Property<string>("a");
        build(table);
        table.HasData(rows.Select(row => Row(("Id", row.Id), ("a", row.A))).ToArray());
    });

    private static void Check(Entity table, string condition) => table.ToTable("t", mapped => mapped.HasCheckConstraint("ck", condition));

    private static void Tree<TKey, TUp>(ModelBuilder model, string column, params (int Id, int? Up)[] rows)
        => model.SharedTypeEntity<Dictionary<string, object>>("nodes", node =>
        {
            node.ToTable("nodes");
            node.Property<TKey>("Id");
            node.HasKey("Id");
            node.Property<TUp>("up").HasColumnName(column);
            node.HasOne("nodes", null).WithMany().HasForeignKey("up");
            node.HasData(
                rows.Select(row => row.Up is { } up ? Row(("Id", To(row.Id)), ("up", To(up))) : Row(("Id", To(row.Id)))).ToArray());

            static object To(int value) => Convert.ChangeType(value, typeof(TKey), System.Globalization.CultureInfo.InvariantCulture);
        });

    private static void Family(ModelBuilder model, int[] parents, (int Id, int Parent)[] children)
    {
        model.Map("p", parent => parent.HasData(parents.Select(id => Row(("Id", id))).ToArray()));
        model.Map("c", child =>
        {
            child.Property<int>("p");
            child.HasOne("p", null).WithMany().HasForeignKey("p").OnDelete(DeleteBehavior.Cascade);
            child.HasData(children.Select(row => Row(("Id", row.Id), ("p", row.Parent))).ToArray());
        });
    }

    private static void Sections(ModelBuilder model, bool isChanged)
        => model.SharedTypeEntity<Dictionary<string, object>>("sections", section =>
        {
            section.ToTable("sections");
            section.Property<int>("book").ValueGeneratedNever();
            section.Property<int>("number").ValueGeneratedNever();
            section.Property<int?>("up");
            section.Property<string>("title");
            section.HasKey("book", "number");
            section.HasOne("sections", null).WithMany().HasForeignKey("book", "up").OnDelete(DeleteBehavior.NoAction);
            if (isChanged)
                section.HasData(
                    Row(("book", 1), ("number", 1), ("up", 2), ("title", "b")),
                    Row(("book", 1), ("number", 2), ("title", "c")),
                    Row(("book", 2), ("number", 2), ("up", 1), ("title", "e")),
                    Row(("book", 2), ("number", 1), ("title", "d")));
            else
                section.HasData(
                    Row(("book", 1), ("number", 1), ("title", "a")), Row(("book", 1), ("number", 3), ("up", 1), ("title", "b")));
        });

    private static void Versions(ModelBuilder model, bool isWide)
    {
        string[] columns = isWide ? ["id", "version"] : ["id"];
        model.SharedTypeEntity<Dictionary<string, object>>("p", table =>
        {
            table.ToTable("p");
            table.Property<int>("id").ValueGeneratedNever();
            table.Property<string>("a");
            if (isWide)
                table.Property<int>("version").ValueGeneratedNever();
            table.HasKey(columns).HasName("PK");
            table.HasData(isWide
                ? [Row(("id", 1), ("version", 1), ("a", "x")), Row(("id", 1), ("version", 2), ("a", "y"))]
                : [Row(("id", 1), ("a", "x"))]);
        });
        model.Map("c", table =>
        {
            table.Property<int>("p");
            if (isWide)
                table.Property<int>("v");
            table.HasOne("p", null).WithMany().HasForeignKey(isWide ? ["p", "v"] : ["p"]).HasConstraintName("FK");
            table.HasData(isWide ? Row(("Id", 1), ("p", 1), ("v", 2)) : Row(("Id", 1), ("p", 1)));
        });
    }

    private static void Keys<T>(ModelBuilder model, params T[] keys)
        where T : notnull
        => model.SharedTypeEntity<Dictionary<string, object>>("t", table =>
        {
            table.ToTable("t");
            table.Property<T>("k").ValueGeneratedNever();
            table.Property<string>("a");
            table.HasKey("k").HasName("PK");
            table.HasData(keys.Select(key => Row(("k", key), ("a", "x"))).ToArray());
        });

    private static void Converted(ModelBuilder model, bool asText) => model.Map("t", table =>
    {
        var day = table.Property<DayOfWeek>("day");
        var flag = table.Property<bool>("flag");
        if (asText)
        {
            day.HasConversion<string>().HasMaxLength(10);
            flag.HasConversion(value => value ? "Y" : "N", text => text == "Y").HasMaxLength(1);
        }

        table.HasIndex("day").IsUnique();
        table.HasData(
            Row(("Id", 1), ("day", DayOfWeek.Monday), ("flag", true)), Row(("Id", 2), ("day", DayOfWeek.Sunday), ("flag", false)));
    });

    private static void Moved(ModelBuilder model, string schema, params (int Id, string A)[] rows) => model.Map("t", table =>
    {
        table.ToTable("t", schema);
        table.Property<string>("a");
        table.HasData(rows.Select(row => Row(("Id", row.Id), ("a", row.A))).ToArray());
    });

    private static void Joined(ModelBuilder model, int[] left, int[] right, (int A, int B)[] rows)
    {
        model.Map("a", table => table.HasData(left.Select(id => Row(("Id", id))).ToArray()));
        model.Map("b", table => table.HasData(right.Select(id => Row(("Id", id))).ToArray()));
        model.SharedTypeEntity<Dictionary<string, object>>("j", join =>
        {
            join.ToTable("j");
            join.Property<int>("a");
            join.Property<int>("b");
            join.HasKey("a", "b");
            join.HasOne("a", null).WithMany().HasForeignKey("a").OnDelete(DeleteBehavior.Cascade);
            join.HasOne("b", null).WithMany().HasForeignKey("b").OnDelete(DeleteBehavior.Restrict);
            join.HasData(rows.Select(row => Row(("a", row.A), ("b", row.B))).ToArray());
        });
    }

    private static void Moving<T>(ModelBuilder model, string name, string key, int id)
    {
        model.SharedTypeEntity<Dictionary<string, object>>("p", table =>
        {
            table.ToTable(name);
            table.Property<T>("id").HasColumnName(key).ValueGeneratedNever();
            table.Property<string>("a");
            table.HasKey("id").HasName("PK");
            table.HasData(Row(("id", To(id)), ("a", $"p{id}")));
        });
        model.Map("c", table =>
        {
            table.Property<T>("p").IsRequired();
            table.HasOne("p", null).WithMany().HasForeignKey("p").HasConstraintName("FK").OnDelete(DeleteBehavior.Cascade);
            table.HasData(Row(("Id", 1), ("p", To(id))));
        });

        static object To(int value) => Convert.ChangeType(value, typeof(T), System.Globalization.CultureInfo.InvariantCulture);
    }

    private static void Chain(ModelBuilder model, int[] tops, int[] middles, (int Id, int Middle)[] rows)
    {
        model.Map("a", table => table.HasData(tops.Select(id => Row(("Id", id))).ToArray()));
        model.Map("b", table =>
        {
            table.Property<int>("a");
            table.HasOne("a", null).WithMany().HasForeignKey("a").OnDelete(DeleteBehavior.Cascade);
            table.HasData(middles.Select(id => Row(("Id", id), ("a", tops[0]))).ToArray());
        });
        model.Map("c", table =>
        {
            table.Property<int>("b");
            table.HasOne("b", null).WithMany().HasForeignKey("b").OnDelete(DeleteBehavior.Cascade);
            table.HasData(rows.Select(row => Row(("Id", row.Id), ("b", row.Middle))).ToArray());
        });
    }

    private static void Partly(ModelBuilder model, bool isMore) => model.Map("t", table =>
    {
        table.Property<string>("a").HasDefaultValue(isMore ? "new" : "old").IsRequired();
        table.Property<int?>("n").HasDefaultValueSql("5");
        table.HasData(isMore
            ? [Row(("Id", 1)), Row(("Id", 2), ("a", "x"), ("n", 3)), Row(("Id", 3), ("n", 4))]
            : [Row(("Id", 1), ("a", "y")), Row(("Id", 2))]);
    });
}
