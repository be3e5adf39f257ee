using Microsoft.EntityFrameworkCore.Migrations.Operations;
using Npgsql.EntityFrameworkCore.PostgreSQL.Metadata;

namespace Autogen.Design.Tests.Rendering.Cases;

/// <summary>Columns of existing tables.</summary>
internal static class ColumnCases
{
    private const string Strategy = "Npgsql:ValueGenerationStrategy";

    internal static IReadOnlyList<RenderingCase> All =>
    [
        RenderingCase.Of(
            "Columns",
            "add, rename and drop columns",
            RenderingCase.Built(op =>
            {
                op.AddColumn<string>("fax", "customers", "text", nullable: true);
                op.AddColumn<DateTime>("created", "customers", "timestamp with time zone", schema: "sales", defaultValueSql: "now()");
                op.AddColumn<int>("id", "log", "integer")
                    .Annotation(Strategy, NpgsqlValueGenerationStrategy.IdentityAlwaysColumn)
                    .Annotation("Npgsql:IdentitySequenceOptions", "'100', '1', '', '', 'False', '1'");
                op.RenameColumn("fax", "customers", "telefax");
                op.RenameColumn("fax", "customers", "telefax", "sales");
                op.DropColumn("telefax", "customers");
                op.DropColumn("telefax", "customers", "sales");
            })),
        RenderingCase.Of("AlterColumn", "alter columns", RenderingCase.Plain(Widened, Everything, Identity)),
    ];

    private static AlterColumnOperation Widened => new()
    {
        Name = "name",
        Table = "customers",
        ClrType = typeof(string),
        ColumnType = "character varying(200)",
        MaxLength = 200,
        OldColumn = new AddColumnOperation { ClrType = typeof(string), ColumnType = "character varying(100)", MaxLength = 100 },
    };

    private static AlterColumnOperation Everything => new()
    {
        Name = "price",
        Schema = "sales",
        Table = "articles",
        ClrType = typeof(decimal),
        ColumnType = "numeric(18,4)",
        IsUnicode = true,
        IsFixedLength = false,
        MaxLength = 5,
        Precision = 18,
        Scale = 4,
        IsRowVersion = true,
        IsNullable = true,
        DefaultValue = 1.50m,
        DefaultValueSql = "1.5",
        ComputedColumnSql = "a + b",
        IsStored = true,
        Comment = "net",
        Collation = "de-x-icu",
        OldColumn = new AddColumnOperation
        {
            ClrType = typeof(string),
            ColumnType = "text",
            IsUnicode = false,
            IsFixedLength = true,
            MaxLength = 4,
            Precision = 17,
            Scale = 3,
            IsRowVersion = true,
            IsNullable = true,
            DefaultValue = "x",
            DefaultValueSql = "'x'",
            ComputedColumnSql = "a || b",
            IsStored = false,
            Comment = "gross",
            Collation = "C",
        },
    };

    private static AlterColumnOperation Identity
    {
        get
        {
            var operation = new AlterColumnOperation
            {
                Name = "id",
                Table = "t",
                ClrType = typeof(long),
                ColumnType = "bigint",
                OldColumn = new AddColumnOperation { ClrType = typeof(int), ColumnType = "integer" }
            };
            operation.AddAnnotation(Strategy, NpgsqlValueGenerationStrategy.IdentityByDefaultColumn);
            operation.OldColumn.AddAnnotation(Strategy, NpgsqlValueGenerationStrategy.SerialColumn);
            return operation;
        }
    }
}
