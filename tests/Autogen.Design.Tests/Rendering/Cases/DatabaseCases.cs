using Microsoft.EntityFrameworkCore.Migrations.Operations;

namespace Autogen.Design.Tests.Rendering.Cases;

/// <summary>Schemas, sequences, the database as a whole, and SQL.</summary>
internal static class DatabaseCases
{
    internal static IReadOnlyList<RenderingCase> All =>
    [
        RenderingCase.Of(
            "Schemas",
            "schemas and types",
            RenderingCase.Built(op =>
            {
                op.EnsureSchema("sales");
                op.AlterDatabase("de-x-icu", "C")
                    .Annotation("Npgsql:Enum:sales.mood", "happy,ok,sad").Annotation("Npgsql:PostgresExtension:citext", ",,")
                    .OldAnnotation("Npgsql:Enum:sales.mood", "happy,sad");
            }),
            RenderingCase.Built(op => op.DropSchema("sales"))),
        RenderingCase.Of(
            "Sequences",
            "sequences",
            RenderingCase.Built(op =>
            {
                op.CreateSequence("numbers");
                op.CreateSequence<int>("invoice numbers", "sales", 1000, 10, 1, 99999, true).Annotation("Plugin:Thing", "x");
                op.CreateSequence<short>("down", startValue: -1, incrementBy: -1, minValue: -32768, maxValue: -1);
                op.AlterSequence("numbers", incrementBy: 2, minValue: 0, oldMaxValue: long.MaxValue);
                op.AlterSequence("invoice numbers", "sales", 1, -5, 5, true, 3, -9, 9, true);
                op.RenameSequence("numbers", newName: "digits");
                op.RenameSequence("numbers", "public", newSchema: "sales");
                op.RestartSequence("numbers");
                op.RestartSequence("numbers", 5, "sales");
                op.DropSequence("numbers");
                op.DropSequence("numbers", "sales");
            })),
        RenderingCase.Of(
            "Sql",
            "views and such",
            RenderingCase.Plain(
                new SqlOperation { Sql = "DROP VIEW v" },
                new SqlOperation { Sql = "ALTER TABLE \"Orders\" ENABLE ROW LEVEL SECURITY" },
                new SqlOperation { Sql = "CREATE VIEW \"v\" AS\n    SELECT 'a\"\"\"b' AS x\n\n    FROM \"t\"\n" },
                new SqlOperation { Sql = "CREATE INDEX CONCURRENTLY ix ON t (a)", SuppressTransaction = true },
                new SqlOperation { Sql = "SELECT 1;\nSELECT 2", SuppressTransaction = true },
                new SqlOperation { Sql = "\"edge\"" },
                new SqlOperation { Sql = "SELECT 'carriage\r\nreturn'" },
                new SqlOperation { Sql = "SELECT 'C:\\temp', '\u202eturned'" },
                new SqlOperation { Sql = "  \n\tindented\n  \n" },
                new SqlOperation
                {
                    Sql = "SELECT '" + string.Concat(Enumerable.Repeat("0123456789", 15)) + "'",
                    SuppressTransaction = true
                })),
    ];
}
