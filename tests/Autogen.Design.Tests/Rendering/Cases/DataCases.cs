using Microsoft.EntityFrameworkCore.Migrations.Operations;

namespace Autogen.Design.Tests.Rendering.Cases;

/// <summary>Rows, in all shapes.</summary>
internal static class DataCases
{
    internal static IReadOnlyList<RenderingCase> All =>
    [
        RenderingCase.Of("InsertData", "insert rows", RenderingCase.Built(op =>
        {
            op.InsertData("t", "a", 1);
            op.InsertData("t", "a", (object?)null, "s");
            op.InsertData("t", "a", "integer", (object?)1);
            op.InsertData("t", "a", new object[] { 1, 2, 3 });
            op.InsertData("t", ["a"], new object?[,] { { 1 }, { null } });
            op.InsertData("t", "a", "text", new object[] { "x", "y" }, "s");
            op.InsertData("t", ["a", "b"], [1, "x"]);
            op.InsertData("t", ["a", "b"], ["integer", "text"], [1, null], "s");
            op.InsertData("t", ["a", "b"], new object[,] { { 1, "x" }, { 2, "y" } });
            op.InsertData(
                "moods", ["a", "b"], ["integer", "text"], new object?[,] { { 1, "x" }, { 2, null }, { 3, "several\nlines" } }, "s");
            op.InsertData("empty", ["a", "b"], new object[0, 2]);
            op.InsertData(
                "wide",
                [.. Enumerable.Range(1, 12).Select(i => $"column_{i}")],
                [.. Enumerable.Range(1, 12).Select(_ => "character varying(200)")],
                [.. Enumerable.Range(1, 12).Select(i => (object)$"value number {i}")]);
        })),
        RenderingCase.Of("UpdateData", "update rows", RenderingCase.Built(op =>
        {
            op.UpdateData("t", "id", 1, "a", "x");
            op.UpdateData("t", "id", 1, ["a", "b"], ["x", null]);
            op.UpdateData("t", ["k", "l"], [1, 2], "a", null, "s");
            op.UpdateData("t", ["k", "l"], [1, 2], ["a", "b"], ["x", "y"]);
            op.UpdateData("t", "id", new object[] { 1, 2 }, "a", ["x", "y"]);
            op.UpdateData("t", ["id"], new object[,] { { 1 }, { 2 } }, ["a"], new object?[,] { { "x" }, { null } });
            op.UpdateData("t", "id", [1, 2], ["a", "b"], new object?[,] { { "x", 1 }, { "y", null } });
            op.UpdateData("t", ["k", "l"], new object[,] { { 1, 2 }, { 3, 4 } }, "a", ["x", "y"]);
            op.UpdateData("t", ["k", "l"], new object[,] { { 1, 2 }, { 3, 4 } }, ["a", "b"], new object[,] { { "x", 1 }, { "y", 2 } });
            op.UpdateData("t", ["id"], ["integer"], [1], ["a"], ["text"], ["x"], "s");
            op.UpdateData("t", ["id"], ["integer"], new object[,] { { 1 } }, ["a"], ["text"], new object?[,] { { null } });
            op.UpdateData("t", ["id"], ["integer"], new object[,] { { 1 }, { 2 } }, ["a"], ["text"], new object?[,] { { "x" }, { null } });
        })),
        RenderingCase.Of("DeleteData", "delete rows", RenderingCase.Built(op =>
        {
            op.DeleteData("t", "id", 1);
            op.DeleteData("t", "id", "integer", (object?)1, "s");
            op.DeleteData("t", "id", new object[] { 1, 2 });
            op.DeleteData("t", "id", "integer", new object[] { 1, 2 });
            op.DeleteData("t", ["k", "l"], [1, "x"]);
            op.DeleteData("t", ["k", "l"], ["integer", "text"], [1, "x"], "s");
            op.DeleteData("t", ["k", "l"], new object[,] { { 1, "x" }, { 2, "y" } });
            op.DeleteData("t", ["k", "l"], ["integer", "text"], new object[,] { { 1, "x" }, { 2, "y" } });
        })),
        RenderingCase.Of("SeveralRows", "one operation", RenderingCase.Plain(
            new InsertDataOperation
            {
                Table = "t",
                Columns = ["a"],
                ColumnTypes = ["bytea"],
                Values = new object[,] { { new byte[] { 1, 2 } } }
            })),
    ];
}
