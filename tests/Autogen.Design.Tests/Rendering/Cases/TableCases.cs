using Microsoft.EntityFrameworkCore.Migrations;
using Npgsql.EntityFrameworkCore.PostgreSQL.Metadata;

namespace Autogen.Design.Tests.Rendering.Cases;

/// <summary>Tables.</summary>
internal static class TableCases
{
    private const string Strategy = "Npgsql:ValueGenerationStrategy";

    internal static IReadOnlyList<RenderingCase> All =>
    [
        RenderingCase.Of(
            "AddOrderTable",
            "add order table",
            RenderingCase.Built(op => op.CreateTable(
                "orders",
                table => new
                {
                    id = table.Column<int>("integer").Annotation(Strategy, NpgsqlValueGenerationStrategy.IdentityByDefaultColumn),
                    customer_id = table.Column<int>("integer"),
                    total = table.Column<decimal>("numeric(18,2)", precision: 18, scale: 2, defaultValue: 0m),
                    note = table.Column<string>("text", nullable: true),
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_orders", x => x.id);
                    table.ForeignKey(
                        "fk_orders_customers_customer_id", x => x.customer_id, "customers", "id", onDelete: ReferentialAction.Cascade);
                })),
            RenderingCase.Built(op => op.DropTable("orders"))),
        RenderingCase.Of(
            "CreateTableFull",
            "a table with everything",
            RenderingCase.Built(Full),
            RenderingCase.Built(op => op.DropTable("line items", "sales"))),
        RenderingCase.Of(
            "CreateTableSmall",
            "small tables",
            RenderingCase.Built(op =>
            {
                op.CreateTable(
                    "tags",
                    table => new { name = table.Column<string>("text") },
                    constraints: table => table.PrimaryKey("pk_tags", x => x.name));
                op.CreateTable("bare", table => new { value = table.Column<int>() });
                op.CreateTable("nothing", table => new { });
            })),
        RenderingCase.Of(
            "Tables",
            "alter, rename and drop tables",
            RenderingCase.Built(op =>
            {
                op.AlterTable("customers", comment: "who buys", oldComment: "who bought");
                op.AlterTable("events", "log")
                    .Annotation("Npgsql:UnloggedTable", true)
                    .OldAnnotation("Npgsql:StorageParameter:fillfactor", 70);
                op.RenameTable("customer", newName: "customers");
                op.RenameTable("customers", "public", "customers", "sales");
                op.DropTable("faxes");
                op.DropTable("faxes", "archive");
            })),
    ];

    private static void Full(MigrationBuilder op) => op.CreateTable(
        "line items",
        table => new
        {
            order_id = table.Column<long>("bigint"),
            number = table.Column<int>("integer"),
            sku = table.Column<string>("character varying(20)", maxLength: 20, collation: "C", comment: "stock keeping unit"),
            price = table.Column<decimal>("numeric(18,2)", precision: 18, scale: 2, defaultValueSql: "round(1.5, 2)"),
            quantity = table.Column<short>("smallint", defaultValue: (short)1),
            total = table.Column<decimal>("numeric", nullable: true, computedColumnSql: "\"price\" * \"quantity\"", stored: true),
            code = table.Column<string>("character(3)", unicode: false, fixedLength: true, maxLength: 3, nullable: true),
            version = table.Column<uint>("xid", rowVersion: true),
            parent_id = table.Column<long>("bigint", nullable: true),
            parent_number = table.Column<int>("integer", nullable: true),
        },
        "sales",
        table =>
        {
            table.PrimaryKey("pk_line items", x => new { x.order_id, x.number }).Annotation("Npgsql:StorageParameter:fillfactor", 90);
            table.UniqueConstraint("ak_line items_sku", x => x.sku);
            table.UniqueConstraint("ak_line items_code_order_id", x => new { x.code, x.order_id });
            table.CheckConstraint("ck_quantity", "\"quantity\" > 0");
            table.CheckConstraint("ck_price", "price >= 0\n  AND price < 1000000");
            table.ForeignKey("fk_order", x => x.order_id, "orders", "id", "sales", ReferentialAction.Cascade, ReferentialAction.Restrict);
            table.ForeignKey(
                "fk_parent",
                x => new { x.parent_id, x.parent_number },
                "line items",
                ["order_id", "number"],
                "sales",
                onDelete: ReferentialAction.SetNull);
            table.ForeignKey("fk_sku", x => x.sku, "articles");
            table.ForeignKey("fk_pair", x => new { x.order_id, x.sku }, "pairs", onDelete: ReferentialAction.SetDefault);
        },
        "What an order consists of.\nOne row an article.").Annotation("Npgsql:UnloggedTable", true);
}
