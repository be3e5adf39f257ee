using System.Text.RegularExpressions;

namespace Autogen.Schema.PostgreSql;

/// <summary>
/// Expressions as PostgreSQL's lexer sees them (its documentation, 4.1 Lexical Structure): texts with the same tokens are the same
/// expression. Texts whose tokens depend on settings, escapes or comments are not judged.
/// </summary>
internal static partial class PostgreSqlSpelling
{
    /// <summary>
    /// Whether two texts are certainly one expression: white space, the case of words and enclosing parentheses make no difference.
    /// </summary>
    public static bool AreSame(string left, string right)
        => Tokens(left) is { } one && Tokens(right) is { } other
            && WithoutParentheses(one).SequenceEqual(WithoutParentheses(other), StringComparer.Ordinal);

    /// <summary>The text without the parentheses that enclose all of it.</summary>
    public static string WithoutParentheses(string text)
    {
        var inner = text.Trim();
        while (Tokens(inner) is { } tokens && IsEnclosed(tokens))
            inner = inner[1..^1].Trim();
        return inner;
    }

    /// <summary>
    /// The names that an expression may contain, as the server folds them; <see langword="null"/> if unknown.
    /// </summary>
    public static IReadOnlySet<string>? Words(string text)
    {
        if (Undecided().IsMatch(text))
            return null;
        var words = new HashSet<string>(StringComparer.Ordinal);
        foreach (Match match in Names().Matches(text))
        {
            if (match.Groups["name"] is { Success: true } name)
                words.Add(name.Value.Replace("\"\"", "\"", StringComparison.Ordinal));
            else if (match.Groups["word"] is { Success: true } word)
                words.Add(Fold(word.Value));
        }

        return words;
    }

    // Only A to Z: whether the server folds other letters depends on its encoding.
    private static string Fold(string word)
        => string.Concat(word.Select(character => char.IsAsciiLetterUpper(character) ? char.ToLowerInvariant(character) : character));

    private static List<string>? Tokens(string text)
    {
        var tokens = new List<string>();
        var wasText = false;
        for (var match = Token().Match(text); ; match = match.NextMatch())
        {
            if (!match.Success)
                return null;
            if (match.Groups["end"].Success)
                return tokens;

            // A string directly behind a word has escapes (E'…'); a string behind a string on another line continues it.
            var isText = match.Groups["text"].Success;
            var isPrefixed = match.Groups["space"].Length == 0 && tokens is [.., var before] && IsWordPart(before[^1]);
            if (isText && (wasText || isPrefixed))
                return null;
            wasText = isText;
            tokens.Add(match.Groups["word"].Success ? Fold(match.Groups["word"].Value) : match.Groups["token"].Value);
            var symbol = match.Groups["operator"].Value;
            if (symbol.Contains("--", StringComparison.Ordinal) || symbol.Contains("/*", StringComparison.Ordinal))
                return null;
        }
    }

    private static List<string> WithoutParentheses(List<string> tokens) => IsEnclosed(tokens) ? WithoutParentheses(tokens[1..^1]) : tokens;

    private static bool IsEnclosed(List<string> tokens)
    {
        if (tokens is not ["(", .., ")"])
            return false;
        var depth = 0;
        for (var i = 0; i < tokens.Count - 1; i++)
        {
            depth += tokens[i] is "(" ? 1 : tokens[i] is ")" ? -1 : 0;
            if (depth == 0)
                return false;
        }

        return depth == 1;
    }

    private static bool IsWordPart(char character) => char.IsAsciiLetterOrDigit(character) || character is '_' or >= '\u0080';

    [GeneratedRegex(
        """
        \G(?<space>[ \t\r\n\f]*)(?:(?<end>\z)|(?<token>
          (?<text>'(?:[^'\\]|'')*')
          |"(?:[^"]|"")*"
          |(?<word>[0-9][A-Za-z_0-9.]*|[A-Za-z_\u0080-\uFFFF][A-Za-z_0-9\u0080-\uFFFF]*)
          |::
          |(?<operator>[-+*/<>=~!@\#%^&|?`]+)
          |[(),.\[\];:]))
        """,
        RegexOptions.ExplicitCapture | RegexOptions.IgnorePatternWhitespace | RegexOptions.CultureInvariant,
        60_000)]
    private static partial Regex Token();

    [GeneratedRegex(
        """
        [eE]'(?:[^'\\]|''|\\.)*'
        |'(?:[^']|'')*'
        |"(?<name>(?:[^"]|"")*)"
        |(?<word>[A-Za-z_\u0080-\uFFFF][A-Za-z_0-9$\u0080-\uFFFF]*)
        """,
        RegexOptions.ExplicitCapture | RegexOptions.Singleline | RegexOptions.IgnorePatternWhitespace | RegexOptions.CultureInvariant,
        60_000)]
    private static partial Regex Names();

    // Escapes in names, dollar quotes, comments: they may hide a quotation mark.
    [GeneratedRegex(@"[uU]&[""']|\$[A-Za-z_0-9\u0080-\uFFFF]*\$|--|/\*", RegexOptions.CultureInvariant, 60_000)]
    private static partial Regex Undecided();
}
