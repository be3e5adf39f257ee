using Autogen.Scenarios.Running;
using Microsoft.EntityFrameworkCore;

namespace Autogen.Scenarios.Cases;

/// <summary>Keys, constraints and indexes, on a table with rows.</summary>
internal static class ConstraintScenarios
{
    private const string Populate = "INSERT INTO items (code, amount) VALUES ('a', 1), ('b', 2)";
    private const string Kept = "SELECT \"Id\", code, amount FROM items ORDER BY 1";

    public static IEnumerable<Scenario> All { get; } =
    [
        Change("A check is added", _ => { }, item => item.ToTable(table => table.HasCheckConstraint("ck", "amount > 0"))),
        Change(
            "A check is changed",
            item => item.ToTable(table => table.HasCheckConstraint("ck", "amount > 0")),
            item => item.ToTable(table => table.HasCheckConstraint("ck", "amount >= 0 AND code IN ('a', 'b', 'c')"))),
        Change("A check is removed", item => item.ToTable(table => table.HasCheckConstraint("ck", "code <> ''")), _ => { }),
        Change("A unique constraint is added", _ => { }, item => item.HasAlternateKey("code").HasName("uq_code")),
        Change("A unique constraint is removed", item => item.HasAlternateKey("code").HasName("uq_code"), _ => { }),
        Change("An index is added", _ => { }, item => item.HasIndex("amount")),
        Change("An index becomes unique", item => item.HasIndex("amount"), item => item.HasIndex("amount").IsUnique()),
        Change(
            "An index becomes descending",
            item => item.HasIndex("amount", "code"),
            item => item.HasIndex("amount", "code").IsDescending(true, false)),
        Change("An index gets a filter", item => item.HasIndex("amount"), item => item.HasIndex("amount").HasFilter("amount > 1")),
        Change(
            "An index's filter changes",
            item => item.HasIndex("amount").HasFilter("amount > 1"),
            item => item.HasIndex("amount").HasFilter("amount > 2 OR code IS NOT NULL")),
        Change("An index is removed", item => item.HasIndex("amount"), _ => { }),
        Change(
            "The primary key moves to another column",
            _ => { },
            item =>
            {
                item.Property<int>("Id").ValueGeneratedNever();
                item.HasKey("code").HasName("pk_items_code");
            }),
        new(
            "A foreign key's action changes",
            model => ParentAndChild(model, DeleteBehavior.Cascade),
            model => ParentAndChild(model, DeleteBehavior.SetNull))
        {
            Populate = "INSERT INTO parents (name) VALUES ('p'); INSERT INTO children (parent_id) VALUES (1), (1)",
            Kept = "SELECT \"Id\", parent_id FROM children ORDER BY 1",
        },
        new(
            "A foreign key is removed",
            model => ParentAndChild(model, DeleteBehavior.Cascade),
            model =>
            {
                model.Map("parents", parent => parent.Property<string>("name"));
                model.Map("children", child => child.Property<int?>("parent_id"));
            })
        {
            Populate = "INSERT INTO parents (name) VALUES ('p'); INSERT INTO children (parent_id) VALUES (1), (1)",
            Kept = "SELECT \"Id\", parent_id FROM children ORDER BY 1",
        },
        new(
            "A parent with cascading children is altered and keeps them",
            model => ParentAndChild(model, DeleteBehavior.Cascade),
            model =>
            {
                ParentAndChild(model, DeleteBehavior.Cascade);
                model.Map("parents", parent => parent.Property<string>("name").IsRequired().HasDefaultValue("none"));
            })
        {
            Populate = "INSERT INTO parents (name) VALUES ('p'); INSERT INTO children (parent_id) VALUES (1), (1)",
            Kept = "SELECT \"Id\", parent_id FROM children ORDER BY 1",
            Afterwards = ("SELECT count(*) FROM children", "2"),
        },
    ];

    private static void ParentAndChild(ModelBuilder model, DeleteBehavior behavior)
    {
        model.Map("parents", parent => parent.Property<string>("name"));
        model.Map("children", child =>
        {
            child.Property<int?>("parent_id");
            child.HasOne("parents", null).WithMany().HasForeignKey("parent_id").OnDelete(behavior);
        });
    }

    private static Scenario Change(
        string name,
        Action<Microsoft.EntityFrameworkCore.Metadata.Builders.EntityTypeBuilder<Dictionary<string, object>>> current,
        Action<Microsoft.EntityFrameworkCore.Metadata.Builders.EntityTypeBuilder<Dictionary<string, object>>> target)
        => new(name, model => Items(model, current), model => Items(model, target)) { Populate = Populate, Kept = Kept };

    private static void Items(
        ModelBuilder model, Action<Microsoft.EntityFrameworkCore.Metadata.Builders.EntityTypeBuilder<Dictionary<string, object>>> build)
        => model.Map("items", item =>
        {
            item.Property<string>("code").HasColumnType("varchar(10)").IsRequired();
            item.Property<int>("amount");
            build(item);
        });
}
