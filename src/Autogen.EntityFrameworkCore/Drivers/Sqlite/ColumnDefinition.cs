using System.Globalization;
using Autogen.Schema.Objects;
using Autogen.Schema.Sql;
using Autogen.Schema.Sqlite;
using Autogen.Upgrading;
using Microsoft.EntityFrameworkCore.Migrations.Operations;

namespace Autogen.Drivers.Sqlite;

/// <summary>EF Core's column and foreign key operations as SQLite's text.</summary>
internal static class ColumnDefinition
{
    /// <summary>The column's definition, without keys.</summary>
    public static SqliteColumnText Of(ColumnOperation operation, string type)
    {
        var name = SqlQuote.Name(operation.Name);

        // EF Core gives a generated column neither a type nor NOT NULL.
        if (operation.ComputedColumnSql is { } computed)
        {
            var generated = new SqliteClause(SqliteClauseKind.Generated, $"AS ({computed}){(operation.IsStored == true ? " STORED" : "")}")
            {
                Expression = computed,
                Flag = operation.IsStored == true
            };
            return new SqliteColumnText(operation.Name, name, "", [generated, .. Collation(operation)]);
        }

        var clauses = new List<SqliteClause>();
        if (!operation.IsNullable)
            clauses.Add(new SqliteClause(SqliteClauseKind.NotNull, "NOT NULL"));
        if (Default(operation) is { } value)
            clauses.Add(new SqliteClause(SqliteClauseKind.Default, $"DEFAULT {value}") { Expression = value });
        clauses.AddRange(Collation(operation));
        return new SqliteColumnText(operation.Name, name, type, clauses.ToEquatableList());
    }

    /// <summary>The constraint's text, without its name.</summary>
    public static string ForeignKey(AddForeignKeyOperation operation)
    {
        var text = $"FOREIGN KEY ({Names(operation.Columns)}) REFERENCES {SqlQuote.Name(operation.PrincipalTable)}";
        if (operation.PrincipalColumns is { Length: > 0 } principal)
            text += $" ({Names(principal)})";
        if (Action(operation.OnDelete) is { } onDelete)
            text += " ON DELETE " + onDelete;
        return Action(operation.OnUpdate) is { } onUpdate ? text + " ON UPDATE " + onUpdate : text;
    }

    private static IEnumerable<SqliteClause> Collation(ColumnOperation operation)
        => operation.Collation is { } collation
            ? [new SqliteClause(SqliteClauseKind.Collate, "COLLATE " + SqlQuote.Name(collation)) { Expression = collation }]
            : [];

    /// <summary>Whether SQLite takes an expression for a default without parentheses, also of a column that it adds.</summary>
    public static bool IsLiteral(string sql) => SqlLexer.Read(sql, SqlSyntax.Sqlite)
        is [{ Kind: SqlTokenKind.String or SqlTokenKind.Number or SqlTokenKind.Binary }];

    private static string? Default(ColumnOperation operation)
        => operation.DefaultValueSql is { } sql ? (IsLiteral(sql) ? sql : $"({sql})")
            : operation.DefaultValue is { } value ? Literal(value)
            : null;

    // The texts that Microsoft.Data.Sqlite stores for the CLR types (its documentation, "Data types").
    private static string Literal(object value) => value switch
    {
        bool boolean => boolean ? "1" : "0",
        byte[] bytes => $"X'{Convert.ToHexString(bytes)}'",
        decimal number => SqlQuote.Text(number.ToString("0.0###########################", CultureInfo.InvariantCulture)),
        DateTime time => SqlQuote.Text(time.ToString("yyyy-MM-dd HH:mm:ss.FFFFFFF", CultureInfo.InvariantCulture)),
        DateTimeOffset time => SqlQuote.Text(time.ToString("yyyy-MM-dd HH:mm:ss.FFFFFFFzzz", CultureInfo.InvariantCulture)),
        DateOnly date => SqlQuote.Text(date.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture)),
        TimeOnly time => SqlQuote.Text(
            time.ToString(time.Ticks % TimeSpan.TicksPerSecond == 0 ? "HH:mm:ss" : "HH:mm:ss.fffffff", CultureInfo.InvariantCulture)),
        Guid guid => SqlQuote.Text(guid.ToString().ToUpperInvariant()),
        // Seventeen digits, and a negative number for one that SQLite has no integer for: as EF Core's provider writes them.
        double number
            => number.ToString("G17", CultureInfo.InvariantCulture) is var text && text.AsSpan().IndexOfAny(".Ee") < 0 ? text + ".0" : text,
        float number
            => number.ToString("R", CultureInfo.InvariantCulture) is var text && text.AsSpan().IndexOfAny(".Ee") < 0 ? text + ".0" : text,
        ulong number => unchecked((long)number).ToString(CultureInfo.InvariantCulture),
        Enum constant => Convert.ToInt64(constant, CultureInfo.InvariantCulture).ToString(CultureInfo.InvariantCulture),
        char or string or TimeSpan => SqlQuote.Text(Convert.ToString(value, CultureInfo.InvariantCulture)!),
        _ => Convert.ToString(value, CultureInfo.InvariantCulture)!,
    };

    private static string Names(IEnumerable<string> names) => string.Join(", ", names.Select(SqlQuote.Name));

    private static string? Action(Microsoft.EntityFrameworkCore.Migrations.ReferentialAction action) => action switch
    {
        Microsoft.EntityFrameworkCore.Migrations.ReferentialAction.Cascade => "CASCADE",
        Microsoft.EntityFrameworkCore.Migrations.ReferentialAction.Restrict => "RESTRICT",
        Microsoft.EntityFrameworkCore.Migrations.ReferentialAction.SetNull => "SET NULL",
        Microsoft.EntityFrameworkCore.Migrations.ReferentialAction.SetDefault => "SET DEFAULT",
        _ => null,
    };
}
