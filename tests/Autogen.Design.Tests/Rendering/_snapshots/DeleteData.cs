using Autogen;
using Microsoft.EntityFrameworkCore.Migrations;

namespace Shop.Revisions;

/// <summary>delete rows</summary>
[Revision("ae1027a6acf0", Revises = "1975ea83b712", Created = "2026-11-20T19:54:04Z")]
public sealed class DeleteRows : Revision
{
    /// <inheritdoc/>
    public override void Upgrade(MigrationBuilder op)
    {
        op.DeleteData(table: "t", keyColumn: "id", keyValue: 1);
        op.DeleteData(schema: "s", table: "t", keyColumn: "id", keyColumnType: "integer", keyValue: 1);
        op.DeleteData(table: "t", keyColumn: "id", keyValues: [1, 2]);
        op.DeleteData(table: "t", keyColumn: "id", keyColumnType: "integer", keyValues: [1, 2]);
        op.DeleteData(table: "t", keyColumns: ["k", "l"], keyValues: [1, "x"]);
        op.DeleteData(schema: "s", table: "t", keyColumns: ["k", "l"], keyColumnTypes: ["integer", "text"], keyValues: [1, "x"]);

        op.DeleteData(
            table: "t",
            keyColumns: ["k", "l"],
            keyValues: new object[,]
            {
                { 1, "x" },
                { 2, "y" },
            });

        op.DeleteData(
            table: "t",
            keyColumns: ["k", "l"],
            keyColumnTypes: ["integer", "text"],
            keyValues: new object[,]
            {
                { 1, "x" },
                { 2, "y" },
            });
    }

    /// <inheritdoc/>
    public override void Downgrade(MigrationBuilder op)
    {
    }
}
