using Autogen.Scenarios.Running;
using Microsoft.EntityFrameworkCore;

namespace Autogen.Scenarios.Cases;

/// <summary>Enumerated types of PostgreSQL together with all that depends on them.</summary>
internal static class LabelScenarios
{
    private const string Kind = "\"Odd S\".\"Kïnd 'k'\"";

    public static IEnumerable<Scenario> All { get; } = new Scenario[]
    {
        new(
            "A label goes that a default, a check, a filter, a computed column and an array's default name",
            model => Everywhere(model, "ok", "it's bad", "mad"),
            model => Everywhere(model, "ok", "mad", "glad"))
        {
            Populate = "INSERT INTO t (k, ks) VALUES ('ok', '{}'), ('mad', '{ok,mad}')",
            Kept = "SELECT \"Id\", k::text, computed FROM t ORDER BY 1",
        },
        new(
            "A type moves to another schema with a default, an array and an index",
            model => Moved(model, null),
            model => Moved(model, "Other \"s\""))
        {
            Populate = "INSERT INTO t (k) VALUES ('a'), (DEFAULT)",
            Kept = "SELECT k::text, ks::text FROM t ORDER BY \"Id\"",
        },
        new(
            "A label becomes a text, with a default, a check and a unique index that name it",
            model => Worded(model, "mood"),
            model => Worded(model, "text"))
        {
            Populate = "INSERT INTO t (k) VALUES ('ok'), ('bad')",
            Kept = "SELECT k::text FROM t ORDER BY \"Id\"",
        },
        new(
            "A text becomes a label, with a default, a check and a unique index that name it",
            model => Worded(model, "varchar(20)"),
            model => Worded(model, "mood"))
        {
            Populate = "INSERT INTO t (k) VALUES ('ok'), ('bad')",
            Kept = "SELECT k FROM t ORDER BY \"Id\"",
        },
        new(
            "Texts become labels in an array, and labels texts in another",
            model => Lists(model, "text[]", "mood[]"),
            model => Lists(model, "mood[]", "text[]"))
        {
            Populate = "INSERT INTO t (a, b) VALUES ('{ok,bad}', '{bad}'), ('{}', '{}')",
            Kept = "SELECT a::text, b::text FROM t ORDER BY \"Id\"",
        },
        new(
            "A label is new in the key that others refer to, and rows of the model have it",
            model => Keyed(model, ["a", "b"]),
            model => Keyed(model, ["a", "new", "b"]))
        {
            Populate = "INSERT INTO uses (kind) VALUES ('b')",
            Kept = "SELECT kind::text FROM uses ORDER BY 1",
            Afterwards = ("SELECT count(*) FROM kinds", "3"),
        },
        new(
            "A label goes from the key that others refer to, and its row with it",
            model => Keyed(model, ["a", "gone", "b"]),
            model => Keyed(model, ["a", "b"]))
        {
            Populate = "INSERT INTO uses (kind) VALUES ('b')",
            Kept = "SELECT kind::text FROM uses ORDER BY 1",
            Afterwards = ("SELECT count(*) FROM kinds", "2"),
        },
        new(
            "A label is renamed that rows of the model have, and another one comes in rows",
            model => Keyed(model, ["a", "b"]),
            model => Keyed(model, ["a", "c", "d"]))
        {
            Renames = ["kind.b=c"],
            Afterwards = ("SELECT count(*) FROM kinds", "3"),
        },
        new("Two types exchange their labels", model => Two(model, ["a", "b"], ["c", "d"]), model => Two(model, ["c", "d"], ["a", "b"]))
        {
            Populate = "INSERT INTO t DEFAULT VALUES",
            Kept = "SELECT one::text, two::text FROM t",
        },
        new("Columns exchange their types", model => Crossed(model, "one", "two"), model => Crossed(model, "two", "one"))
        {
            Populate = "INSERT INTO t (one, two) VALUES ('a', 'a')",
            Kept = "SELECT one::text, two::text FROM t",
        },
        new(
            "A table of labels is renamed and moves, its label column is renamed, and a label goes",
            model => Renamed(model, "t", null, "k", "a", "b"),
            model => Renamed(model, "Ü", "Other", "kïnd", "a", "c"))
        {
            Renames = ["t=Other.Ü", "t.k=kïnd"],
            Populate = "INSERT INTO t (k) VALUES ('a')",
            Kept = "SELECT k::text FROM t",
            Afterwards = ("SELECT \"kïnd\"::text FROM \"Other\".\"Ü\"", "a"),
        },
        new(
            "A column of labels becomes required over NULLs while its type loses its first label",
            model => Optional(model, isRequired: false, "gone", "a"),
            model => Optional(model, isRequired: true, "a", "b"))
        {
            Populate = "INSERT INTO t DEFAULT VALUES",
            Kept = "SELECT \"Id\" FROM t",
        },
        new(
            "An ordinary column of labels becomes a computed one, and its type loses a label",
            model => Computed(model, isComputed: false, "a", "b", "gone"),
            model => Computed(model, isComputed: true, "a", "b"))
        {
            Populate = "INSERT INTO t (n, k) VALUES (1, 'a'), (2, 'b')",
            Kept = "SELECT n FROM t ORDER BY 1",
            Afterwards = ("SELECT k::text FROM t ORDER BY n", "a\nb"),
        },
        new(
            "A computed column of labels becomes an ordinary one, and its type gets and loses a label",
            model => Computed(model, isComputed: true, "a", "b"),
            model => Computed(model, isComputed: false, "new", "a", "b"))
        {
            Populate = "INSERT INTO t (n) VALUES (1), (2)",
            Kept = "SELECT n, k::text FROM t ORDER BY 1",
        },
    }.Select(Making.OnPostgreSql);

    private static void Everywhere(ModelBuilder model, string first, string second, string third)
    {
        var quoted = second.Replace("'", "''", StringComparison.Ordinal);
        model.HasPostgresEnum("Odd S", "Kïnd 'k'", [first, second, third]);
        model.Map("t", table =>
        {
            table.ToTable("t", mapped => mapped.HasCheckConstraint("ck", $"k <> '{quoted}' OR \"Id\" > 0"));
            table.Property<string>("k").HasColumnType(Kind).IsRequired().HasDefaultValueSql($"'{quoted}'::{Kind}");
            table.Property<string[]>("ks").HasColumnType($"{Kind}[]").HasDefaultValueSql($"ARRAY['{quoted}'::{Kind}]");
            table.Property<bool?>("computed").HasComputedColumnSql($"k > '{quoted}'", stored: true);
            table.HasIndex(["k"], "IX").IsUnique().HasFilter($"k <> '{quoted}'");
        });
    }

    private static void Moved(ModelBuilder model, string? schema)
    {
        var type = schema is null ? "kind" : $"\"{schema.Replace("\"", "\"\"", StringComparison.Ordinal)}\".kind";
        model.HasPostgresEnum(schema, "kind", ["a", "b"]);
        model.Map("t", table =>
        {
            table.ToTable("t", mapped => mapped.HasCheckConstraint("ck", "k IN ('a', 'b')"));
            table.Property<string>("k").HasColumnType(type).IsRequired().HasDefaultValueSql($"'b'::{type}");
            table.Property<string[]>("ks").HasColumnType($"{type}[]").HasDefaultValueSql($"'{{a,b}}'::{type}[]");
            table.HasIndex("k").HasFilter("k <> 'a'");
        });
    }

    private static void Worded(ModelBuilder model, string type)
    {
        if (type == "mood")
            model.HasPostgresEnum("mood", ["ok", "bad", "mad"]);
        model.Map("t", table =>
        {
            table.ToTable("t", mapped => mapped.HasCheckConstraint("ck", "k IN ('ok', 'bad') OR k IS NULL"));
            table.Property<string>("k").HasColumnType(type).HasDefaultValueSql("'ok'");
            table.HasIndex(["k"], "IX").IsUnique().HasFilter("k <> 'mad'");
        });
    }

    private static void Lists(ModelBuilder model, string a, string b)
    {
        model.HasPostgresEnum("mood", ["ok", "bad"]);
        model.Map("t", table =>
        {
            table.Property<string[]>("a").HasColumnType(a).IsRequired().HasDefaultValueSql($"'{{ok}}'::{a}");
            table.Property<string[]>("b").HasColumnType(b).IsRequired().HasDefaultValueSql($"'{{}}'::{b}");
            table.HasIndex("a").HasMethod("gin");
        });
    }

    private static void Keyed(ModelBuilder model, string[] labels)
    {
        model.HasPostgresEnum("kind", labels);
        model.SharedTypeEntity<Dictionary<string, object>>("kinds", kind =>
        {
            kind.ToTable("kinds");
            kind.Property<string>("kind").HasColumnType("kind");
            kind.Property<string>("title").HasDefaultValue("?");
            kind.HasKey("kind");
            kind.HasData(labels.Select(label => Making.Row(("kind", label), ("title", $"it's {label}"))).ToArray());
        });
        model.Map("uses", use =>
        {
            use.Property<string>("kind").HasColumnType("kind").IsRequired();
            use.HasOne("kinds", null).WithMany().HasForeignKey("kind");
        });
    }

    private static void Two(ModelBuilder model, string[] one, string[] two)
    {
        model.HasPostgresEnum("one", one);
        model.HasPostgresEnum("two", two);
        model.Map("t", table =>
        {
            table.Property<string>("one").HasColumnType("one");
            table.Property<string>("two").HasColumnType("two");
        });
    }

    private static void Crossed(ModelBuilder model, string one, string two)
    {
        model.HasPostgresEnum("one", ["a", "b"]);
        model.HasPostgresEnum("two", ["b", "a"]);
        model.Map("t", table =>
        {
            table.Property<string>("one").HasColumnType(one).HasDefaultValueSql("'a'");
            table.Property<string>("two").HasColumnType(two).HasDefaultValueSql("'b'");
            table.HasIndex("one", "two").IsUnique();
        });
    }

    private static void Renamed(ModelBuilder model, string name, string? schema, string column, params string[] labels)
    {
        model.HasPostgresEnum("kind", labels);
        model.Map("t", table =>
        {
            table.ToTable(name, schema, mapped => mapped.HasCheckConstraint("ck", $"\"{column}\" <> '{labels[1]}'"));
            table.Property<string>(column).HasColumnType("kind").HasDefaultValueSql($"'{labels[1]}'");
            table.HasKey("Id").HasName("PK");
            table.HasIndex([column], "IX").HasFilter($"\"{column}\" > '{labels[0]}'");
        });
    }

    private static void Optional(ModelBuilder model, bool isRequired, params string[] labels)
    {
        model.HasPostgresEnum("kind", labels);
        model.Map("t", table => table.Property<string>("k").HasColumnType("kind").IsRequired(isRequired));
    }

    private static void Computed(ModelBuilder model, bool isComputed, params string[] labels)
    {
        model.HasPostgresEnum("kind", labels);
        model.Map("t", table =>
        {
            table.Property<int>("n");
            var label = table.Property<string>("k").HasColumnType("kind");
            if (isComputed)
                label.HasComputedColumnSql("CASE WHEN n = 1 THEN 'a'::kind ELSE 'b'::kind END", stored: true);
            table.HasIndex("k", "n");
        });
    }
}
