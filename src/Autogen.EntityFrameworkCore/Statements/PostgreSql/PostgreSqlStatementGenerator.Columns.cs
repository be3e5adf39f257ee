using Autogen.Operations;
using Microsoft.EntityFrameworkCore.Migrations.Operations;

namespace Autogen.Statements.PostgreSql;

// Columns: types, defaults and generated values.
internal sealed partial class PostgreSqlStatementGenerator
{
    private string? ColumnSql(MigrationOperation operation) => operation switch
    {
        AlterColumnTypeOperation alter => AlterColumnType(alter),
        SetDefaultOperation set => $"{AlterColumn(set)} SET DEFAULT {set.Sql};",
        DropDefaultOperation drop => $"{AlterColumn(drop)} DROP DEFAULT;",
        DropExpressionOperation drop => $"{AlterColumn(drop)} DROP EXPRESSION;",
        ReplaceGeneratedColumnOperation replace => string.Join('\n', ReplaceGeneratedColumn(replace)),
        _ => null,
    };

    private string AlterColumnType(AlterColumnTypeOperation alter)
    {
        var statement = $"{AlterColumn(alter)} TYPE {alter.Type}{Collate(alter.CollationSchema, alter.Collation)}"
            + $"{(alter.Conversion is { } conversion ? $" USING {conversion}" : "")};";
        return alter.InUtc ? AnonymousBlock.InUtc(statement) : statement;
    }

    // By a conversion, not by an update: no trigger fires, and no dead rows are left.
    private IEnumerable<string> ReplaceGeneratedColumn(ReplaceGeneratedColumnOperation replace)
    {
        var (alter, name, other) = (AlterTable(replace), Quote(replace.Column), Quote(replace.TemporaryName));
        var type = replace.Type + Collate(replace.CollationSchema, replace.Collation);
        yield return $"{alter} ADD COLUMN {other} {type};";
        yield return $"{alter} ALTER COLUMN {other} TYPE {type} USING {name};";
        yield return $"{alter} DROP COLUMN {name};";
        yield return $"{alter} RENAME COLUMN {other} TO {name};";
        if (!replace.Nullable)
            yield return $"{alter} ALTER COLUMN {name} SET NOT NULL;";
        if (replace.Comment is { } comment)
            yield return $"COMMENT ON COLUMN {Table(replace)}.{name} IS {Literal(comment)};";
    }

    private string Collate(string? schema, string? collation) => collation is null ? "" : $" COLLATE {Quote(schema, collation)}";
}
