using System.Text.RegularExpressions;
using Autogen.Scenarios.Running;
using Microsoft.EntityFrameworkCore;

namespace Autogen.Scenarios.Cases;

/// <summary>
/// A project gives all of its tables, columns, keys, indexes and checks other names at once, or all of them another schema.
/// </summary>
internal static partial class ConventionScenarios
{
    private const string Rows =
        "INSERT INTO \"SalesOrders\" (\"OrderNo\", \"Status\") VALUES ('n1', 'open'); "
            + "INSERT INTO \"OrderLines\" (\"SalesOrderId\", \"Qty\", \"UnitPrice\") VALUES (1, 2, 5)";
    private const string Kept =
        "SELECT o.\"OrderNo\", o.\"Status\", l.\"Qty\", l.\"Total\" FROM \"OrderLines\" l JOIN \"SalesOrders\" o "
            + "ON o.\"Id\" = l.\"SalesOrderId\"";

    public static IEnumerable<Scenario> All { get; } =
    [
        new(
            "All names become lower case with underscores, as --rename says",
            model => Shop(model, name => name),
            model => Shop(model, Snake))
        {
            Renames = [.. Renames("")],
            Populate = Rows,
            Kept = Kept,
            Afterwards = (
                "SELECT o.order_no, o.status, l.qty, l.total FROM order_lines l JOIN sales_orders o ON o.id = l.sales_order_id",
                "n1|open|2|10"),
        },
        new(
            "All names become lower case with underscores, and nobody says what was renamed",
            model => Shop(model, name => name),
            model => Shop(model, Snake)),
        new(
            "All names become lower case, and SQLite has nothing to do where --rename says so",
            model => Shop(model, name => name),
            model => Shop(model, name => name.ToLowerInvariant()))
        {
            Databases = ScenarioDatabases.Sqlite,
            Renames = ["SalesOrders=salesorders", "OrderLines=orderlines", "SalesOrders.Status=status", "orderlines.Qty=orderlines.qty"],
            Populate = Rows,
            Kept = Kept,
            Detected = [],
        },
        new("All names become lower case with underscores in a schema of their own", model => Shop(model, name => name), model =>
        {
            model.HasDefaultSchema("shop");
            Shop(model, Snake);
        })
        {
            Databases = ScenarioDatabases.PostgreSql,
            Renames = [.. Renames("shop.")],
            Populate = Rows,
            Kept = Kept,
        },
        new("All tables take another default schema, and nobody says that they moved", model =>
        {
            model.HasDefaultSchema("shop");
            Shop(model, Snake);
        }, model =>
        {
            model.HasDefaultSchema("Shöp");
            Shop(model, Snake);
        }) { Databases = ScenarioDatabases.PostgreSql },
    ];

    private static string Snake(string name) => WordStart().Replace(name, "_$1").ToLowerInvariant();

    private static IEnumerable<string> Renames(string schema) =>
    [
        $"SalesOrders={schema}sales_orders",
        $"OrderLines={schema}order_lines",
        .. from column in new[] { "Id", "OrderNo", "Status" } select $"{schema}sales_orders.{column}={Snake(column)}",
        .. from column in new[] { "Id", "SalesOrderId", "Qty", "UnitPrice", "Total" }
            select $"{schema}order_lines.{column}={Snake(column)}",
    ];

    private static void Shop(ModelBuilder model, Func<string, string> spell)
    {
        string Quoted(string name) => $"\"{spell(name)}\"";
        model.Entity<SalesOrder>(order =>
        {
            var check = $"{Quoted("OrderNo")} <> '' AND {Quoted("Status")} IN ('open', 'closed')";
            order.ToTable(spell("SalesOrders"), table => table.HasCheckConstraint(spell("CK_SalesOrders_Status"), check));
            order.HasKey(one => one.Id).HasName(spell("PK_SalesOrders"));
            order.HasAlternateKey(one => new { one.Id, one.OrderNo }).HasName(spell("AK_SalesOrders"));
            order.Property(one => one.Id).HasColumnName(spell("Id"));
            order.Property(one => one.OrderNo).HasColumnName(spell("OrderNo")).HasMaxLength(20);
            order.Property(one => one.Status).HasColumnName(spell("Status")).HasMaxLength(10).HasDefaultValue("open");
            order.HasIndex(one => one.OrderNo)
                .IsUnique()
                .HasDatabaseName(spell("IX_SalesOrders_OrderNo"))
                .HasFilter($"{Quoted("Status")} = 'open'");
        });
        model.Entity<OrderLine>(line =>
        {
            line.ToTable(spell("OrderLines"));
            line.HasKey(one => one.Id).HasName(spell("PK_OrderLines"));
            line.Property(one => one.Id).HasColumnName(spell("Id"));
            line.Property(one => one.SalesOrderId).HasColumnName(spell("SalesOrderId"));
            line.Property(one => one.Qty).HasColumnName(spell("Qty"));
            line.Property(one => one.UnitPrice).HasColumnName(spell("UnitPrice"));
            line.Property(one => one.Total)
                .HasColumnName(spell("Total"))
                .HasComputedColumnSql($"{Quoted("Qty")} * {Quoted("UnitPrice")}", stored: true);
            line.HasOne<SalesOrder>()
                .WithMany()
                .HasForeignKey(one => one.SalesOrderId)
                .HasConstraintName(spell("FK_OrderLines_SalesOrders"));
            line.HasIndex(one => new { one.SalesOrderId, one.Qty }).HasDatabaseName(spell("IX_OrderLines")).IsDescending(false, true);
        });
    }

    [GeneratedRegex("(?<=[a-z])([A-Z])", RegexOptions.CultureInvariant, matchTimeoutMilliseconds: 10_000)]
    private static partial Regex WordStart();

    internal sealed class SalesOrder
    {
        public int Id { get; set; }

        public required string OrderNo { get; set; }

        public required string Status { get; set; }
    }

    internal sealed class OrderLine
    {
        public int Id { get; set; }

        public int SalesOrderId { get; set; }

        public int Qty { get; set; }

        public int UnitPrice { get; set; }

        public int Total { get; set; }
    }
}
