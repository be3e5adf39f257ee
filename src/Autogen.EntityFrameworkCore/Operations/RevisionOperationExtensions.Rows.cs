using Autogen.Operations;
using Microsoft.EntityFrameworkCore.Migrations;

namespace Autogen;

// Rows of HasData whose values EF Core's operations can't hold.
public static partial class RevisionOperationExtensions
{
    /// <summary>
    /// Inserts rows of <c>HasData</c>, by literals: they count as the model's, and a later revision deletes those that the model no longer
    /// has. For rows of your own use <c>InsertData</c> or <c>Sql</c>.
    /// </summary>
    /// <param name="op">The revision's builder.</param>
    /// <param name="table">The table.</param>
    /// <param name="columns">The columns.</param>
    /// <param name="rows">The rows; each has a value, as SQL, for every column: <c>[["1", "'happy'"], ["2", "NULL"]]</c>.</param>
    /// <param name="overridingSystemValue">Whether an identity column that is generated always takes the values that are given.</param>
    /// <param name="schema">The table's schema; the default one if omitted.</param>
    public static void InsertRows(
        this MigrationBuilder op,
        string table,
        IReadOnlyList<string> columns,
        IReadOnlyList<IReadOnlyList<string>> rows,
        bool overridingSystemValue = false,
        string? schema = null)
        => op.Add(new InsertRowsOperation
        {
            Table = table,
            Schema = schema,
            Columns = columns,
            Rows = rows,
            OverridingSystemValue = overridingSystemValue,
        });

    /// <summary>Updates a row of <c>HasData</c>, by literals.</summary>
    /// <param name="op">The revision's builder.</param>
    /// <param name="table">The table.</param>
    /// <param name="keyColumns">The columns of the key.</param>
    /// <param name="keyValues">The key's values, as SQL.</param>
    /// <param name="columns">The columns that are set.</param>
    /// <param name="values">The new values, as SQL.</param>
    /// <param name="foreignOperators">Columns of the key whose equality operator is not the server's own (<c>citext</c>).</param>
    /// <param name="schema">The table's schema; the default one if omitted.</param>
    public static void UpdateRow(
        this MigrationBuilder op,
        string table,
        IReadOnlyList<string> keyColumns,
        IReadOnlyList<string> keyValues,
        IReadOnlyList<string> columns,
        IReadOnlyList<string> values,
        IReadOnlyList<string>? foreignOperators = null,
        string? schema = null)
        => op.Add(new UpdateRowOperation
        {
            Table = table,
            Schema = schema,
            KeyColumns = keyColumns,
            KeyValues = keyValues,
            Columns = columns,
            Values = values,
            ForeignOperators = foreignOperators,
        });

    /// <summary>Deletes a row of <c>HasData</c>, by literals.</summary>
    /// <param name="op">The revision's builder.</param>
    /// <param name="table">The table.</param>
    /// <param name="keyColumns">The columns of the key.</param>
    /// <param name="keyValues">The key's values, as SQL.</param>
    /// <param name="foreignOperators">Columns of the key whose equality operator is not the server's own (<c>citext</c>).</param>
    /// <param name="schema">The table's schema; the default one if omitted.</param>
    public static void DeleteRow(
        this MigrationBuilder op,
        string table,
        IReadOnlyList<string> keyColumns,
        IReadOnlyList<string> keyValues,
        IReadOnlyList<string>? foreignOperators = null,
        string? schema = null)
        => op.Add(new DeleteRowOperation
        {
            Table = table,
            Schema = schema,
            KeyColumns = keyColumns,
            KeyValues = keyValues,
            ForeignOperators = foreignOperators,
        });
}
