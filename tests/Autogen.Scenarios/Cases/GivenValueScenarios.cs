using Autogen.Scenarios.Running;
using Microsoft.EntityFrameworkCore;
using static Autogen.Scenarios.Cases.Making;
using Entity = Microsoft.EntityFrameworkCore.Metadata.Builders.EntityTypeBuilder<System.Collections.Generic.Dictionary<string, object>>;

namespace Autogen.Scenarios.Cases;

// case D10

/// <summary>Values that a person gives existing rows, and columns whose rows must differ, or refer to others.</summary>
internal static class GivenValueScenarios
{
    private const string Rows = "INSERT INTO items (a, n) VALUES ('x', 1), ('y', 2)";

    public static IEnumerable<Scenario> All { get; } =
    [
        Given("a literal", item => item.Property<int>("p"), ["items.p=-7"], "SELECT p FROM items ORDER BY \"Id\"", "-7\n-7"),
        Given(
            "an expression over other columns",
            item => item.Property<string>("p\" =.q").IsRequired(),
            ["items.p\" =.q=a || '=' || a"],
            "SELECT \"p\"\" =.q\" FROM items ORDER BY \"Id\"",
            "x=x\ny=y"),
        Given(
            "a value for a column that may be empty",
            item => item.Property<string>("p"),
            ["items.p='it''s'"],
            "SELECT p FROM items",
            "it's\nit's"),
        Given(
            "another value than the default of new rows",
            item => item.Property<int>("p").HasDefaultValue(5),
            ["items.p=n + 1"],
            "SELECT p FROM items ORDER BY \"Id\"",
            "2\n3"),
        Given(
            "what the model says",
            item => item.Property<int>("p").Backfill("n * 10"),
            [],
            "SELECT p FROM items ORDER BY \"Id\"",
            "10\n20"),
        new(
            "Rows get a value from a column that is dropped",
            model => model.Map("people", one => one.Property<string>("Full name")),
            model => model.Map("people", one => one.Property<string>("First").IsRequired()))
        {
            Populate = "INSERT INTO people (\"Full name\") VALUES ('Ann'), (NULL)",
            Backfills = ["people.First=coalesce(\"Full name\", '?')"],

            // The downgrade can't give the dropped values back, so the second upgrade finds none.
            AfterwardsDo = "UPDATE people SET \"First\" = \"First\"",
            Afterwards = ("SELECT \"First\" FROM people ORDER BY \"Id\"", "Ann\n?"),
        },
        new(
            "Rows refer to a parent that is given",
            model => Family(model, _ => { }),
            model => Family(model, child => Refer(child, isRequired: true)))
        {
            Populate = "INSERT INTO \"Pärents\" (name) VALUES ('a'), ('b'); INSERT INTO children (name) VALUES ('c'), ('d')",
            Kept = "SELECT \"Id\", name FROM children ORDER BY 1",
            Backfills = ["children.ParentId=(SELECT max(\"Id\") FROM \"Pärents\")"],
            Afterwards = ("SELECT \"ParentId\" FROM children", "2\n2"),
        },
        new(
            "Rows without a parent get one that is given",
            model => Family(model, child => Refer(child, isRequired: false)),
            model => Family(model, child => Refer(child, isRequired: true)))
        {
            Populate =
                "INSERT INTO \"Pärents\" (name) VALUES ('a'), ('b'); "
                    + "INSERT INTO children (name, \"ParentId\") VALUES ('c', 2), ('d', NULL)",
            Kept = "SELECT \"Id\", name FROM children ORDER BY 1",
            Backfills = ["children.ParentId=1"],
            Afterwards = ("SELECT \"ParentId\" FROM children ORDER BY \"Id\"", "2\n1"),
        },
        new(
            "A required reference is dropped, and given again by the downgrade",
            model => Family(model, child => Refer(child, isRequired: true)),
            model => Family(model, _ => { }))
        {
            Populate = "INSERT INTO \"Pärents\" (name) VALUES ('a'); INSERT INTO children (name, \"ParentId\") VALUES ('c', 1)",
            Kept = "SELECT \"Id\", name, \"ParentId\" FROM children ORDER BY 1",
            Backfills = ["children.ParentId=1"],
        },
        new(
            "Rows refer to themselves",
            model => model.Map("nodes", node => node.Property<string>("name")),
            model => model.Map("nodes", node =>
            {
                node.Property<string>("name");
                node.Property<int>("ParentId");
                node.HasOne("nodes").WithMany().HasForeignKey("ParentId");
            }))
        {
            Populate = "INSERT INTO nodes (name) VALUES ('a'), ('b')",
            Kept = "SELECT \"Id\", name FROM nodes ORDER BY 1",
            Backfills = ["nodes.ParentId=\"Id\""],
        },
        new(
            "The model's own rows get the parents that the model gives them",
            model => Family(model, child => child.HasData(Row(("Id", 1), ("name", "c")), Row(("Id", 2), ("name", "d")))),
            model =>
            {
                Family(model, child =>
                {
                    Refer(child, isRequired: true);
                    child.HasData(
                        Row(("Id", 1), ("name", "c"), ("ParentId", 5)), Row(("Id", 2), ("name", "d"), ("ParentId", 6)));
                });
                model.SharedTypeEntity<Dictionary<string, object>>(
                    "Pärents", parent => parent.HasData(Row(("Id", 5), ("name", "p")), Row(("Id", 6), ("name", "q"))));
            })
        {
            Kept = "SELECT \"Id\", name FROM children ORDER BY 1",
            Afterwards = ("SELECT \"ParentId\" FROM children ORDER BY \"Id\"", "5\n6"),
        },
        new(
            "Rows get different values beneath a unique index",
            model => model.Map("items", item => item.Property<string>("a")),
            model => model.Map("items", item =>
            {
                item.Property<string>("a");
                item.Property<Guid>("Public id");
                item.HasIndex("Public id").IsUnique();
            }))
        {
            Populate = "INSERT INTO items (a) VALUES ('x'), ('y'), ('z')",
            Kept = "SELECT \"Id\", a FROM items ORDER BY 1",
            Afterwards = ("SELECT count(DISTINCT \"Public id\") FROM items", "3"),
        },
        new(
            "Rows get different values for an alternate key",
            model => model.Map("items", item => item.Property<string>("a")),
            model => model.Map("items", item =>
            {
                item.Property<string>("a");
                item.Property<OrderKey>("Key").HasConversion(key => key.Value, value => new OrderKey(value));
                item.HasAlternateKey("Key");
            }))
        {
            Populate = "INSERT INTO items (a) VALUES ('x'), ('y')",
            Kept = "SELECT \"Id\", a FROM items ORDER BY 1",
            Afterwards = ("SELECT count(DISTINCT \"Key\") FROM items", "2"),
        },
    ];

    private static Scenario Given(string what, Action<Entity> target, string[] backfills, string query, string expected)
        => Items($"Rows are given {what}", _ => { }, target) with
        {
            Populate = Rows,
            Backfills = backfills,
            Afterwards = (query, expected),
        };

    private static void Family(ModelBuilder model, Action<Entity> child)
    {
        model.Map("Pärents", parent => parent.Property<string>("name"));
        model.Map("children", one =>
        {
            one.Property<string>("name");
            child(one);
        });
    }

    private static void Refer(Entity child, bool isRequired)
    {
        child.Property(isRequired ? typeof(int) : typeof(int?), "ParentId");
        child.HasOne("Pärents").WithMany().HasForeignKey("ParentId").IsRequired(isRequired);
    }

    private readonly record struct OrderKey(Guid Value);
}
