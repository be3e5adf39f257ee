using System.Text;
using Autogen.Operations;
using Autogen.Schema.Dialects;
using Autogen.Schema.Objects;
using Microsoft.EntityFrameworkCore.Migrations.Operations;

namespace Autogen.Statements;

/// <summary>
/// Writes SQL for the operations that EF Core does not have, and for those of its operations that say more than EF Core's own generator
/// understands. What databases agree on is written here, and is all that SQLite needs; the rest is in a provider's folder.
/// </summary>
internal class StatementGenerator(Dialect dialect)
{
    /// <summary>The operation as SQL; <see langword="null"/> for one that EF Core's own generator writes.</summary>
    /// <exception cref="NotSupportedException">The database has no such thing.</exception>
    public SqlOperation? Generate(MigrationOperation operation)
    {
        if (Sql(operation) is { } sql)
            return new SqlOperation
            {
                Sql = sql,
                SuppressTransaction = operation is CreateExpressionIndexOperation { Concurrently: true },
            };
        return operation is StatementOperation ? throw new NotSupportedException($"{dialect.Name} has no statement for it.") : null;
    }

    /// <summary>The statements; <see langword="null"/> if they are not this generator's business.</summary>
    protected virtual string? Sql(MigrationOperation operation) => operation switch
    {
        FillColumnOperation fill => Set(fill, fill.Value, "IS NULL"),
        ConvertColumnOperation convert => Set(convert, convert.Value, "IS NOT NULL"),
        CreateExpressionIndexOperation create => CreateIndex(create),
        InsertRowsOperation insert => Insert(insert),
        UpdateRowOperation update
            => $"UPDATE {Table(update)} SET {List(update.Columns.Zip(update.Values, (column, value) => $"{Quote(column)} = {value}"))} "
                + $"WHERE {Key(update)};",
        DeleteRowOperation delete => $"DELETE FROM {Table(delete)} WHERE {Key(delete)};",
        _ => null,
    };

    /// <summary>
    /// What <c>INSERT</c> has between the columns and the rows where numbers are given that the database would give itself.
    /// </summary>
    protected virtual string OverridingSystemValue => "";

    /// <summary>The operation's table.</summary>
    protected string Table(TableStatementOperation operation) => Quote(operation.Schema, operation.Table);

    /// <summary>A name as SQL.</summary>
    protected string Quote(string? schema, string name) => dialect.Quote(new ObjectName(schema, name));

    /// <summary>An identifier as SQL.</summary>
    protected string Quote(string identifier) => dialect.Quote(identifier);

    /// <summary>Identifiers as SQL, separated by commas.</summary>
    protected string Quote(IEnumerable<string> identifiers) => List(identifiers.Select(dialect.Quote));

    /// <summary>A text as SQL.</summary>
    protected string Literal(string text) => dialect.StringLiteral(text);

    /// <summary>Items, separated by commas.</summary>
    protected static string List(IEnumerable<string> items) => string.Join(", ", items);

    private string Set(ColumnStatementOperation operation, string value, string condition)
    {
        var column = Quote(operation.Column);
        return $"UPDATE {Table(operation)} SET {column} = {value} WHERE {column} {condition};";
    }

    private string CreateIndex(CreateExpressionIndexOperation index)
    {
        var sql = new StringBuilder("CREATE ")
            .Append(index.Unique ? "UNIQUE " : "")
            .Append("INDEX ")
            .Append(index.Concurrently ? "CONCURRENTLY " : "")
            .Append(Quote(index.Name))
            .Append(" ON ")
            .Append(Table(index));
        if (index.Method is { } method)
            sql.Append(" USING ").Append(method);
        sql.Append(" (").AppendJoin(", ", index.Parts).Append(')');
        if (index.Include is { } included)
            sql.Append(" INCLUDE (").Append(Quote(included)).Append(')');
        if (index.NullsNotDistinct)
            sql.Append(" NULLS NOT DISTINCT");
        if (index.With is { } parameters)
            sql.Append(" WITH (").AppendJoin(", ", parameters).Append(')');
        if (index.Where is { } condition)
            sql.Append(" WHERE ").Append(condition);
        return sql.Append(';').ToString();
    }

    private string Insert(InsertRowsOperation insert)
        => $"INSERT INTO {Table(insert)} ({Quote(insert.Columns)}){(insert.OverridingSystemValue ? OverridingSystemValue : "")} "
            + $"VALUES {List(insert.Rows.Select(row => $"({List(row)})"))};";

    private string Key(RowByKeyOperation operation)
        => string.Join(" AND ", operation.KeyColumns.Zip(operation.KeyValues, (column, value) =>
        {
            var isForeign = operation.ForeignOperators?.Contains(column, StringComparer.Ordinal) == true;
            return $"{Quote(column)} {(isForeign ? "=" : dialect.EqualTo)} {value}";
        }));
}
