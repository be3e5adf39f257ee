using Microsoft.EntityFrameworkCore.Migrations;

namespace Autogen.Design.Tests.Rendering.Cases;

/// <summary>Constraints of existing tables.</summary>
internal static class ConstraintCases
{
    internal static IReadOnlyList<RenderingCase> All =>
    [
        RenderingCase.Of(
            "Constraints",
            "add constraints",
            RenderingCase.Built(op =>
            {
                op.AddPrimaryKey("pk_orders", "orders", "id");
                op.AddPrimaryKey("pk_lines", "lines", ["order_id", "number"], "sales");
                op.AddUniqueConstraint("ak_orders_code", "orders", "code", "sales");
                op.AddUniqueConstraint("ak_orders_code_year", "orders", ["code", "year"]);
                op.AddCheckConstraint("ck_total", "orders", "total > 0", "sales");
                op.AddCheckConstraint("ck_range", "orders", "\"From\" < \"To\"\n  AND \"To\" < now()");
                op.AddForeignKey(
                    "fk_orders_customers_customer_id",
                    "orders",
                    "customer_id",
                    "customers",
                    principalColumn: "id",
                    onDelete: ReferentialAction.Cascade);
                op.AddForeignKey(
                    "fk_a", "a", ["x", "y"], "b", "s", "t", ["x", "y"], ReferentialAction.SetNull, ReferentialAction.SetDefault);
                op.AddForeignKey("fk_b", "b", "x", "c");
                op.AddForeignKey("fk_c", "c", ["x", "y"], "d");
            }),
            RenderingCase.Built(op =>
            {
                op.DropForeignKey("fk_a", "a", "s");
                op.DropForeignKey("fk_b", "b");
                op.DropCheckConstraint("ck_range", "orders");
                op.DropUniqueConstraint("ak_orders_code", "orders", "sales");
                op.DropPrimaryKey("pk_orders", "orders");
            })),
    ];
}
