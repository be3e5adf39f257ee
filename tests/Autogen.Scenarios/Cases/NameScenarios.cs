using Autogen.Scenarios.Running;
using Microsoft.EntityFrameworkCore;

namespace Autogen.Scenarios.Cases;

/// <summary>Names that are exchanged, handed on, taken over from what is dropped, or told apart by little.</summary>
internal static class NameScenarios
{
    private const string Long = "Ünternehmensbeteiligungsgesellschaftsverträge und ihre Anlage";

    public static IEnumerable<Scenario> All { get; } =
    [
        new("A table takes the name of an index that goes", model => model.Map("t", table =>
        {
            table.Property<int>("n");
            table.HasIndex(["n"], "numbers");
        }), model =>
        {
            model.Map("t", table => table.Property<int>("n"));
            model.Map("numbers", _ => { });
        })
        {
            Populate = "INSERT INTO t (n) VALUES (1)",
            Kept = "SELECT n FROM t",
        },
        new("An index takes the name of a table that goes", model =>
        {
            model.Map("t", table => table.Property<int>("n"));
            model.Map("numbers", _ => { });
        }, model => model.Map("t", table =>
        {
            table.Property<int>("n");
            table.HasIndex(["n"], "numbers");
        }))
        {
            Populate = "INSERT INTO t (n) VALUES (1)",
            Kept = "SELECT n FROM t",
        },
        new("An index goes to another table under its name", model => Indexed(model, "a", "b"), model => Indexed(model, "b", "a"))
        {
            Populate = "INSERT INTO a (n) VALUES (1); INSERT INTO b (n) VALUES (2)",
            Kept = "SELECT a.n, b.n FROM a, b",
        },
        new(
            "A table takes the name of a sequence that goes",
            model => model.HasSequence<int>("numbers"),
            model => model.Map("numbers", _ => { }))
        {
            Databases = ScenarioDatabases.PostgreSql
        },
        new("A table takes the name of a type that goes", model =>
        {
            model.HasPostgresEnum("moods", ["ok", "bad"]);
            model.Map("t", table => table.Property<string>("m").HasColumnType("moods"));
        }, model =>
        {
            model.Map("moods", _ => { });
            model.Map("t", table => table.Property<string>("m"));
        })
        {
            Databases = ScenarioDatabases.PostgreSql,
            Populate = "INSERT INTO t (m) VALUES ('ok')",
            Kept = "SELECT m::text FROM t",
        },
        new("A sequence takes the name that a new numbered column would have taken for its own", model => model.Map("t", _ => { }), model =>
        {
            model.HasSequence<int>("t_n_seq");
            model.Map("t", table =>
            {
                table.Property<int>("Id").ValueGeneratedNever();
                table.Property<int>("n").UseIdentityByDefaultColumn();
                table.Property<int>("m").HasDefaultValueSql("nextval('t_n_seq')");
            });
            model.HasSequence<int>("u_Id_seq");
            model.Map("u", _ => { });
        })
        {
            Databases = ScenarioDatabases.PostgreSql,
            Populate = "INSERT INTO t DEFAULT VALUES",
            Kept = "SELECT \"Id\" FROM t",
        },
        new("Columns whose names differ in case only", model => model.Map("t", table =>
        {
            table.Property<string>("name");
            table.HasIndex("name");
        }), model => model.Map("t", table =>
        {
            table.Property<string>("Name");
            table.Property<int?>("name");
            table.Property<string>("NAME").HasComputedColumnSql("upper(\"Name\")", stored: true);
            table.HasIndex("Name", "name", "NAME");
        }))
        {
            Databases = ScenarioDatabases.PostgreSql,
            Populate = "INSERT INTO t (name) VALUES ('1')",
            Kept = "SELECT name FROM t",
        },
        new("A table is renamed to the name that another table's key leaves", model =>
        {
            model.Map("a", table => table.HasKey("Id").HasName("thing"));
            model.Map("b", _ => { });
        }, model =>
        {
            model.Map("a", table => table.HasKey("Id").HasName("PK_a"));
            model.Map("thing", table => table.HasKey("Id").HasName("PK_b"));
        })
        {
            Renames = ["b=thing"],
            Populate = "INSERT INTO a DEFAULT VALUES; INSERT INTO b DEFAULT VALUES",
            Kept = "SELECT a.\"Id\", b.\"Id\" FROM a, b",
        },
        new("The case of names is no difference", model => Cased(model, "items", "name"), model => Cased(model, "Items", "Name"))
        {
            Databases = ScenarioDatabases.Sqlite,
            Detected = []
        },
        new("A table goes, and an index of another takes the name of its index", model =>
        {
            Indexed(model, "old", "a");
        }, model => model.Map("b", table =>
        {
            table.Property<int>("n");
            table.HasIndex(["n"], "numbers");
        })),
        new("A table takes the name of an index that goes with a table", model =>
        {
            Indexed(model, "old", "a");
        }, model => model.Map("numbers", table => table.Property<int>("n"))),
        new("An index is renamed, and a new one of another table takes its old name", model =>
        {
            model.Map("a", table => table.Property<int>("n"));
            model.Map("b", table =>
            {
                table.Property<int>("n");
                table.HasIndex(["n"], "numbers");
            });
        }, model =>
        {
            model.Map("a", table =>
            {
                table.Property<int>("n");
                table.HasIndex(["n"], "numbers");
            });
            model.Map("b", table =>
            {
                table.Property<int>("n");
                table.HasIndex(["n"], "others");
            });
        }),
        new("A table is renamed to the name of an index that goes", model => model.Map("t", table =>
        {
            table.Property<int>("n");
            table.HasKey("Id").HasName("PK");
            table.HasIndex(["n"], "numbers");
        }), model => model.Map("numbers", table =>
        {
            table.Property<int>("n");
            table.HasKey("Id").HasName("PK");
        }))
        {
            Renames = ["t=numbers"],
            Populate = "INSERT INTO t (n) VALUES (1)",
            Kept = "SELECT n FROM t",
        },
        new(
            "Reserved words are names, and all that stands on them changes",
            model => Reserved(model, isChanged: false),
            model => Reserved(model, isChanged: true))
        {
            Populate =
                "INSERT INTO \"user\" (\"order\", \"select\") VALUES (1, 2), (3, 4); INSERT INTO \"table\" (\"from\") VALUES (1), (2)",
            Kept = "SELECT \"Id\", \"order\", \"select\" FROM \"user\" ORDER BY 1",
        },
        new("Dots are in names", model => Dotted(model, "a.b", "x.y"), model => Dotted(model, "b.c", "y.z"))
        {
            Renames = ["a.b=b.c", "a.b.x.y=y.z"],
            Populate = "INSERT INTO \"a.b\" (\"x.y\") VALUES (1)",
            Kept = "SELECT \"x.y\" FROM \"a.b\"",
            Afterwards = ("SELECT \"y.z\" FROM \"b.c\"", "1"),
        },
        new(
            "Names of 63 bytes that are not ASCII are renamed, and recreated beneath",
            model => Lengthy(model, Long, isWide: false),
            model => Lengthy(model, Long[..^1] + "r", isWide: true))
        {
            Renames = [$"{Long}={Long[..^1] + "r"}"],
            Populate = $"INSERT INTO \"{Long}\" (\"{Long}\") VALUES (1)",
            Kept = $"SELECT \"{Long}\" FROM \"{Long}\"",
        },
    ];

    private static void Indexed(ModelBuilder model, string with, string without)
    {
        model.Map(with, table =>
        {
            table.Property<int>("n");
            table.HasIndex(["n"], "numbers").IsUnique();
        });
        model.Map(without, table => table.Property<int>("n"));
    }

    private static void Cased(ModelBuilder model, string name, string column)
    {
        model.Map(name, table =>
        {
            table.Property<string>(column);
            table.Property<string>("u").HasComputedColumnSql($"upper(\"{column}\")", stored: true);
            table.HasIndex([column], "IX").HasFilter($"\"{column}\" <> ''");
            table.HasKey("Id").HasName("PK");
        });
        model.Map("children", child =>
        {
            child.Property<int?>("parent");
            child.HasOne(name, null).WithMany().HasForeignKey("parent").HasConstraintName("FK");
        });
    }

    private static void Reserved(ModelBuilder model, bool isChanged)
    {
        model.Map("user", user =>
        {
            user.ToTable("user", mapped => mapped.HasCheckConstraint("check", isChanged ? "\"order\" < 1000" : "\"order\" < 100"));
            user.Property(isChanged ? typeof(long) : typeof(int), "order");
            user.Property<int?>("select").HasDefaultValue(isChanged ? 7 : null);
            user.Property(isChanged ? typeof(long?) : typeof(int?), "group").HasComputedColumnSql("\"order\" + \"select\"", stored: true);
            user.HasIndex(["order", "select"], "index").IsUnique(isChanged).HasFilter("\"select\" > 0");
        });
        model.Map("table", table =>
        {
            table.Property(isChanged ? typeof(int) : typeof(int?), "from");
            table.HasOne("user", null).WithMany().HasForeignKey("from").HasConstraintName("references");
        });
    }

    private static void Dotted(ModelBuilder model, string name, string column) => model.Map(name, table =>
    {
        table.Property<int>(column);
        table.HasIndex([column], "i.x");
        table.HasKey("Id").HasName("p.k");
    });

    private static void Lengthy(ModelBuilder model, string name, bool isWide) => model.Map(name, table =>
    {
        table.ToTable(name, mapped => mapped.HasCheckConstraint(Long, $"\"{Long}\" > 0"));
        table.Property(isWide ? typeof(long) : typeof(int), Long);
        table.Property(isWide ? typeof(long?) : typeof(int?), Long[..^1] + "?").HasComputedColumnSql($"\"{Long}\" * 2", stored: true);
        table.HasIndex([Long], Long[..^1] + "i").HasFilter($"\"{Long}\" > 5");
        table.HasKey("Id").HasName(Long[..^1] + "k");
    });
}
