using Autogen;
using Autogen.Schema.Objects;
using Microsoft.EntityFrameworkCore.Migrations;

namespace Shop.Revisions;

/// <summary>constraints and indexes</summary>
[Revision("ae1027a6acf0", Revises = "1975ea83b712", Created = "2026-11-20T19:54:04Z")]
public sealed class ConstraintsAndIndexes : Revision
{
    /// <inheritdoc/>
    public override void Upgrade(MigrationBuilder op)
    {
        op.RenameConstraint(table: "orders", name: "PK_old", newName: "PK_orders");
        op.ValidateConstraint(table: "orders", name: "CK_total", schema: "Sales");
        op.AlterConstraint(table: "orders", name: "FK_orders", deferrability: Deferrability.InitiallyDeferred);

        op.AddForeignKey(name: "FK_orders", table: "orders", column: "CustomerId", principalTable: "customers", principalColumn: "Id")
            .NotValid();

        op.AddForeignKey(name: "FK_later", table: "orders", column: "CustomerId", principalTable: "customers", principalColumn: "Id")
            .Deferrable(Deferrability.InitiallyDeferred)
            .NotEnforced();

        op.AddUniqueConstraint(name: "AK_code", table: "orders", column: "Code")
            .Deferrable(Deferrability.InitiallyImmediate)
            .NullsNotDistinct();

        op.AddCheckConstraint(name: "CK_total", table: "orders", sql: "\"Total\" > 0")
            .NotValid();

        op.AddCheckConstraint(name: "CK_code", table: "orders", sql: "\"Code\" <> ''")
            .NotEnforced();

        op.CreateExpressionIndex(name: "ix_code", table: "orders", parts: ["""lower("Code") DESC""", "\"Id\""]);

        op.CreateExpressionIndex(
            name: "ix_all",
            table: "orders",
            parts: ["""("Code" || 'x')"""],
            unique: true,
            method: "btree",
            include: ["Id"],
            nullsNotDistinct: true,
            with: ["fillfactor = '70'"],
            where: "\"Id\" > 0",
            concurrently: true,
            schema: "Sales");
    }

    /// <inheritdoc/>
    public override void Downgrade(MigrationBuilder op)
    {
    }
}
