using Autogen;
using Microsoft.EntityFrameworkCore.Migrations;

namespace Shop.Revisions;

/// <summary>columns and rows</summary>
[Revision("ae1027a6acf0", Revises = "1975ea83b712", Created = "2026-11-20T19:54:04Z")]
public sealed class ColumnsAndRows : Revision
{
    /// <inheritdoc/>
    public override void Upgrade(MigrationBuilder op)
    {
        op.AlterColumnType(table: "orders", column: "State", type: "integer", conversion: """CASE "State" WHEN 'new' THEN 0 ELSE 1 END""");

        op.AlterColumnType(
            table: "orders",
            column: "Note",
            type: "text",
            collation: "de-x-icu",
            collationSchema: "pg_catalog",
            inUtc: true,
            schema: "Sales");

        op.SetDefault(table: "orders", column: "State", sql: "0");
        op.DropDefault(table: "orders", column: "State", schema: "Sales");
        op.FillColumn(table: "orders", column: "State", value: "'it''s'");
        op.ConvertColumn(table: "orders", column: "State", value: """upper("State")""", schema: "Sales");
        op.DropExpression(table: "orders", column: "Total");

        op.ReplaceGeneratedColumn(
            table: "orders",
            column: "Total",
            type: "text",
            temporaryName: "Total_kept",
            collation: "C",
            collationSchema: "pg_catalog",
            nullable: true,
            comment: "what it costs",
            schema: "Sales");

        op.ReplaceGeneratedColumn(table: "orders", column: "Total", type: "numeric(10,2)", temporaryName: "Total_kept");

        op.InsertRows(
            table: "moods",
            columns: ["Id", "Mood"],
            rows: [["1", "'happy'"], ["2", "NULL"]],
            overridingSystemValue: true,
            schema: "Sales");

        op.InsertRows(table: "moods", columns: ["Id"], rows: [["1"]]);

        op.UpdateRow(
            table: "moods",
            keyColumns: ["Id", "Code"],
            keyValues: ["1", "'a'"],
            columns: ["Mood"],
            values: ["'sad'"],
            foreignOperators: ["Code"],
            schema: "Sales");

        op.DeleteRow(table: "moods", keyColumns: ["Id"], keyValues: ["1"]);
    }

    /// <inheritdoc/>
    public override void Downgrade(MigrationBuilder op)
    {
    }
}
