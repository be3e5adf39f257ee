using Autogen.Scenarios.Running;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Autogen.Scenarios.Cases;

/// <summary>Columns, on a table with rows.</summary>
internal static class ColumnScenarios
{
    public static IEnumerable<Scenario> All { get; } =
    [
        Change("A nullable column is added", _ => { }, item => item.Property<string>("note"), "added column 'items.note'"),
        Change(
            "A required column is added to a table with rows",
            _ => { },
            item => item.Property<string>("note").IsRequired(),
            "added column 'items.note'"),
        Change("A required number is added", _ => { }, item => item.Property<int>("amount"), "added column 'items.amount'"),
        Change("A required date is added", _ => { }, item => item.Property<DateTime>("at"), "added column 'items.at'"),
        Change(
            "A column with a default is added",
            _ => { },
            item => item.Property<decimal>("price").HasPrecision(18, 2).HasDefaultValue(1.5m),
            "") with
        {
            Detected = null,
            DetectedOn = database => [$"added column 'items.price', default {(database == ScenarioDatabases.Sqlite ? "'1.5'" : "1.5")}"],
        },
        Change(
            "A column with a default by SQL is added",
            _ => { },
            item => item.Property<string>("stamp").HasDefaultValueSql("CURRENT_TIMESTAMP"),
            "added column 'items.stamp', default CURRENT_TIMESTAMP"),
        Change("A column is removed", item => item.Property<string>("note"), _ => { }, "removed column 'items.note'"),
        Change(
            "A column is widened",
            item => item.Property<string>("note").HasColumnType("varchar(20)"),
            item => item.Property<string>("note").HasColumnType("varchar(40)")),
        Change(
            "A column is narrowed",
            item => item.Property<string>("note").HasColumnType("varchar(40)"),
            item => item.Property<string>("note").HasColumnType("varchar(20)")),
        Change(
            "An int becomes a long",
            item => item.Property<int>("amount").HasColumnType("int"),
            item => item.Property<long>("amount").HasColumnType("bigint")),
        Change("A default is added", item => item.Property<int>("amount"), item => item.Property<int>("amount").HasDefaultValue(7)),
        Change(
            "A default is changed",
            item => item.Property<int>("amount").HasDefaultValue(7),
            item => item.Property<int>("amount").HasDefaultValue(8)),
        Change("A default is removed", item => item.Property<int>("amount").HasDefaultValue(7), item => item.Property<int>("amount")),
        Change(
            "A column becomes nullable",
            item => item.Property<string>("note").IsRequired().HasDefaultValue("x"),
            item => item.Property<string>("note").HasDefaultValue("x")),
        Change(
            "A computed column is added",
            item => item.Property<int>("amount"),
            item =>
            {
                item.Property<int>("amount");
                item.Property<int?>("double").HasComputedColumnSql("amount * 2", stored: true);
            }),
        Change(
            "A computed column's expression is changed under an index",
            item =>
            {
                item.Property<int>("amount");
                item.Property<int?>("double").HasComputedColumnSql("amount * 2", stored: true);
                item.HasIndex("double");
            },
            item =>
            {
                item.Property<int>("amount");
                item.Property<int?>("double").HasComputedColumnSql("amount * 3", stored: true);
                item.HasIndex("double");
            }),
        Change(
            "A column is removed with its index and check",
            item =>
            {
                item.Property<int>("amount");
                item.HasIndex("amount");
                item.ToTable(table => table.HasCheckConstraint("ck_amount", "amount >= 0"));
            },
            _ => { }),
        new(
            "A column is made required over NULLs",
            model => model.Map("items", item => item.Property<string>("note")),
            model => model.Map("items", item => item.Property<string>("note").IsRequired()))
        {
            Populate = "INSERT INTO items (note) VALUES ('x'), (NULL)",
            Afterwards = ("SELECT note FROM items ORDER BY \"Id\"", "x\n"),
            Detected = ["made column 'items.note' required"],
        },
        new(
            "Text becomes a number",
            model => model.Map("items", item => item.Property<string>("amount").HasColumnType("text")),
            model => model.Map("items", item => item.Property<int?>("amount").HasColumnType("integer")))
        {
            Populate = "INSERT INTO items (amount) VALUES ('12'), (NULL)",
            Kept = "SELECT amount FROM items ORDER BY \"Id\"",
        },
        Change(
            "A default becomes one with a line break",
            item => item.Property<string>("note").HasDefaultValue("a"),
            item => item.Property<string>("note").HasDefaultValue("it's\na line")),
        new(
            "A column becomes nullable and loses a default that could have been left behind",
            model => model.Map("items", item => item.Property<int>("n").HasDefaultValue(0)),
            model => model.Map("items", item => item.Property<int?>("n")))
        {
            Populate = "INSERT INTO items (n) VALUES (1), (2)",
            Kept = "SELECT \"Id\", n FROM items ORDER BY 1",
        },
        new(
            "A computed column becomes a required one",
            model => model.Map("items", item =>
            {
                item.Property<int?>("n");
                item.Property<int?>("twice").HasComputedColumnSql("n * 2", stored: true);
            }),
            model => model.Map("items", item =>
            {
                item.Property<int?>("n");
                item.Property<int>("twice");
            }))
        {
            Populate = "INSERT INTO items (n) VALUES (1), (NULL)",
            Kept = "SELECT \"Id\", n, twice FROM items ORDER BY 1",
            Afterwards = ("SELECT twice FROM items ORDER BY \"Id\"", "2\n0"),
        },
        new(
            "A numbered key goes with its column",
            model => model.Map("items", item => item.Property<string>("name")),
            model => model.SharedTypeEntity<Dictionary<string, object>>("items", item =>
            {
                item.ToTable("items").HasNoKey();
                item.Property<string>("name");
            }))
        {
            Populate = "INSERT INTO items (name) VALUES ('a'), ('b')",
            Kept = "SELECT name FROM items ORDER BY 1",
        },
        new(
            "Identity is given up",
            model => model.Map("items", item => item.Property<int>("n")),
            model => model.Map("items", item =>
            {
                item.Property<int>("Id").ValueGeneratedNever();
                item.Property<int>("n");
            }))
        {
            Populate = "INSERT INTO items (n) VALUES (1), (2)",
            Kept = "SELECT \"Id\", n FROM items ORDER BY 1",
        },
    ];

    private static Scenario Change(
        string name,
        Action<EntityTypeBuilder<Dictionary<string, object>>> current,
        Action<EntityTypeBuilder<Dictionary<string, object>>> target,
        params string[] detected)
        => new(
            name,
            model => model.Map("items", item =>
            {
                item.Property<string>("name").HasColumnType("varchar(30)");
                current(item);
            }),
            model => model.Map("items", item =>
            {
                item.Property<string>("name").HasColumnType("varchar(30)");
                target(item);
            }))
        {
            Populate = "INSERT INTO items (name) VALUES ('a'), ('b'), (NULL)".Replace(
                "items (name)", ColumnsFor(name), StringComparison.Ordinal)
                .Replace("('a'), ('b'), (NULL)", ValuesFor(name), StringComparison.Ordinal),
            Kept = "SELECT \"Id\", name FROM items ORDER BY 1",
            Detected = detected.Length == 0 ? null : detected,
        };

    // Required numbers without a default need a value of their own.
    private static string ColumnsFor(string name) => NeedsAmount(name) ? "items (name, amount)" : "items (name)";

    private static string ValuesFor(string name) => NeedsAmount(name) ? "('a', 1), ('b', 2), (NULL, 3)" : "('a'), ('b'), (NULL)";

    private static bool NeedsAmount(string name)
        => name is "An int becomes a long" or "A default is added" or "A computed column is added"
            or "A computed column's expression is changed under an index"
            or "A column is removed with its index and check";
}
