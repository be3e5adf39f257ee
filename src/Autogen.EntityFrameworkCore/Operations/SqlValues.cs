namespace Autogen.Operations;

/// <summary>
/// The parts of SQL in which nothing is what it looks like, for regular expressions that search the rest (with
/// <c>IgnorePatternWhitespace</c> and <c>Singleline</c>).
/// </summary>
internal static class SqlValues
{
    /// <summary>Texts, quoted names and dollar-quoted bodies. https://www.postgresql.org/docs/current/sql-syntax-lexical.html</summary>
    public const string Pattern = """[eE]'(?:[^'\\]|\\.|'')*' | '(?:[^']|'')*' | "(?:[^"]|"")*" | \$(?<tag>\w*)\$.*?\$\k<tag>\$""";

    /// <summary>Those, and comments.</summary>
    public const string OrComments = Pattern + """ | --[^\n]* | /\*.*?\*/""";
}
