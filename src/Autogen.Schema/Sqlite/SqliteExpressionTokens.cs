using System.Globalization;
using System.Text;
using Autogen.Schema.Sql;

namespace Autogen.Schema.Sqlite;

/// <summary>
/// Expressions by their tokens: white space, comments, the case of words, the quotes of identifiers and enclosing parentheses make no
/// difference; numbers count by value, strings exactly. Strings that are joined are one string: EF Core's provider writes a line break in a
/// text as <c>('a' || (CHAR(10) || 'b'))</c>.
/// </summary>
internal static class SqliteExpressionTokens
{
    /// <summary>Whether two texts are one expression.</summary>
    public static bool AreSame(string left, string right) => Normal(left).SequenceEqual(Normal(right), StringComparer.Ordinal);

    private static IEnumerable<string> Normal(string text)
    {
        var tokens = Unwrapped([.. SqlLexer.Read(text, SqlSyntax.Sqlite)]);
        return Joined(tokens) is { } joined ? [joined] : tokens.Select(Normal);
    }

    // Nothing but strings, CHAR(code), || and parentheses: joining is associative, so the parentheses don't matter.
    private static string? Joined(SqlToken[] tokens)
    {
        var text = new StringBuilder();
        for (var index = 0; index < tokens.Length; index++)
        {
            if (tokens[index].Kind == SqlTokenKind.String)
            {
                text.Append(tokens[index].Text.AsSpan(1, tokens[index].Text.Length - 2));
            }
            else if (tokens[index].Is("CHAR")
                && index + 3 < tokens.Length
                && tokens[index + 1].IsMark("(")
                && tokens[index + 3].IsMark(")")
                && int.TryParse(tokens[index + 2].Text, NumberStyles.None, CultureInfo.InvariantCulture, out var code)
                && code is > 0 and < 0x80)
            {
                text.Append(code == '\'' ? "''" : ((char)code).ToString());
                index += 3;
            }
            else if (!tokens[index].IsMark("||") && !tokens[index].IsMark("(") && !tokens[index].IsMark(")"))
            {
                return null;
            }
        }

        return tokens.Length > 1 && tokens.Any(token => token.IsMark("||")) ? $"'{text}'" : null;
    }

    // With a point or an exponent it is a floating point number, and two texts of the same one are alike:
    // https://www.sqlite.org/lang_expr.html#literal_values_constants_
    private static string Number(string text)
        => text.AsSpan().ContainsAny('.', 'e', 'E') && double.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out var real)
            ? "#" + real.ToString("R", CultureInfo.InvariantCulture)
            : decimal.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var whole) ? "#"
                + whole.ToString(CultureInfo.InvariantCulture)
            : text.ToUpperInvariant();

    private static string Normal(SqlToken token) => token.Kind switch
    {
        SqlTokenKind.Word or SqlTokenKind.QuotedName => token.Name.ToUpperInvariant(),
        SqlTokenKind.Number => Number(token.Text),
        SqlTokenKind.Binary => token.Text.ToUpperInvariant(),
        SqlTokenKind.Mark => token.Text switch
        {
            "==" => "=",
            "!=" => "<>",
            var mark => mark,
        },
        _ => token.Text,
    };

    private static SqlToken[] Unwrapped(SqlToken[] tokens)
    {
        while (tokens.IsEnclosed())
            tokens = tokens[1..^1];
        return tokens;
    }
}
