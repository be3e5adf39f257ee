using Autogen.Operations;
using Autogen.Schema.Dialects;
using Microsoft.EntityFrameworkCore.Migrations.Operations;

namespace Autogen.Statements.PostgreSql;

/// <summary>PostgreSQL's statements; a file for each part of its grammar.</summary>
internal sealed partial class PostgreSqlStatementGenerator(Dialect dialect) : StatementGenerator(dialect)
{
    /// <inheritdoc/>
    protected override string OverridingSystemValue => " OVERRIDING SYSTEM VALUE";

    /// <inheritdoc/>
    protected override string? Sql(MigrationOperation operation)
        => TypeSql(operation)
            ?? SequenceSql(operation)
            ?? NumberingSql(operation)
            ?? ColumnSql(operation)
            ?? ConstraintSql(operation)
            ?? base.Sql(operation);

    private string AlterTable(TableStatementOperation operation) => $"ALTER TABLE {Table(operation)}";

    private string AlterColumn(ColumnStatementOperation operation) => $"{AlterTable(operation)} ALTER COLUMN {Quote(operation.Column)}";
}
