#nullable enable

using Autogen;
using Microsoft.EntityFrameworkCore.Migrations;

namespace Shop.Revisions;

/// <summary>update rows</summary>
[Revision("ae1027a6acf0", Revises = "1975ea83b712", Created = "2026-11-20T19:54:04Z")]
public sealed class UpdateRows : Revision
{
    /// <inheritdoc/>
    public override void Upgrade(MigrationBuilder op)
    {
        op.UpdateData(table: "t", keyColumn: "id", keyValue: 1, column: "a", value: "x");
        op.UpdateData(table: "t", keyColumns: ["id"], keyValues: [1], columns: ["a", "b"], values: ["x", null]);
        op.UpdateData(schema: "s", table: "t", keyColumns: ["k", "l"], keyValues: [1, 2], columns: ["a"], values: [null]);
        op.UpdateData(table: "t", keyColumns: ["k", "l"], keyValues: [1, 2], columns: ["a", "b"], values: ["x", "y"]);
        op.UpdateData(table: "t", keyColumn: "id", keyValues: [1, 2], column: "a", values: ["x", "y"]);

        op.UpdateData(
            table: "t",
            keyColumns: ["id"],
            keyValues: new object[,]
            {
                { 1 },
                { 2 },
            },
            columns: ["a"],
            values: new object?[,]
            {
                { "x" },
                { null },
            });

        op.UpdateData(
            table: "t",
            keyColumns: ["id"],
            keyValues: new object[,]
            {
                { 1 },
                { 2 },
            },
            columns: ["a", "b"],
            values: new object?[,]
            {
                { "x", 1 },
                { "y", null },
            });

        op.UpdateData(
            table: "t",
            keyColumns: ["k", "l"],
            keyValues: new object[,]
            {
                { 1, 2 },
                { 3, 4 },
            },
            column: "a",
            values: ["x", "y"]);

        op.UpdateData(
            table: "t",
            keyColumns: ["k", "l"],
            keyValues: new object[,]
            {
                { 1, 2 },
                { 3, 4 },
            },
            columns: ["a", "b"],
            values: new object[,]
            {
                { "x", 1 },
                { "y", 2 },
            });

        op.UpdateData(
            schema: "s",
            table: "t",
            keyColumns: ["id"],
            keyColumnTypes: ["integer"],
            keyValues: [1],
            columns: ["a"],
            columnTypes: ["text"],
            values: ["x"]);

        op.UpdateData(
            table: "t",
            keyColumns: ["id"],
            keyColumnTypes: ["integer"],
            keyValues: new object[,]
            {
                { 1 },
            },
            columns: ["a"],
            columnTypes: ["text"],
            values: new object?[,]
            {
                { null },
            });

        op.UpdateData(
            table: "t",
            keyColumns: ["id"],
            keyColumnTypes: ["integer"],
            keyValues: new object[,]
            {
                { 1 },
                { 2 },
            },
            columns: ["a"],
            columnTypes: ["text"],
            values: new object?[,]
            {
                { "x" },
                { null },
            });
    }

    /// <inheritdoc/>
    public override void Downgrade(MigrationBuilder op)
    {
    }
}
