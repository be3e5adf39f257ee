using Autogen;
using Microsoft.EntityFrameworkCore.Migrations;

namespace Shop.Revisions;

/// <summary>a table with everything</summary>
[Revision("ae1027a6acf0", Revises = "1975ea83b712", Created = "2026-11-20T19:54:04Z")]
public sealed class ATableWithEverything : Revision
{
    /// <inheritdoc/>
    public override void Upgrade(MigrationBuilder op)
    {
        op.CreateTable(
            name: "line items",
            schema: "sales",
            columns: table => new
            {
                order_id = table.Column<long>(type: "bigint", nullable: false),
                number = table.Column<int>(type: "integer", nullable: false),
                sku = table.Column<string>(
                    type: "character varying(20)",
                    maxLength: 20,
                    nullable: false,
                    collation: "C",
                    comment: "stock keeping unit"),
                price = table.Column<decimal>(
                    type: "numeric(18,2)",
                    precision: 18,
                    scale: 2,
                    nullable: false,
                    defaultValueSql: "round(1.5, 2)"),
                quantity = table.Column<short>(type: "smallint", nullable: false, defaultValue: (short)1),
                total = table.Column<decimal>(type: "numeric", nullable: true, computedColumnSql: "\"price\" * \"quantity\"", stored: true),
                code = table.Column<string>(type: "character(3)", unicode: false, fixedLength: true, maxLength: 3, nullable: true),
                version = table.Column<uint>(type: "xid", rowVersion: true, nullable: false),
                parent_id = table.Column<long>(type: "bigint", nullable: true),
                parent_number = table.Column<int>(type: "integer", nullable: true),
            },
            constraints: table =>
            {
                table.PrimaryKey("pk_line items", x => new { x.order_id, x.number })
                    .Annotation("Npgsql:StorageParameter:fillfactor", 90);
                table.UniqueConstraint("ak_line items_sku", x => x.sku);
                table.UniqueConstraint("ak_line items_code_order_id", x => new { x.code, x.order_id });
                table.CheckConstraint("ck_quantity", "\"quantity\" > 0");
                table.CheckConstraint(
                    "ck_price",
                    """
                    price >= 0
                      AND price < 1000000
                    """);
                table.ForeignKey(
                    name: "fk_order",
                    column: x => x.order_id,
                    principalSchema: "sales",
                    principalTable: "orders",
                    principalColumn: "id",
                    onUpdate: ReferentialAction.Cascade,
                    onDelete: ReferentialAction.Restrict);
                table.ForeignKey(
                    name: "fk_parent",
                    columns: x => new { x.parent_id, x.parent_number },
                    principalSchema: "sales",
                    principalTable: "line items",
                    principalColumns: ["order_id", "number"],
                    onDelete: ReferentialAction.SetNull);
                table.ForeignKey(name: "fk_sku", column: x => x.sku, principalTable: "articles");
                table.ForeignKey(
                    name: "fk_pair",
                    column: x => new { x.order_id, x.sku },
                    principalTable: "pairs",
                    onDelete: ReferentialAction.SetDefault);
            },
            comment: """
                What an order consists of.
                One row an article.
                """)
            .Annotation("Npgsql:UnloggedTable", true);
    }

    /// <inheritdoc/>
    public override void Downgrade(MigrationBuilder op) => op.DropTable(name: "line items", schema: "sales");
}
