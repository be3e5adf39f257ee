using System.Text;
using Autogen.Schema.Dialects;
using Autogen.Schema.Objects;
using Autogen.Schema.Sql;

namespace Autogen.Schema.Comparison;

/// <summary>
/// Whether an expression uses a column. The database's catalogue decides where the expression was read from one
/// (<see cref="SqlExpression.Columns"/>); else its text, by one of two policies, which differ where a text can't be understood without the
/// server.
/// </summary>
internal static class ColumnMentions
{
    /// <summary>Never true for another thing; false where the text leaves a doubt.</summary>
    public static bool SurelyMentions(SqlExpression expression, string column, Dialect dialect)
        => expression.Columns.Value is { } known
            ? known.Contains(column, StringComparer.Ordinal)
                && Names(expression.Text, dialect).Any(name => Is(dialect.Syntax.NameOf(name), column, dialect))
            : ColumnTokens.In(expression.Text, dialect.Syntax).Any(name => Is(dialect.Syntax.NameOf(name), column, dialect));

    /// <summary>
    /// Never false for the column: any of its name counts (a function, a type), and the row as a whole (<c>t.*</c>, <c>f(t)</c>).
    /// </summary>
    /// <param name="expression">The expression.</param>
    /// <param name="table">The table that the expression is of.</param>
    /// <param name="column">The column.</param>
    /// <param name="dialect">The database.</param>
    public static bool MayMention(SqlExpression expression, Table table, string column, Dialect dialect)
    {
        var tokens = SqlLexer.Read(expression.Text, dialect.Syntax);
        if (HasWholeRow(tokens))
            return true;
        return expression.Columns.Value is { } known
            ? known.Contains(column, StringComparer.Ordinal) && tokens.Any(token => MayBe(token, column, dialect))
            : tokens.Any(token => MayBe(token, column, dialect)) || HasTable(tokens, table, dialect);
    }

    /// <summary>
    /// The expression with each column that has a new name under that name, quoted; where the text leaves a doubt, as it was.
    /// </summary>
    public static SqlExpression Rename(SqlExpression expression, IReadOnlyDictionary<string, string> names, Dialect dialect)
        => expression with
        {
            Text = Rename(expression.Text, names, dialect),
            Canonical = expression.Canonical is null ? null : Rename(expression.Canonical, names, dialect),
            Columns = new(expression.Columns.Value?.Select(column => names.GetValueOrDefault(column, column)).ToList()),
        };

    private static string Rename(string text, IReadOnlyDictionary<string, string> names, Dialect dialect)
    {
        var result = new StringBuilder(text.Length);
        var end = 0;
        foreach (var token in ColumnTokens.In(text, dialect.Syntax))
        {
            var name = dialect.Syntax.NameOf(token);
            if (names.FirstOrDefault(pair => Is(name, pair.Key, dialect)) is not { Key: not null } rename)
                continue;

            result.Append(text, end, token.Start - end).Append(dialect.Quote(rename.Value));
            end = token.End;
        }

        return result.Append(text, end, text.Length - end).ToString();
    }

    private static IEnumerable<SqlToken> Names(string text, Dialect dialect)
        => SqlLexer.Read(text, dialect.Syntax).Where(token => token.IsName);

    private static bool Is(string name, string column, Dialect dialect)
        => string.Equals(name, column, StringComparison.Ordinal) || dialect.SameName(name, column);

    private static bool MayBe(SqlToken token, string column, Dialect dialect)
        => token.IsName
            && (token.MayHaveEscapes
                || Is(dialect.Syntax.NameOf(token), column, dialect)
                || (token.Kind == SqlTokenKind.Word && string.Equals(token.Text, column, StringComparison.OrdinalIgnoreCase)));

    // As PostgreSQL writes it, however it was written.
    private static bool HasWholeRow(IReadOnlyList<SqlToken> tokens)
        => Enumerable.Range(1, Math.Max(0, tokens.Count - 1)).Any(i => tokens[i].IsMark("*") && tokens[i - 1].IsMark("."));

    // A table's name by itself is its row, unless a column has that name.
    private static bool HasTable(IReadOnlyList<SqlToken> tokens, Table table, Dialect dialect)
        => !table.Columns.Any(column => Is(column.Name, table.Name.Name, dialect))
            && tokens.Select((token, i) => (Token: token, IsBeforeDot: i + 1 < tokens.Count && tokens[i + 1].IsMark(".")))
                .Any(item => !item.IsBeforeDot && MayBe(item.Token, table.Name.Name, dialect));
}
