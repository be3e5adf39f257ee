using Autogen.Scenarios.Running;
using Microsoft.EntityFrameworkCore;

namespace Autogen.Scenarios.Cases;

/// <summary>Tables.</summary>
internal static class TableScenarios
{
    public static IEnumerable<Scenario> All { get; } =
    [
        new(
            "A table is added with a foreign key to one that is there",
            model => model.Map("customers", customer => customer.Property<string>("name")),
            model =>
            {
                model.Map("customers", customer => customer.Property<string>("name"));
                model.Map("orders", order =>
                {
                    order.Property<int>("customer_id");
                    order.HasOne("customers", null).WithMany().HasForeignKey("customer_id");
                });
            })
        {
            Populate = "INSERT INTO customers (name) VALUES ('a'), ('b')",
            Kept = "SELECT \"Id\", name FROM customers ORDER BY 1",
            Detected = ["added table 'orders'"],
        },
        new(
            "A table that others refer to is removed with what refers to it",
            model =>
            {
                model.Map("customers", customer => customer.Property<string>("name"));
                model.Map("orders", order =>
                {
                    order.Property<int?>("customer_id");
                    order.HasOne("customers", null).WithMany().HasForeignKey("customer_id");
                });
            },
            model => model.Map("orders", _ => { }))
        {
            Populate = "INSERT INTO customers (name) VALUES ('a'); INSERT INTO orders (customer_id) VALUES (1), (NULL)",
            Afterwards = ("SELECT count(*) FROM orders", "2"),
        },
        new(
            "Two tables that refer to each other are added",
            _ => { },
            model =>
            {
                model.Map("a", a =>
                {
                    a.Property<int?>("b_id");
                    a.HasOne("b", null).WithMany().HasForeignKey("b_id").OnDelete(DeleteBehavior.Restrict);
                });
                model.Map("b", b =>
                {
                    b.Property<int?>("a_id");
                    b.HasOne("a", null).WithMany().HasForeignKey("a_id").OnDelete(DeleteBehavior.Restrict);
                });
            }),
        new(
            "A table refers to itself",
            _ => { },
            model => model.Map("categories", category =>
            {
                category.Property<int?>("parent_id");
                category.HasOne("categories", null).WithMany().HasForeignKey("parent_id");
            })),
        new(
            "A table has odd names",
            _ => { },
            model => model.Map("Order \"Détails\"", order =>
            {
                order.Property<string>("select").HasMaxLength(20).HasDefaultValue("it's \\ \"quoted\"");
                order.Property<int>("größe 尺寸");
                order.HasIndex(["select", "größe 尺寸"], "Ix 'odd'");
                order.ToTable(table => table.HasCheckConstraint("Ck \"odd\"", "\"größe 尺寸\" > 0 AND \"select\" <> 'it''s'"));
            })),
        new(
            "A name of 63 bytes is kept",
            _ => { },
            model => model.Map(new string('t', 63), table => table.Property<string>(new string('c', 63)))),
    ];
}
