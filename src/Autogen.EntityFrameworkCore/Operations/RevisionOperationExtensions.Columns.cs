using Autogen.Operations;
using Microsoft.EntityFrameworkCore.Migrations;

namespace Autogen;

// Columns and their values.
public static partial class RevisionOperationExtensions
{
    /// <summary>
    /// Changes a column's type by a conversion of its values:
    /// <c>op.AlterColumnType("orders", "state", "integer", conversion: "CASE state WHEN 'new' THEN 0 ELSE 1 END")</c>.
    /// </summary>
    /// <param name="op">The revision's builder.</param>
    /// <param name="table">The table.</param>
    /// <param name="column">The column; it must have no default that can't be cast to the new type.</param>
    /// <param name="type">The new store type.</param>
    /// <param name="conversion">SQL that makes a new value of the old row; the database's own conversion if omitted.</param>
    /// <param name="collation">The collation; the type's own if omitted.</param>
    /// <param name="collationSchema">The collation's schema.</param>
    /// <param name="inUtc">Whether the session's time zone is UTC during the conversion.</param>
    /// <param name="schema">The table's schema; the default one if omitted.</param>
    public static void AlterColumnType(
        this MigrationBuilder op,
        string table,
        string column,
        string type,
        string? conversion = null,
        string? collation = null,
        string? collationSchema = null,
        bool inUtc = false,
        string? schema = null)
        => op.Add(new AlterColumnTypeOperation
        {
            Table = table,
            Schema = schema,
            Column = column,
            Type = type,
            Conversion = conversion,
            Collation = collation,
            CollationSchema = collationSchema,
            InUtc = inUtc,
        });

    /// <summary>Sets a column's default, and nothing else of it.</summary>
    /// <param name="op">The revision's builder.</param>
    /// <param name="table">The table.</param>
    /// <param name="column">The column.</param>
    /// <param name="sql">The default, as SQL.</param>
    /// <param name="schema">The table's schema; the default one if omitted.</param>
    public static void SetDefault(this MigrationBuilder op, string table, string column, string sql, string? schema = null)
        => op.Add(new SetDefaultOperation { Table = table, Schema = schema, Column = column, Sql = sql });

    /// <summary>Drops a column's default.</summary>
    /// <param name="op">The revision's builder.</param>
    /// <param name="table">The table.</param>
    /// <param name="column">The column.</param>
    /// <param name="schema">The table's schema; the default one if omitted.</param>
    public static void DropDefault(this MigrationBuilder op, string table, string column, string? schema = null)
        => op.Add(new DropDefaultOperation { Table = table, Schema = schema, Column = column });

    /// <summary>
    /// Gives rows that have no value in a column one, before it becomes required. All in one statement: for large tables that are in use
    /// <see cref="Backfill(MigrationBuilder, string, string, string, string?, int, TimeSpan, string?)"/> locks less.
    /// </summary>
    /// <param name="op">The revision's builder.</param>
    /// <param name="table">The table.</param>
    /// <param name="column">The column.</param>
    /// <param name="value">The value, as SQL.</param>
    /// <param name="schema">The table's schema; the default one if omitted.</param>
    public static void FillColumn(this MigrationBuilder op, string table, string column, string value, string? schema = null)
        => op.Add(new FillColumnOperation { Table = table, Schema = schema, Column = column, Value = value });

    /// <summary>Converts the values of a column where they are; rows without one keep none.</summary>
    /// <param name="op">The revision's builder.</param>
    /// <param name="table">The table.</param>
    /// <param name="column">The column.</param>
    /// <param name="value">SQL that makes a new value of the old row.</param>
    /// <param name="schema">The table's schema; the default one if omitted.</param>
    public static void ConvertColumn(this MigrationBuilder op, string table, string column, string value, string? schema = null)
        => op.Add(new ConvertColumnOperation { Table = table, Schema = schema, Column = column, Value = value });

    /// <summary>Makes a generated column an ordinary one, with the values that it has.</summary>
    /// <param name="op">The revision's builder.</param>
    /// <param name="table">The table.</param>
    /// <param name="column">The column.</param>
    /// <param name="schema">The table's schema; the default one if omitted.</param>
    public static void DropExpression(this MigrationBuilder op, string table, string column, string? schema = null)
        => op.Add(new DropExpressionOperation { Table = table, Schema = schema, Column = column });

    /// <summary>
    /// Makes a generated column an ordinary one where the server can't drop its expression: another column takes its place.
    /// </summary>
    /// <param name="op">The revision's builder.</param>
    /// <param name="table">The table.</param>
    /// <param name="column">The column.</param>
    /// <param name="type">The store type.</param>
    /// <param name="temporaryName">The new column's name until the old one is dropped.</param>
    /// <param name="collation">The collation; the type's own if omitted.</param>
    /// <param name="collationSchema">The collation's schema.</param>
    /// <param name="nullable">Whether it may be NULL.</param>
    /// <param name="comment">The comment; none if omitted.</param>
    /// <param name="schema">The table's schema; the default one if omitted.</param>
    public static void ReplaceGeneratedColumn(
        this MigrationBuilder op,
        string table,
        string column,
        string type,
        string temporaryName,
        string? collation = null,
        string? collationSchema = null,
        bool nullable = false,
        string? comment = null,
        string? schema = null)
        => op.Add(new ReplaceGeneratedColumnOperation
        {
            Table = table,
            Schema = schema,
            Column = column,
            Type = type,
            TemporaryName = temporaryName,
            Collation = collation,
            CollationSchema = collationSchema,
            Nullable = nullable,
            Comment = comment,
        });
}
