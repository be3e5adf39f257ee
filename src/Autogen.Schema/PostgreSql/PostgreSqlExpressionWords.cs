using System.Text;
using System.Text.RegularExpressions;

namespace Autogen.Schema.PostgreSql;

/// <summary>
/// Expressions by their words, for when the server could not be asked: white space, case, parentheses and casts
/// outside of quotes make no difference.
/// </summary>
internal static partial class PostgreSqlExpressionWords
{
    /// <summary>Whether two texts have the same words. If not, they may still be one expression.</summary>
    public static bool AreSame(string left, string right) => string.Equals(Words(left), Words(right), StringComparison.Ordinal);

    private static string Words(string text)
    {
        var words = new StringBuilder();
        foreach (Match token in Tokens().Matches(Casts().Replace(text, "$1")))
        {
            var word = token.Value;
            if (word is "(" or ")")
                continue;
            words.Append(word[0] is '\'' or '"' ? word.Trim('"') : word.ToLowerInvariant()).Append(' ');
        }

        return words.ToString();
    }

    [GeneratedRegex(@"'(?:[^']|'')*'|""(?:[^""]|"""")*""|\w+|[^\s\w]", RegexOptions.CultureInvariant, 60_000)]
    private static partial Regex Tokens();

    [GeneratedRegex(
        @"('(?:[^']|'')*'|\w|\))::(?:""[^""]+""|[a-z_][\w ]*?)(?:\.""?\w+""?)?(?:\(\d+(?:,\d+)?\))?(?:\[\])?(?=$|[\s,)\]])",
        RegexOptions.IgnoreCase | RegexOptions.CultureInvariant,
        60_000)]
    private static partial Regex Casts();
}
