using System.Text.RegularExpressions;
using Autogen.Operations;

namespace Autogen.Upgrading;

/// <summary>
/// Line breaks of SQL as they are on this machine become <c>\n</c>; but those in texts, quoted names and dollar-quoted bodies are values.
/// </summary>
internal static partial class SqlLineBreaks
{
    /// <summary>The SQL with <c>\n</c> between its lines.</summary>
    public static string Normalise(string sql) => Pieces().Replace(sql, match => match.Groups["break"].Success ? "\n" : match.Value);

    // Whatever can hold a line break that is a value is matched first, so that the search goes on behind it.
    [GeneratedRegex(
        SqlValues.Pattern + """ | --[^\r\n]* | (?<break>\r\n?)""",
        RegexOptions.Singleline | RegexOptions.IgnorePatternWhitespace | RegexOptions.CultureInvariant)]
    private static partial Regex Pieces();
}
