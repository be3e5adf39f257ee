using Autogen.Design.Planning;
using Microsoft.EntityFrameworkCore.Migrations.Operations;

namespace Autogen.Design.Tests.Rendering.Cases;

/// <summary>What a file says apart from its operations.</summary>
internal static class MessageCases
{
    internal static IReadOnlyList<RenderingCase> All =>
    [
        RenderingCase.Of("Empty", "nothing yet", []),
        new("First", RenderingCase.FileOf("create customers", [], []) with { Revises = [] }),
        new("Adopted", RenderingCase.FileOf("adopt the database", [], []) with
        {
            Revises = [],
            IsAdopted = true,
            Remarks = ["What was there when the database was taken over.", "20240101000000_<Init> & \u202e turned */ (EF Core 8.0.1)"],
        }),
        new("NoMessage", RenderingCase.FileOf("  ", [], [])),
        new("NoNamespace", RenderingCase.FileOf("no namespace", [], []) with { Namespace = "" }),
        new("KeywordNamespace", RenderingCase.FileOf("keyword in the namespace", [], []) with { Namespace = "Shop.event.Revisions" }),
        new("Merge", RenderingCase.FileOf("merge billing and catalogue", [], []) with
        {
            Revises = ["1975ea83b712", "27c6a30d7c24"],
            Labels = ["billing"],
            DependsOn = ["3ac8e1b29f04", "catalogue"],
        }),
        new("ManyParents", RenderingCase.FileOf("merge everything", [], []) with
        {
            Revises = ["1975ea83b712", "27c6a30d7c24", "3ac8e1b29f04", "4d1f09be7712", "5e2a1bcf8823", "6f3b2cd09934"]
        }),
        RenderingCase.Of(
            "OddMessage", "\n  prices < 10 & > 5 */ \"quoted\" \\ <see cref=\"X\"/>\r\n\n  second line\u2028third \u202e turned\n\n", []),
        RenderingCase.Of("LongMessage", string.Join(' ', Enumerable.Repeat("a message that goes on and on", 8)), []),
        RenderingCase.Of("ReservedClassName", "revision", []),
        new("TakenClassName", RenderingCase.FileOf("add order table", [], []) with { TakenClassNames = ["AddOrderTable"] }),
        new(
            "HiddenNames",
            RenderingCase.FileOf(
                "an application with a Revision of its own", RenderingCase.Built(op => op.InsertData("t", "a", Guid.Empty)), []) with
            {
                TakenClassNames = ["Guid", "MigrationBuilder", "Revision"],
            }),
        RenderingCase.Of(
            "Risks",
            "drop what nobody needs",
            [
                RenderingCase.With(
                    new DropColumnOperation { Name = "fax", Table = "customers" },
                    RiskKind.DataLoss,
                    "drops column 'customers.fax' and what is in it"),
                new PlannedOperation(new DropTableOperation { Name = "faxes", Schema = "archive" },
                [
                    new(RiskKind.DataLoss, "drops table 'archive.faxes' and its 1,204 rows"),
                    new(RiskKind.Guess, "may be a rename to 'archive.messages'?"),
                    new(RiskKind.Note, "a name with\na line end and \u202e a turned */ text"),
                ]),
                new PlannedOperation(new DropIndexOperation { Name = "ix_a", Table = "a" }, []),
                new PlannedOperation(new DropIndexOperation { Name = "ix_b", Table = "b" }, []),
            ],
            [RenderingCase.With(new SqlOperation { Sql = "SELECT 1" }, RiskKind.Note, "data is not given back")]),
    ];
}
