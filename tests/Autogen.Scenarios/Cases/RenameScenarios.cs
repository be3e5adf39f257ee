using Autogen.Scenarios.Databases;
using Autogen.Scenarios.Running;
using Microsoft.EntityFrameworkCore;

namespace Autogen.Scenarios.Cases;

/// <summary>
/// What <c>--rename</c> and <c>RenamedFrom</c> say: nothing is dropped, all that refers to the old name follows, both ways.
/// </summary>
internal static class RenameScenarios
{
    public static IEnumerable<Scenario> All { get; } =
    [
        new("A table is renamed", model => Order(model, "orders", "total"), model => Order(model, "Client \"Orders\"", "total"))
        {
            Renames = ["orders=Client \"Orders\""],
            Populate = "INSERT INTO orders (total, twin_id) VALUES (5, NULL), (7, 1)",
            Kept = "SELECT \"Id\", total, twin_id FROM orders ORDER BY 1",
            Afterwards = ("SELECT sum(total) FROM \"Client \"\"Orders\"\"\"", "12"),
            Detected = ["renamed table 'orders' to 'Client \"Orders\"'"],
        },
        new(
            "A property's column has another name, and nobody says that it was renamed",
            model => model.Map("people", person => person.Property<string>("Name")),
            model => model.Map("people", person => person.Property<string>("Name").HasColumnName("full name")))
        {
            Populate = "INSERT INTO people (\"Name\") VALUES ('a')",
            Afterwards = ("SELECT \"full name\" FROM people", ""),
            Detected = ["removed column 'people.Name'", "added column 'people.full name'"],
        },

        // case R12
        new(
            "The model has rows of a renamed table that the application inserted",
            model => model.Map("tags", tag => tag.Property<string>("name")),
            model => model.Map("Läbel \"s\"", tag =>
            {
                tag.Property<string>("name");
                tag.HasData(
                    Making.Row(("Id", 1), ("name", "a")), Making.Row(("Id", 2), ("name", "b")), Making.Row(("Id", 4), ("name", "d")));
            }))
        {
            Renames = ["tags=Läbel \"s\""],
            Populate = "INSERT INTO tags (\"Id\", name) VALUES (1, 'a'), (2, 'other'), (3, 'own')",
            Kept = "SELECT \"Id\", name FROM tags ORDER BY 1",
            Afterwards = ("SELECT \"Id\", name FROM \"Läbel \"\"s\"\"\" ORDER BY 1", "1|a\n2|b\n3|own\n4|d"),
        },

        // case R12
        new(
            "The model has rows of a table whose key and columns are renamed",
            model => model.Map("tags", tag => tag.Property<string>("name")),
            model => model.Map("labels", tag =>
            {
                tag.Property<int>("Id").HasColumnName("Number");
                tag.Property<string>("title");
                tag.Property<string>("name");
                tag.HasData(Making.Row(("Id", 1), ("title", "a")), Making.Row(("Id", 2), ("title", "b"), ("name", "new")));
            }))
        {
            Renames = ["tags=labels", "tags.Id=Number", "tags.name=title"],
            Populate = "INSERT INTO tags (\"Id\", name) VALUES (1, 'a'), (2, 'other'), (3, 'own')",
            Kept = "SELECT \"Id\", name FROM tags ORDER BY 1",
            Afterwards = ("SELECT \"Number\", title FROM labels ORDER BY 1", "1|a\n2|b\n3|own"),
        },

        // case R12
        new(
            "A renamed table's name is another table's, and both have rows",
            model => model.Map("tags", tag => tag.Property<string>("name")),
            model =>
            {
                model.Map("labels", tag =>
                {
                    tag.Property<string>("name");
                    tag.HasData(Making.Row(("Id", 1), ("name", "a")));
                });
                model.Map("tags", tag =>
                {
                    tag.Property<string>("name");
                    tag.HasData(Making.Row(("Id", 1), ("name", "new")));
                });
            })
        {
            Renames = ["tags=labels"],
            Populate = "INSERT INTO tags (\"Id\", name) VALUES (1, 'a'), (3, 'own')",
            Kept = "SELECT \"Id\", name FROM tags ORDER BY 1",
            Afterwards = ("SELECT name FROM labels UNION ALL SELECT name FROM tags ORDER BY 1", "a\nnew\nown"),
        },
        new(
            "A column is renamed, and all that stands on it follows",
            model => Order(model, "orders", "total"),
            model => Order(model, "orders", "Größe in €"))
        {
            Renames = ["orders.total=Größe in €"],
            Populate = "INSERT INTO orders (total, twin_id) VALUES (5, NULL), (7, 1)",
            Kept = "SELECT \"Id\", total, twin_id FROM orders ORDER BY 1",
            Afterwards = ("SELECT sum(\"Größe in €\") FROM orders", "12"),
            Detected = ["renamed column 'orders.total' to 'Größe in €'"],
        },
        new(
            "A table and its column are renamed at once",
            model => Order(model, "orders", "total"),
            model => Order(model, "purchases", "amount"))
        {
            Renames = ["orders=purchases", "orders.total=amount"],
            Populate = "INSERT INTO orders (total, twin_id) VALUES (5, NULL), (7, 1)",
            Kept = "SELECT \"Id\", total, twin_id FROM orders ORDER BY 1",
            Afterwards = ("SELECT sum(amount) FROM purchases", "12"),
        },
        new(
            "A renamed column is widened and made optional, too",
            model => model.Map("t", t => t.Property<int>("a")),
            model => model.Map("t", t => t.Property<long?>("b")))
        {
            Renames = ["t.a=b"],
            Populate = "INSERT INTO t (a) VALUES (1), (2)",
            Kept = "SELECT \"Id\", a FROM t ORDER BY 1",
            Afterwards = ("SELECT sum(b) FROM t", "3"),
        },
        new(
            "The model says itself what was renamed",
            model => model.Map("t", t => t.Property<int>("a")),
            model => model.Map("u", u =>
            {
                u.RenamedFrom("t");
                u.Property<int>("b").RenamedFrom("a");
            }))
        {
            Populate = "INSERT INTO t (a) VALUES (1), (2)",
            Kept = "SELECT \"Id\", a FROM t ORDER BY 1",
            Afterwards = ("SELECT sum(b) FROM u", "3"),
        },
        new(
            "The model renames a column, not the table whose name is the column's path",
            model =>
            {
                model.Map("t", t => t.Property<int>("x"));
                model.Map("t.x", t => t.Property<int>("n"));
            },
            model =>
            {
                model.Map("t", t => t.Property<int>("y").RenamedFrom("x"));
                model.Map("t.x", t => t.Property<int>("n"));
            })
        {
            Populate = "INSERT INTO t (x) VALUES (1), (2)",
            Kept = "SELECT \"Id\", x FROM t ORDER BY 1",
            Afterwards = ("SELECT sum(y) FROM t", "3"),
            Detected = ["renamed column 't.x' to 'y'"],
        },
        new(
            "What the model says of an old name that is not there means nothing",
            model => model.Map("u", u => u.Property<int>("b").RenamedFrom("long ago")),
            model => model.Map("u", u =>
            {
                u.RenamedFrom("nowhere");
                u.Property<int>("b").RenamedFrom("Id");
            }))
        {
            Detected = [],
        },
        new(
            "Columns exchange their names, with all that stands on them",
            model => Crossed(model, "one", "two"),
            model => Crossed(model, "two", "one"))
        {
            Renames = ["t.one=two", "t.two=one"],
            Populate = "INSERT INTO t (one, two) VALUES (1, 'x'), (2, 'y')",
            Kept = "SELECT one, two FROM t ORDER BY 1",
            Afterwards = ("SELECT two, one FROM t ORDER BY 1", "1|x\n2|y"),
        },
        new("Tables hand their names on", model => HandedOn(model, ["a", "b"]), model => HandedOn(model, ["b", "c"]))
        {
            Renames = ["a=b", "b=c"],
            Populate = "INSERT INTO a (n) VALUES (1); INSERT INTO b (n) VALUES (2)",
            Kept = "SELECT a.n, b.n FROM a, b",
            Afterwards = ("SELECT b.n, c.n FROM b, c", "1|2"),
        },
        new(
            "A label is renamed, and the rows keep it",
            model => Moody(model, ["sad", "it's so-so", "ok"], "it's so-so".Replace("'", "''")),
            model => Moody(model, ["sad", "mixed", "ok"], "mixed"))
        {
            Databases = ScenarioDatabases.PostgreSql,
            Renames = ["Mo\"od.it's so-so=mixed"],
            Populate = "INSERT INTO t (mood) VALUES (DEFAULT), ('sad')",
            Kept = "SELECT \"Id\", mood FROM t ORDER BY 1",
            Afterwards = ("SELECT count(*) FROM t WHERE mood = 'mixed'", "1"),
        },
        new(
            "A label is renamed, another one comes and one goes",
            model => Moody(model, ["sad", "so-so", "ok"], "so-so"),
            model => Moody(model, ["best", "mixed", "ok"], initial: null))
        {
            Databases = ScenarioDatabases.PostgreSql,
            Renames = ["Mo\"od.so-so=mixed"],
            Populate = "INSERT INTO t (mood) VALUES (DEFAULT), ('ok')",
            Kept = "SELECT \"Id\", mood FROM t ORDER BY 1",
            Afterwards = ("SELECT count(*) FROM t WHERE mood = 'mixed'", "1"),
        },
        new("The model says that a sequence and a label had other names", model =>
        {
            Numbered(model, "numbers");
            Moody(model, ["happy", "so.so"], initial: null);
        }, model =>
        {
            Numbered(model, "Other Numbers");
            model.HasSequence<int>("Other Numbers").RenamedFrom("numbers");
            Moody(model, ["happy", "mix=ed"], initial: null);
            model.LabelRenamedFrom("Mo\"od", "mix=ed", "so.so");
            model.LabelRenamedFrom("Mo\"od", "happy", "long ago");
        })
        {
            Databases = ScenarioDatabases.PostgreSql,
            Populate = "INSERT INTO t (mood) VALUES ('so.so'), ('happy')",
            Kept = "SELECT \"Id\", number, mood::text FROM t ORDER BY 1",
            Detected =
            [
                "changed default of column 't.number': nextval('numbers'::regclass) -> nextval('\"Other Numbers\"')",
                "changed labels of enum type 'Mo\"od': renamed 'so.so' to 'mix=ed'",
                "renamed sequence 'numbers' to 'Other Numbers'",
            ],
        },
        new(
            "A sequence is renamed, and goes on where it was",
            model => Numbered(model, "numbers"),
            model => Numbered(model, "Other Numbers"))
        {
            Databases = ScenarioDatabases.PostgreSql,
            Renames = ["numbers=Other Numbers"],
            Populate = "INSERT INTO t DEFAULT VALUES; INSERT INTO t DEFAULT VALUES",
            Kept = "SELECT \"Id\", number FROM t ORDER BY 1",
            Afterwards = ("SELECT nextval('\"Other Numbers\"')", "11"),
        },
        new("The model gives other names to what a revision named", model => Named(model, "one"), model => Named(model, "Two \"2\""))
        {
            Populate = "INSERT INTO orders (total, twin_id) VALUES (5, NULL), (7, 1)",
            Kept = "SELECT \"Id\", total, twin_id FROM orders ORDER BY 1",
            DetectedOn = database => database == ScenarioDatabases.PostgreSql
                ?
                [
                    "renamed primary key 'PK one' on 'orders' to 'PK Two \"2\"'",
                    "renamed unique constraint 'AK one' on 'orders' to 'AK Two \"2\"'",
                    "renamed check constraint 'CK one' on 'orders' to 'CK Two \"2\"'",
                    "renamed index 'IX one' on 'orders' to 'IX Two \"2\"'",
                    "renamed foreign key 'FK one' on 'orders' to 'FK Two \"2\"'",
                ]
                : ["renamed index 'IX one' on 'orders' to 'IX Two \"2\"'"],
        },
    ];

    private static void Crossed(ModelBuilder model, string number, string text) => model.Map("t", table =>
    {
        table.Property<int>("number").HasColumnName(number);
        table.Property<string>("text").HasColumnName(text).HasMaxLength(9);
        table.HasIndex("number").IsUnique();
        table.HasIndex("text", "number").HasFilter($"\"{number}\" > 0");
        table.ToTable("t", mapped => mapped.HasCheckConstraint("positive", $"\"{number}\" > 0 AND \"{text}\" <> ''"));
    });

    private static void HandedOn(ModelBuilder model, string[] tables)
    {
        for (var i = 0; i < tables.Length; i++)
        {
            var place = i;
            model.SharedTypeEntity<Dictionary<string, object>>($"entity {i}", table =>
            {
                table.ToTable(tables[place]);
                table.Property<int>("Id");
                table.HasKey("Id");
                table.Property<int>("n");
                table.HasIndex("n");
                table.Property<int?>("other");
                if (place == 1)
                    table.HasOne("entity 0", null).WithMany().HasForeignKey("other");
            });
        }
    }

    private static void Moody(ModelBuilder model, string[] labels, string? initial) => model.Map("t", t =>
    {
        model.HasPostgresEnum("Mo\"od", labels);
        var mood = t.Property<string>("mood").HasColumnType("\"Mo\"\"od\"");
        if (initial is not null)
            mood.HasDefaultValueSql($"'{initial}'");
    });

    private static void Numbered(ModelBuilder model, string sequence)
    {
        model.HasSequence<int>(sequence).IncrementsBy(5);
        model.Map("t", t => t.Property<int>("number").HasDefaultValueSql($"nextval('\"{sequence}\"')"));
    }

    private static void Named(ModelBuilder model, string name) => model.Map("orders", order =>
    {
        order.ToTable("orders", mapped => mapped.HasCheckConstraint($"CK {name}", "total > 0"));
        order.Property<int>("total");
        order.Property<int?>("twin_id");
        order.HasOne("orders", null).WithMany().HasForeignKey("twin_id").HasConstraintName($"FK {name}");
        order.HasKey("Id").HasName($"PK {name}");
        order.HasAlternateKey("total").HasName($"AK {name}");
        order.HasIndex("twin_id").HasDatabaseName($"IX {name}");
    });

    private static void Order(ModelBuilder model, string table, string column) => model.Map("orders", order =>
    {
        order.ToTable(table, mapped => mapped.HasCheckConstraint("positive", $"\"{column}\" > 0"));
        order.Property<int>(column).HasDefaultValue(3);
        order.Property<int?>("twin_id");
        order.HasOne("orders", null).WithMany().HasForeignKey("twin_id").HasConstraintName("FK_twin");
        order.HasIndex("twin_id").HasDatabaseName("IX_twin");
        order.HasKey("Id").HasName("PK_order");
        order.HasIndex(column).IsUnique().HasDatabaseName("IX_order").HasFilter($"\"{column}\" > 1");
        order.Property<int>("twice").HasComputedColumnSql($"\"{column}\" * 2", stored: true);
    });
}
