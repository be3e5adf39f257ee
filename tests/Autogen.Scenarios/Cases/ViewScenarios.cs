using Autogen.Scenarios.Running;
using Microsoft.EntityFrameworkCore;
using static Autogen.Scenarios.Cases.Making;

namespace Autogen.Scenarios.Cases;

/// <summary>What the model reads but does not own: views, queries, functions, tables of others.</summary>
internal static class ViewScenarios
{
    public static IEnumerable<Scenario> All { get; } =
    [
        Beside("A view is mapped, and never made", model => model.SharedTypeEntity<Dictionary<string, object>>("v", view =>
        {
            view.ToView("Vïew").HasNoKey();
            view.Property<string>("a");
        })),
        Beside("A query is mapped, and never made", model => model.SharedTypeEntity<Dictionary<string, object>>("q", query =>
        {
            query.ToSqlQuery("SELECT 1 AS a").HasNoKey();
            query.Property<int>("a");
        })),
        Beside("A function is mapped, and never made", model => model.Entity<Thing>().ToFunction("things").HasNoKey()),
        Beside(
            "A table of others is left out",
            model => model.Map("others", table => table.ToTable("others", mapped => mapped.ExcludeFromMigrations()))),
        new("A foreign key leads to a table of others", model => model.Map("items", _ => { }), model =>
        {
            model.Map("others", table => table.ToTable("others", mapped => mapped.ExcludeFromMigrations()));
            model.Map("items", table =>
            {
                table.Property<int?>("other");
                table.HasOne("others", null).WithMany().HasForeignKey("other");
            });
        })
        {
            Prepare = "CREATE TABLE others (\"Id\" integer PRIMARY KEY); INSERT INTO others VALUES (1)",
            Populate = "INSERT INTO items DEFAULT VALUES",
            Kept = "SELECT \"Id\" FROM items",
        },
        new("A table without a key comes", _ => { }, model => model.SharedTypeEntity<Dictionary<string, object>>("k", table =>
        {
            table.ToTable("K \"k\"").HasNoKey();
            table.Property<string>("a");
            table.Property<int>("n");
            table.HasIndex("a").IsUnique();
        })),
        new(
            "A view of others stands on a table that changes",
            model => model.Map("items", item => item.Property<int>("n")),
            model => model.Map("items", item =>
            {
                item.Property<int>("n");
                item.Property<string>("new");
            }))
        {
            Populate = "INSERT INTO items (n) VALUES (1); CREATE VIEW v AS SELECT n FROM items",
            Kept = "SELECT n FROM v",
        },
        new(
            "A table becomes a view",
            model => model.Map("items", item => item.Property<int>("n")),
            model => model.SharedTypeEntity<Dictionary<string, object>>("items", item =>
            {
                item.ToView("items v").HasNoKey();
                item.Property<int>("n");
            })),
    ];

    private static Scenario Beside(string name, Action<ModelBuilder> more) => new(name, model => model.Map("items", _ => { }), model =>
    {
        model.Map("items", _ => { });
        more(model);
    })
    {
        Detected = [],
    };

    internal sealed class Thing
    {
        public int A { get; set; }
    }
}
