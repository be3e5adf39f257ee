using Autogen.Scenarios.Running;
using Microsoft.EntityFrameworkCore;
using static Autogen.Scenarios.Cases.Making;

namespace Autogen.Scenarios.Cases;

/// <summary>Foreign keys: actions, columns, cycles, schemas.</summary>
internal static class ForeignKeyScenarios
{
    public static IEnumerable<Scenario> All { get; } =
    [
        .. from current in new[] { DeleteBehavior.Cascade, DeleteBehavior.SetNull, DeleteBehavior.Restrict, DeleteBehavior.NoAction }
           from target in new[] { DeleteBehavior.Cascade, DeleteBehavior.SetNull, DeleteBehavior.Restrict, DeleteBehavior.NoAction }
           where current < target
           select Children(
               $"A foreign key's action changes from {current} to {target}", model => Child(model, current), model => Child(model, target)),
        Children(
            "A foreign key becomes required",
            model => Child(model, DeleteBehavior.Cascade),
            model => Child(model, DeleteBehavior.Cascade, required: true)),
        Children(
            "A foreign key becomes optional",
            model => Child(model, DeleteBehavior.Cascade, required: true),
            model => Child(model, DeleteBehavior.SetNull)),
        Children(
            "A foreign key's name changes",
            model => Child(model, DeleteBehavior.Cascade),
            model => Child(model, DeleteBehavior.Cascade, name: "FK \"it's\"")),
        Children("A required foreign key is new on a table without rows", model =>
        {
            model.Map("Pärents", _ => { });
            model.Map("children", child => child.Property<int?>("parent"));
            model.Map("empty", _ => { });
        }, model =>
        {
            Child(model, DeleteBehavior.Cascade);
            model.Map("empty", table =>
            {
                table.Property<int>("parent");
                table.HasOne("Pärents", null).WithMany().HasForeignKey("parent");
            });
        }),
        new(
            "Keys go with the tables that refer to them",
            model => Referred(model, isReferred: true),
            model => Referred(model, isReferred: false))
        {
            Populate =
                "INSERT INTO \"Pärents\" (\"Id\", code) VALUES (1, 7); INSERT INTO \"A child\" (parent) VALUES (1); "
                    + "INSERT INTO \"Z child\" (code) VALUES (7)",
            Kept = "SELECT \"Id\", code FROM \"Pärents\"",
        },
        new(
            "A foreign key that restricts is recreated where the model takes no action",
            model => Timed<TimeOnly>(model, DeleteBehavior.Restrict),
            model => Timed<string>(model, DeleteBehavior.NoAction))
        {
            Populate = "INSERT INTO p (at) VALUES ('01:02:03'); INSERT INTO c (at) VALUES ('01:02:03')",
            Kept = "SELECT at FROM c",
            Databases = ScenarioDatabases.PostgreSql,
        },
        new("A foreign key leads to itself and is required", model => model.Map("nodes", _ => { }), model => model.Map("nodes", node =>
        {
            node.Property<int?>("up");
            node.Property<int?>("Röot");
            node.HasOne("nodes", null).WithMany().HasForeignKey("up").OnDelete(DeleteBehavior.Cascade);
            node.HasOne("nodes", null).WithMany().HasForeignKey("Röot").OnDelete(DeleteBehavior.SetNull);
        }))
        {
            Populate = "INSERT INTO nodes DEFAULT VALUES",
            Kept = "SELECT \"Id\" FROM nodes",
        },
        new("A circle of three tables goes", model => Circle(model, "a", "b", "c"), model => model.Map("a", _ => { }))
        {
            Populate =
                "INSERT INTO a (\"Id\") VALUES (1); INSERT INTO c (\"Id\", other) VALUES (1, 1); "
                    + "INSERT INTO b (\"Id\", other) VALUES (1, 1); UPDATE a SET other = 1",
            Kept = "SELECT \"Id\" FROM a",
        },
        new("A circle turns round", model => Circle(model, "a", "b", "c"), model => Circle(model, "c", "b", "a"))
        {
            Populate =
                "INSERT INTO a (\"Id\") VALUES (1); INSERT INTO c (\"Id\", other) VALUES (1, 1); "
                    + "INSERT INTO b (\"Id\", other) VALUES (1, 1); UPDATE a SET other = 1",
            Kept = "SELECT a.other, b.other, c.other FROM a, b, c",
        },
        new(
            "A composite foreign key is widened with its key",
            model => Composite(model, wide: false),
            model => Composite(model, wide: true))
        {
            Populate = "INSERT INTO p (x, \"Ÿ\", z) VALUES (1, 2, 3); INSERT INTO c (x, y, z) VALUES (1, 2, 3)",
            Kept = "SELECT x, y, z FROM c",
        },
        new("A foreign key leads to another schema", model => Schemas(model, "One", "One"), model => Schemas(model, "One", "Two ß"))
        {
            Renames = ["One.p=Two ß.p"],
            Populate = "INSERT INTO \"One\".p DEFAULT VALUES; INSERT INTO \"One\".c (parent) VALUES (1)",
            Databases = ScenarioDatabases.PostgreSql,
        },
        new(
            "A foreign key's principal moves to the default schema",
            model => Schemas(model, "One", "One"),
            model => Schemas(model, "One", null))
        {
            Renames = ["One.p=p"],
            Populate = "INSERT INTO \"One\".p DEFAULT VALUES; INSERT INTO \"One\".c (parent) VALUES (1)",
            Databases = ScenarioDatabases.PostgreSql,
        },
        new("Two foreign keys of one column", model => model.Map("p", _ => { }), model =>
        {
            model.Map("p", _ => { });
            model.Map("q", _ => { });
            model.Map("c", child =>
            {
                child.Property<int>("other");
                child.HasOne("p", null).WithMany().HasForeignKey("other");
                child.HasOne("q", null).WithMany().HasForeignKey("other");
            });
        }),
        new("A one-to-one becomes a one-to-many", model => OneToOne(model, unique: true), model => OneToOne(model, unique: false))
        {
            Populate = "INSERT INTO p DEFAULT VALUES; INSERT INTO c (parent) VALUES (1)",
            Kept = "SELECT parent FROM c",
        },
    ];

    private static Scenario Children(string name, Action<ModelBuilder> current, Action<ModelBuilder> target) => new(name, current, target)
    {
        Populate = "INSERT INTO \"Pärents\" DEFAULT VALUES; INSERT INTO children (parent) VALUES (1), (1)",
        Kept = "SELECT \"Id\", parent FROM children ORDER BY 1",
    };

    private static void Child(ModelBuilder model, DeleteBehavior behavior, bool required = false, string? name = null)
    {
        model.Map("Pärents", _ => { });
        model.Map("children", child =>
        {
            child.Property(required ? typeof(int) : typeof(int?), "parent");
            var key = child.HasOne("Pärents", null).WithMany().HasForeignKey("parent").OnDelete(behavior);
            if (name is not null)
                key.HasConstraintName(name);
        });
    }

    private static void Referred(ModelBuilder model, bool isReferred)
    {
        model.Map("Pärents", parent =>
        {
            parent.Property<int>("Id").ValueGeneratedNever();
            parent.Property<int>("code");
            if (isReferred)
                parent.HasAlternateKey("code");
            else
                parent.HasKey("code");
        });
        if (!isReferred)
            return;
        model.Map("A child", child =>
        {
            child.Property<int>("parent");
            child.HasOne("Pärents", null).WithMany().HasForeignKey("parent");
        });
        model.Map("Z child", child =>
        {
            child.Property<int>("code");
            child.HasOne("Pärents", null).WithMany().HasForeignKey("code").HasPrincipalKey("code");
        });
    }

    private static void Timed<T>(ModelBuilder model, DeleteBehavior behavior)
    {
        model.SharedTypeEntity<Dictionary<string, object>>("p", table =>
        {
            table.ToTable("p");
            table.Property<T>("at");
            table.HasKey("at");
        });
        model.Map("c", table =>
        {
            table.Property<T>("at");
            table.HasOne("p", null).WithMany().HasForeignKey("at").OnDelete(behavior);
        });
    }

    private static void Circle(ModelBuilder model, params string[] names)
    {
        for (var i = 0; i < names.Length; i++)
        {
            var next = names[(i + 1) % names.Length];
            model.Map(names[i], table =>
            {
                table.Property<int?>("other");
                table.HasOne(next, null).WithMany().HasForeignKey("other").OnDelete(DeleteBehavior.NoAction);
            });
        }
    }

    private static void Composite(ModelBuilder model, bool wide)
    {
        string[] principal = wide ? ["x", "Ÿ", "z"] : ["x", "Ÿ"];
        string[] dependent = wide ? ["x", "y", "z"] : ["x", "y"];
        model.SharedTypeEntity<Dictionary<string, object>>("p", table =>
        {
            table.ToTable("p");
            foreach (var column in new[] { "x", "Ÿ", "z" })
                table.Property<int>(column);
            table.HasKey(principal);
        });
        model.Map("c", table =>
        {
            foreach (var column in new[] { "x", "y", "z" })
                table.Property<int>(column);
            table.HasOne("p", null).WithMany().HasForeignKey(dependent).HasPrincipalKey(principal);
        });
    }

    private static void Schemas(ModelBuilder model, string dependent, string? principal)
    {
        model.Map("p", table => table.ToTable("p", principal));
        model.Map("c", table =>
        {
            table.ToTable("c", dependent);
            table.Property<int>("parent");
            table.HasOne("p", null).WithMany().HasForeignKey("parent");
        });
    }

    private static void OneToOne(ModelBuilder model, bool unique)
    {
        model.Map("p", _ => { });
        model.Map("c", child =>
        {
            child.Property<int>("parent");
            if (unique)
                child.HasOne("p", null).WithOne().HasForeignKey("c", "parent");
            else
                child.HasOne("p", null).WithMany().HasForeignKey("parent");
        });
    }
}
