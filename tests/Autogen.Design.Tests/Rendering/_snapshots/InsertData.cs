#nullable enable

using Autogen;
using Microsoft.EntityFrameworkCore.Migrations;

namespace Shop.Revisions;

/// <summary>insert rows</summary>
[Revision("ae1027a6acf0", Revises = "1975ea83b712", Created = "2026-11-20T19:54:04Z")]
public sealed class InsertRows : Revision
{
    /// <inheritdoc/>
    public override void Upgrade(MigrationBuilder op)
    {
        op.InsertData(table: "t", column: "a", value: 1);
        op.InsertData(schema: "s", table: "t", column: "a", value: null);
        op.InsertData(table: "t", column: "a", columnType: "integer", value: 1);
        op.InsertData(table: "t", column: "a", values: [1, 2, 3]);

        op.InsertData(
            table: "t",
            columns: ["a"],
            values: new object?[,]
            {
                { 1 },
                { null },
            });

        op.InsertData(schema: "s", table: "t", column: "a", columnType: "text", values: ["x", "y"]);
        op.InsertData(table: "t", columns: ["a", "b"], values: [1, "x"]);
        op.InsertData(schema: "s", table: "t", columns: ["a", "b"], columnTypes: ["integer", "text"], values: [1, null]);

        op.InsertData(
            table: "t",
            columns: ["a", "b"],
            values: new object[,]
            {
                { 1, "x" },
                { 2, "y" },
            });

        op.InsertData(
            schema: "s",
            table: "moods",
            columns: ["a", "b"],
            columnTypes: ["integer", "text"],
            values: new object?[,]
            {
                { 1, "x" },
                { 2, null },
                {
                    3,
                    """
                    several
                    lines
                    """,
                },
            });

        op.InsertData(table: "empty", columns: ["a", "b"], values: new object[0, 2]);

        op.InsertData(
            table: "wide",
            columns: [
                "column_1",
                "column_2",
                "column_3",
                "column_4",
                "column_5",
                "column_6",
                "column_7",
                "column_8",
                "column_9",
                "column_10",
                "column_11",
                "column_12",
            ],
            columnTypes: [
                "character varying(200)",
                "character varying(200)",
                "character varying(200)",
                "character varying(200)",
                "character varying(200)",
                "character varying(200)",
                "character varying(200)",
                "character varying(200)",
                "character varying(200)",
                "character varying(200)",
                "character varying(200)",
                "character varying(200)",
            ],
            values: [
                "value number 1",
                "value number 2",
                "value number 3",
                "value number 4",
                "value number 5",
                "value number 6",
                "value number 7",
                "value number 8",
                "value number 9",
                "value number 10",
                "value number 11",
                "value number 12",
            ]);
    }

    /// <inheritdoc/>
    public override void Downgrade(MigrationBuilder op)
    {
    }
}
