using Autogen.Operations;
using Autogen.Schema.Objects;
using Microsoft.EntityFrameworkCore.Migrations.Operations;

namespace Autogen.Design.Ownership;

/// <summary>
/// The rows of <c>HasData</c> that the applied revisions have inserted and not deleted again, found by replaying their
/// operations in memory. Only such a row may be deleted because the model no longer has it, and only such a row is restored with
/// a table or a column that was dropped.
/// </summary>
/// <remarks>
/// This tool writes <c>InsertData</c> with the columns' types, or <c>InsertRows</c> (version 0.1.0: SQL of a known form). Rows that an
/// author inserts, by SQL or by <c>InsertData</c> without types, are the application's: the model never had them, so their absence from it
/// does not delete them. Values are those of EF Core's operations, or <see cref="SqlLiteral"/>s.
/// </remarks>
internal sealed class RevisionRows(Func<string?, string, ObjectName> nameOf)
{
    private readonly Dictionary<ObjectName, List<Dictionary<string, object?>>> tables = [];

    /// <summary>A table's rows: values by column.</summary>
    public IReadOnlyList<IReadOnlyDictionary<string, object?>> Of(ObjectName table) => tables.TryGetValue(table, out var rows) ? rows : [];

    /// <summary>Does to the rows what an operation does to them.</summary>
    public void Replay(MigrationOperation operation)
    {
        switch (operation)
        {
            case InsertDataOperation { ColumnTypes: not null } insert:
                foreach (var row in Rows(insert.Columns, insert.Values))
                    Mutable(insert.Schema, insert.Table).Add(row);
                break;
            case UpdateDataOperation update:
                foreach (var (key, values) in Rows(update.KeyColumns, update.KeyValues).Zip(Rows(update.Columns, update.Values)))
                    Update(Mutable(update.Schema, update.Table).Where(row => Has(row, key)), values);
                break;
            case DeleteDataOperation delete:
                foreach (var key in Rows(delete.KeyColumns, delete.KeyValues))
                    Mutable(delete.Schema, delete.Table).RemoveAll(row => Has(row, key));
                break;
            case InsertRowsOperation insert:
                Mutable(insert.Schema, insert.Table).AddRange(insert.Rows.Select(row => Literals(insert.Columns, row)));
                break;
            case UpdateRowOperation update:
                Update(
                    Mutable(update.Schema, update.Table).Where(row => Has(row, Literals(update.KeyColumns, update.KeyValues))),
                    Literals(update.Columns, update.Values));
                break;
            case DeleteRowOperation delete:
                Mutable(delete.Schema, delete.Table).RemoveAll(row => Has(row, Literals(delete.KeyColumns, delete.KeyValues)));
                break;
            case SqlOperation sql when RowStatement.Read(sql.Sql) is { } statement:
                Replay(statement);
                break;
            case DropTableOperation drop:
                tables.Remove(nameOf(drop.Schema, drop.Name));
                break;
            case RenameTableOperation rename when tables.Remove(nameOf(rename.Schema, rename.Name), out var rows):
                tables[nameOf(rename.NewSchema ?? rename.Schema, rename.NewName ?? rename.Name)] = rows;
                break;
            case DropColumnOperation drop:
                foreach (var row in Mutable(drop.Schema, drop.Table))
                    row.Remove(drop.Name);
                break;
            case RenameColumnOperation rename:
                foreach (var row in Mutable(rename.Schema, rename.Table))
                {
                    if (row.Remove(rename.Name, out var value))
                        row[rename.NewName] = value;
                }

                break;
        }
    }

    private void Replay(RowStatement statement)
    {
        var rows = Mutable(statement.Table.Schema, statement.Table.Name);
        switch (statement.Verb)
        {
            case RowStatement.Verbs.Insert:
                rows.AddRange(statement.Rows.Select(Values));
                break;
            case RowStatement.Verbs.Update:
                Update(rows.Where(row => Has(row, Values(statement.Rows[0]))), Values(statement.Values));
                break;
            case RowStatement.Verbs.Delete:
                rows.RemoveAll(row => Has(row, Values(statement.Rows[0])));
                break;
        }

        static Dictionary<string, object?> Values(IReadOnlyDictionary<string, SqlLiteral> row)
            => row.ToDictionary(value => value.Key, object? (value) => value.Value, StringComparer.Ordinal);
    }

    private List<Dictionary<string, object?>> Mutable(string? schema, string table)
    {
        var name = nameOf(schema, table);
        if (!tables.TryGetValue(name, out var rows))
            tables.Add(name, rows = []);
        return rows;
    }

    private static IEnumerable<Dictionary<string, object?>> Rows(string[] columns, object?[,] values)
        => Enumerable.Range(0, values.GetLength(0))
            .Select(row => Enumerable.Range(0, columns.Length).ToDictionary(
                column => columns[column], column => values[row, column], StringComparer.Ordinal));

    private static Dictionary<string, object?> Literals(IReadOnlyList<string> columns, IReadOnlyList<string> values)
        => columns.Zip(values).ToDictionary(
            pair => pair.First, object? (pair) => new SqlLiteral(pair.Second), StringComparer.Ordinal);

    private static bool Has(Dictionary<string, object?> row, Dictionary<string, object?> key)
        => key.All(part => row.TryGetValue(part.Key, out var value) && SqlLiteral.AreSame(value, part.Value));

    private static void Update(IEnumerable<Dictionary<string, object?>> rows, Dictionary<string, object?> values)
    {
        foreach (var row in rows)
        {
            foreach (var (column, value) in values)
                row[column] = value;
        }
    }
}
