using System.Globalization;

namespace Autogen.Schema.Sqlite;

/// <summary>
/// Expressions by their tokens: white space, comments, the case of words, the quotes of identifiers and enclosing parentheses make no difference; numbers count by value,
/// strings exactly.
/// </summary>
internal static class SqliteExpressionTokens
{
    /// <summary>Whether two texts are one expression.</summary>
    public static bool AreSame(string left, string right) => Normal(left).SequenceEqual(Normal(right), StringComparer.Ordinal);

    private static IEnumerable<string> Normal(string text) => Unwrapped([.. SqliteTokenizer.Tokenize(text)]).Select(Normal);

    private static string Normal(SqliteToken token) => token.Kind switch
    {
        SqliteTokenKind.Word or SqliteTokenKind.QuotedIdentifier => token.Name.ToUpperInvariant(),
        SqliteTokenKind.Number => decimal.TryParse(token.Text, NumberStyles.Float, CultureInfo.InvariantCulture, out var value)
            ? "#" + value.ToString("0.############################", CultureInfo.InvariantCulture)
            : token.Text.ToUpperInvariant(),
        SqliteTokenKind.Blob => token.Text.ToUpperInvariant(),
        SqliteTokenKind.Mark => token.Text switch
        {
            "==" => "=",
            "!=" => "<>",
            var mark => mark,
        },
        _ => token.Text,
    };

    private static SqliteToken[] Unwrapped(SqliteToken[] tokens)
    {
        while (tokens is [var first, .., var last] && first.IsMark("(") && last.IsMark(")") && ClosesAtTheEnd(tokens))
            tokens = tokens[1..^1];
        return tokens;
    }

    private static bool ClosesAtTheEnd(SqliteToken[] tokens)
    {
        var depth = 0;
        for (var index = 0; index < tokens.Length - 1; index++)
        {
            depth += tokens[index].IsMark("(") ? 1 : tokens[index].IsMark(")") ? -1 : 0;
            if (depth == 0)
                return false;
        }

        return true;
    }
}
