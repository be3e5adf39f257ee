using System.Text;
using Autogen.Drivers;
using Autogen.Schema;
using Autogen.Schema.Dialects;
using Autogen.Schema.Objects;
using Microsoft.EntityFrameworkCore.Migrations.Operations;
using Microsoft.EntityFrameworkCore.Storage;

namespace Autogen.Upgrading.Completing;

/// <summary>The SQL of INSERT, UPDATE and DELETE operations, with the types of the columns as they are at that step.</summary>
internal sealed class DataSql(IRelationalTypeMappingSource mappings, DatabaseDriver driver)
{
    // One statement has so many rows; larger ones take the server's parser much memory.
    private const int RowsOfStatement = 500;

    private readonly Dialect dialect = driver.Dialect;
    private readonly DataLiterals literals = new(mappings);

    /// <summary>The statements of an operation.</summary>
    /// <param name="operation">
    /// An <see cref="InsertDataOperation"/>, <see cref="UpdateDataOperation"/> or <see cref="DeleteDataOperation"/>.
    /// </param>
    /// <param name="columns">The table's columns; <see langword="null"/> where they are not known.</param>
    public IEnumerable<string> Of(MigrationOperation operation, KnownColumns? columns) => operation switch
    {
        InsertDataOperation insert => Insert(insert, columns),
        UpdateDataOperation update => Rows(update.KeyValues).Select(row =>
            $"UPDATE {Name(update.Schema, update.Table)} SET {Assignments(update, columns, row)} "
                + $"WHERE {Condition(update.Table, update.KeyColumns, update.KeyColumnTypes, update.KeyValues, columns, row)}"),
        DeleteDataOperation delete => Rows(delete.KeyValues).Select(row =>
            $"DELETE FROM {Name(delete.Schema, delete.Table)} "
                + $"WHERE {Condition(delete.Table, delete.KeyColumns, delete.KeyColumnTypes, delete.KeyValues, columns, row)}"),
        _ => throw new InvalidOperationException($"{operation.GetType().Name} changes no rows."),
    };

    private IEnumerable<string> Insert(InsertDataOperation insert, KnownColumns? columns)
    {
        var overriding = insert.Columns.Any(column => columns?.Find(column) is { IsAlwaysIdentity: true })
            ? " OVERRIDING SYSTEM VALUE"
            : "";
        var head =
            $"INSERT INTO {Name(insert.Schema, insert.Table)} ({string.Join(", ", insert.Columns.Select(dialect.Quote))}){overriding} "
                + "VALUES ";
        foreach (var rows in Rows(insert.Values).Chunk(RowsOfStatement))
        {
            var sql = new StringBuilder(head);
            foreach (var (row, index) in rows.Select((row, index) => (row, index)))
            {
                var values = insert.Columns.Select(
                    (column, at) => Literal(insert.Table, column, insert.Values[row, at], insert.ColumnTypes?[at], columns));
                sql.Append(index == 0 ? "" : ", ").Append('(').AppendJoin(", ", values).Append(')');
            }

            yield return sql.ToString();
        }

        foreach (var column in insert.Columns.Where(column => columns?.Find(column) is { IsNumbered: true }))
        {
            if (driver.Columns.CatchUpSql(Name(insert.Schema, insert.Table), column) is { } sql)
                yield return sql;
        }
    }

    private string Assignments(UpdateDataOperation update, KnownColumns? columns, int row)
        => string.Join(", ", update.Columns.Select((column, at) =>
            $"{dialect.Quote(column)} = {Literal(update.Table, column, update.Values[row, at], update.ColumnTypes?[at], columns)}"));

    private string Condition(string table, string[] keys, string[]? types, object?[,] values, KnownColumns? columns, int row)
        => string.Join(" AND ", keys.Select((column, at) => values[row, at] is { } value and not DBNull
            ? $"{dialect.Quote(column)} = {Literal(table, column, value, types?[at], columns)}"
            : $"{dialect.Quote(column)} IS NULL"));

    private string Literal(string table, string column, object? value, string? type, KnownColumns? columns)
    {
        if (type is null && columns is not null && columns.Find(column) is null)
            throw new AutogenException(ErrorCode.RevisionInvalid, $"Table '{table}' has no column '{column}' at this step.");
        return literals.Of(table, column, value, type ?? columns?.Find(column)?.Type);
    }

    private string Name(string? schema, string table) => dialect.Quote(new ObjectName(dialect.SchemaOf(schema), table));

    private static IEnumerable<int> Rows(object?[,] values) => Enumerable.Range(0, values.GetLength(0));
}
