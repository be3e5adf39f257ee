using System.Text.RegularExpressions;

namespace Autogen.Operations;

/// <summary>Finds <c>@name</c> in SQL, but not in texts, quoted names, comments and dollar-quoted bodies.</summary>
internal static partial class SqlPlaceholders
{
    /// <summary>The places, in order.</summary>
    public static IEnumerable<(string Name, int Start, int Length)> In(string sql)
        => Pieces()
            .Matches(sql)
            .Where(match => match.Groups["name"].Success)
            .Select(match => (match.Groups["name"].Value, match.Index, match.Length));

    // Whatever can hold an @ that is none is matched first, so that the search goes on behind it. PostgreSQL's
    // operators @@ and <@ begin no name.
    [GeneratedRegex(
        SqlValues.OrComments + """ | (?<![\w@<])@(?<name>[A-Za-z_]\w*)""",
        RegexOptions.Singleline | RegexOptions.IgnorePatternWhitespace | RegexOptions.CultureInvariant)]
    private static partial Regex Pieces();
}
