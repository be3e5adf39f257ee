using Autogen.Scenarios.Running;
using Microsoft.EntityFrameworkCore;
using static Autogen.Scenarios.Cases.Making;

namespace Autogen.Scenarios.Cases;

/// <summary>
/// Rows of <c>HasData</c> that nothing but a detour brings from their old values to the new ones: a value is taken while another row has
/// it, or fits one of two types only.
/// </summary>
internal static class SeedConflictScenarios
{
    public static IEnumerable<Scenario> All { get; } =
    [
        new(
            "Rows exchange the values of a unique index",
            model => Codes(model, [(1, "x"), (2, "y"), (3, "z")]),
            model => Codes(model, [(1, "y"), (2, "z"), (3, "x"), (4, "new")]))
        {
            Kept = CodesKept,
            Afterwards = (CodesKept, "1|y\n2|z\n3|x\n4|new")
        },
        new(
            "Rows exchange the values of an alternate key that others refer to",
            model => Referred(model, [(1, "x"), (2, "y")]),
            model => Referred(model, [(1, "y"), (2, "x")]))
        {
            Populate = "INSERT INTO uses (code) VALUES ('x'), ('y')",
            Kept = CodesKept,
            Afterwards = (CodesKept, "1|y\n2|x"),
        },
        new(
            "Rows exchange unique values in a column that is renamed and required, and of which one is NULL",
            model => Codes(model, [(1, "x"), (2, "y"), (3, null)]),
            model => Codes(model, [(1, "y"), (2, "x"), (3, "w")], column: "Cödé", isRequired: true))
        {
            Renames = ["codes.code=Cödé"],
            Kept = CodesKept,
            Afterwards = ("SELECT \"Id\", \"Cödé\" FROM codes ORDER BY 1", "1|y\n2|x\n3|w"),
        },
        .. new[] { DeleteBehavior.Cascade, DeleteBehavior.Restrict, DeleteBehavior.SetNull, DeleteBehavior.NoAction }.Select(behavior =>
            new Scenario(
                $"A parent is replaced by another that has its unique value, its children change to that, and on delete is {behavior}",
                model => Children(model, behavior, 1),
                model => Children(model, behavior, 2))
            {
                Kept = ChildrenKept,
                Afterwards = (ChildrenKept, "1|2|x"),
            }),
        new(
            "A text is longer, and a row of the model has a longer value",
            model => Sized(model, 5, "short"),
            model => Sized(model, 12, "longer value"))
        {
            Kept = "SELECT \"Id\", a, n, d FROM t ORDER BY 1"
        },
        new(
            "A text is shorter, and the row that was too long is another",
            model => Sized(model, 12, "longer value"),
            model => Sized(model, 5, "short"))
        {
            Kept = "SELECT \"Id\", a, n, d FROM t ORDER BY 1"
        },
        new(
            "A state of rows is stored as a number instead of its name",
            model => States(model, asText: true),
            model => States(model, asText: false))
        {
            Kept = StatesKept,
            Afterwards = (StatesKept, "1|1\n2|5\n3|0")
        },
        new(
            "A state of rows is stored as its name instead of a number",
            model => States(model, asText: false),
            model => States(model, asText: true))
        {
            Kept = StatesKept,
            Afterwards = (StatesKept, "1|Monday\n2|Friday\n3|Sunday")
        },
        new(
            "A label comes, and a row of the model that was there has it",
            model => Labels(model, ["a", "b"], "a"),
            model => Labels(model, ["a", "b", "c"], "c"))
        {
            Databases = ScenarioDatabases.PostgreSql,
            Kept = LabelsKept,
            Afterwards = (LabelsKept, "1|c")
        },
        new(
            "A label goes, and the row of the model that had it has another",
            model => Labels(model, ["a", "b", "c"], "c"),
            model => Labels(model, ["a", "b"], "b"))
        {
            Databases = ScenarioDatabases.PostgreSql,
            Kept = LabelsKept,
            Afterwards = (LabelsKept, "1|b")
        },
        new(
            "A text of a row becomes a label that its old value is not",
            model => Worded(model, "text", "old"),
            model => Worded(model, "mood", "ok"))
        {
            Databases = ScenarioDatabases.PostgreSql,
            Kept = LabelsKept,
            Afterwards = (LabelsKept, "1|ok")
        },
        new(
            "A row had a negative time of more than a day, which EF Core's own DDL would have written otherwise",
            model => Lasting(model, -new TimeSpan(5, 4, 3, 2, 1)),
            model => Lasting(model, new TimeSpan(5, 4, 3, 2, 1)))
        {
            Databases = ScenarioDatabases.PostgreSql,
            Kept = "SELECT \"Id\", n FROM t",
            Afterwards = ("SELECT n::text FROM t", "5 days 04:03:02.001"),
        },
        new(
            "An alternate key holds for the new rows only, and a new table refers to it",
            model => Keyed(model, isKey: false),
            model => Keyed(model, isKey: true))
        {
            Kept = CodesKept,
            Afterwards = (CodesKept, "1|x\n2|y\n3|z")
        },
        new(
            "Tables exchange their names, and their keys and indexes theirs",
            model => Exchanged(model, "a", "b"),
            model => Exchanged(model, "b", "a"))
        {
            Renames = ["a=b", "b=a"],
            Populate = "INSERT INTO a (one) VALUES (1); INSERT INTO b (two) VALUES (1)",
            Kept = "SELECT one, two FROM a, b",
            Afterwards = ("SELECT one, two FROM a, b", "1|1"),
        },
        new(
            "A table is renamed to the name of a type that goes",
            model => Typed(model, "t", "moods"),
            model => Typed(model, "moods", "text"))
        {
            Databases = ScenarioDatabases.PostgreSql,
            Renames = ["t=moods"],
            Populate = "INSERT INTO t (m) VALUES ('ok')",
            Kept = "SELECT m::text FROM t",
            Afterwards = ("SELECT m FROM moods", "ok"),
        },
    ];

    private const string CodesKept = "SELECT \"Id\", code FROM codes ORDER BY 1";
    private const string ChildrenKept = "SELECT c.\"Id\", p, code FROM c JOIN p ON p.\"Id\" = p ORDER BY 1";
    private const string StatesKept = "SELECT \"Id\", day FROM t ORDER BY 1";
    private const string LabelsKept = "SELECT \"Id\", m::text FROM t ORDER BY 1";

    private static void Codes(ModelBuilder model, (int Id, string? Code)[] rows, string column = "code", bool isRequired = false)
        => model.Map("codes", table =>
        {
            table.Property<string>("code").HasColumnName(column).IsRequired(isRequired);
            table.HasIndex(["code"], "IX_codes").IsUnique();
            table.HasData(rows.Select(row => row.Code is { } code ? Row(("Id", row.Id), ("code", code)) : Row(("Id", row.Id))).ToArray());
        });

    private static void Referred(ModelBuilder model, (int Id, string Code)[] rows)
    {
        model.Map("codes", table =>
        {
            table.Property<string>("code").IsRequired();
            table.HasAlternateKey("code");
            table.HasData(rows.Select(row => Row(("Id", row.Id), ("code", row.Code))).ToArray());
        });
        model.Map("uses", table =>
        {
            table.Property<string>("code");
            table.HasOne("codes", null).WithMany().HasForeignKey("code").HasPrincipalKey("code");
        });
    }

    private static void Children(ModelBuilder model, DeleteBehavior behavior, int parent)
    {
        model.Map("p", table =>
        {
            table.Property<string>("code").IsRequired();
            table.HasIndex("code").IsUnique();
            table.HasData(Row(("Id", parent), ("code", "x")));
        });
        model.Map("c", table =>
        {
            table.Property<int?>("p");
            table.HasOne("p", null).WithMany().HasForeignKey("p").OnDelete(behavior);
            table.HasData(Row(("Id", 1), ("p", parent)));
        });
    }

    private static void Sized(ModelBuilder model, int length, string value) => model.Map("t", table =>
    {
        table.Property<string>("a").HasMaxLength(length).IsRequired();
        table.Property<decimal>("n").HasPrecision(length + 2, 2);
        if (length > 6)
            table.Property<long>("d");
        else
            table.Property<int>("d");
        table.HasIndex("a").IsUnique();
        var (number, other) = length > 6 ? ((object)5_000_000_000L, (object)1L) : (5, 1);
        table.HasData(
            Row(("Id", 1), ("a", value), ("n", length > 6 ? 123456789.5m : 1.25m), ("d", number)),
            Row(("Id", 2), ("a", "same"), ("n", 1m), ("d", other)));
    });

    private static void States(ModelBuilder model, bool asText) => model.Map("t", table =>
    {
        var day = table.Property<DayOfWeek>("day");
        if (asText)
            day.HasConversion<string>().HasMaxLength(10);
        table.HasIndex("day").IsUnique();
        table.HasData(
            Row(("Id", 1), ("day", DayOfWeek.Monday)),
            Row(("Id", 2), ("day", DayOfWeek.Friday)),
            Row(("Id", 3), ("day", DayOfWeek.Sunday)));
    });

    private static void Lasting(ModelBuilder model, TimeSpan time) => model.Map("t", table =>
    {
        table.Property<TimeSpan>("n");
        table.HasData(Row(("Id", 1), ("n", time)));
    });

    private static void Labels(ModelBuilder model, string[] labels, string label)
    {
        model.HasPostgresEnum("mood", labels);
        Word(model, "mood", label);
    }

    private static void Worded(ModelBuilder model, string type, string value)
    {
        model.HasPostgresEnum("mood", ["ok", "bad"]);
        Word(model, type, value);
    }

    private static void Word(ModelBuilder model, string type, string value) => model.Map("t", table =>
    {
        table.Property<string>("m").HasColumnType(type);
        table.HasData(Row(("Id", 1), ("m", value)));
    });

    private static void Keyed(ModelBuilder model, bool isKey)
    {
        model.Map("codes", table =>
        {
            table.Property<string>("code").IsRequired();
            if (isKey)
                table.HasAlternateKey("code");
            table.HasData(isKey
                ? [Row(("Id", 1), ("code", "x")), Row(("Id", 2), ("code", "y")), Row(("Id", 3), ("code", "z"))]
                : [Row(("Id", 1), ("code", "x")), Row(("Id", 2), ("code", "x"))]);
        });
        if (!isKey)
            return;
        model.Map("uses", table =>
        {
            table.Property<string>("code");
            table.HasOne("codes", null).WithMany().HasForeignKey("code").HasPrincipalKey("code");
            table.HasData(Row(("Id", 1), ("code", "z")));
        });
    }

    private static void Exchanged(ModelBuilder model, string first, string second)
    {
        model.SharedTypeEntity<Dictionary<string, object>>("first", table =>
        {
            table.ToTable(first);
            table.Property<int>("Id");
            table.Property<int>("one");
            table.HasKey("Id");
            table.HasAlternateKey("one");
            table.HasIndex(["one", "Id"]);
        });
        model.SharedTypeEntity<Dictionary<string, object>>("second", table =>
        {
            table.ToTable(second);
            table.Property<int>("Id");
            table.Property<int>("two");
            table.HasKey("Id");
            table.HasIndex(["two"], first == "a" ? "numbers" : "others");
            table.HasOne("first", null).WithMany().HasForeignKey("two").HasPrincipalKey("one");
        });
    }

    private static void Typed(ModelBuilder model, string table, string type)
    {
        if (type != "text")
            model.HasPostgresEnum(type, ["ok", "bad"]);
        model.SharedTypeEntity<Dictionary<string, object>>("t", mapped =>
        {
            mapped.ToTable(table);
            mapped.Property<int>("Id");
            mapped.HasKey("Id").HasName("PK");
            mapped.Property<string>("m").HasColumnType(type).HasDefaultValueSql("'ok'");
        });
    }
}
