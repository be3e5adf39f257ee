using Autogen;
using Microsoft.EntityFrameworkCore.Migrations;

namespace Shop.Revisions;

/// <summary>add constraints</summary>
[Revision("ae1027a6acf0", Revises = "1975ea83b712", Created = "2026-11-20T19:54:04Z")]
public sealed class AddConstraints : Revision
{
    /// <inheritdoc/>
    public override void Upgrade(MigrationBuilder op)
    {
        op.AddPrimaryKey(name: "pk_orders", table: "orders", column: "id");
        op.AddPrimaryKey(name: "pk_lines", schema: "sales", table: "lines", columns: ["order_id", "number"]);
        op.AddUniqueConstraint(name: "ak_orders_code", schema: "sales", table: "orders", column: "code");
        op.AddUniqueConstraint(name: "ak_orders_code_year", table: "orders", columns: ["code", "year"]);
        op.AddCheckConstraint(name: "ck_total", schema: "sales", table: "orders", sql: "total > 0");

        op.AddCheckConstraint(
            name: "ck_range",
            table: "orders",
            sql: """
                "From" < "To"
                  AND "To" < now()
                """);

        op.AddForeignKey(
            name: "fk_orders_customers_customer_id",
            table: "orders",
            column: "customer_id",
            principalTable: "customers",
            principalColumn: "id",
            onDelete: ReferentialAction.Cascade);

        op.AddForeignKey(
            name: "fk_a",
            schema: "s",
            table: "a",
            columns: ["x", "y"],
            principalSchema: "t",
            principalTable: "b",
            principalColumns: ["x", "y"],
            onUpdate: ReferentialAction.SetNull,
            onDelete: ReferentialAction.SetDefault);

        op.AddForeignKey(name: "fk_b", table: "b", column: "x", principalTable: "c");
        op.AddForeignKey(name: "fk_c", table: "c", columns: ["x", "y"], principalTable: "d");
    }

    /// <inheritdoc/>
    public override void Downgrade(MigrationBuilder op)
    {
        op.DropForeignKey(name: "fk_a", schema: "s", table: "a");
        op.DropForeignKey(name: "fk_b", table: "b");
        op.DropCheckConstraint(name: "ck_range", table: "orders");
        op.DropUniqueConstraint(name: "ak_orders_code", schema: "sales", table: "orders");
        op.DropPrimaryKey(name: "pk_orders", table: "orders");
    }
}
