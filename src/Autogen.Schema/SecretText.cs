using System.Text.RegularExpressions;

namespace Autogen.Schema;

/// <summary>
/// Where a password ends that is in a text behind <c>Password=</c>. In doubt it takes too much: the rest of a sentence can be spared,
/// the rest of a password cannot.
/// </summary>
internal static partial class SecretText
{
    /// <summary>The end of the value; its start if none exists.</summary>
    /// <param name="text">The text.</param>
    /// <param name="key">Where the key starts.</param>
    /// <param name="start">Where the value starts.</param>
    public static int End(string text, int key, int start)
    {
        if (start == text.Length)
            return start;
        var line = text.AsSpan(start).IndexOfAny('\r', '\n') is var length && length < 0 ? text.Length : start + length;
        if (text[start] is '\'' or '"')
            return QuotedEnd(text, start, line);
        var before = key > 0 ? text[key - 1] : ' ';
        if (before is '?' or '&')
            return FirstOf(text, start, line, QueryEnd());

        // Another pair follows: all before it is the value. Else a connection string ends here, perhaps inside a sentence.
        if (NextPair().Match(text, start, line - start) is { Success: true } next)
            return next.Index;
        return FirstOf(text, start, line, IsChained(text, key) ? SentenceGoesOn() : WordEnd());
    }

    private static int FirstOf(string text, int start, int line, Regex end)
        => end.Match(text, start, line - start) is { Success: true } found ? found.Index : line;

    // A pair precedes it, so it is a connection string: an unquoted value may hold spaces.
    private static bool IsChained(string text, int key) => Chained().IsMatch(text.AsSpan(0, key));

    private static int QuotedEnd(string text, int start, int line)
    {
        var quote = text[start].ToString();

        // In a text of SQL all quotes are doubled: ''a b''. An empty value has nothing to hide.
        if (start + 2 < line && text[start + 1] == text[start] && text[start + 2] is not (';' or ' ' or ',' or ')'))
            quote += quote;
        for (var i = start + quote.Length; i < line; i++)
        {
            if (text[i] == '\\')
                i++;
            else if (IsAt(text, i, quote) && IsAt(text, i + quote.Length, quote))
                i += (2 * quote.Length) - 1;
            else if (IsAt(text, i, quote))
                return i + quote.Length;
        }

        return line;
    }

    private static bool IsAt(string text, int index, string part) => string.CompareOrdinal(text, index, part, 0, part.Length) == 0;

    [GeneratedRegex(@";[ \t]*[a-z][\w ]*=", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant, 60_000)]
    private static partial Regex NextPair();

    [GeneratedRegex(@";[ \t]*(?:\w+ )?\z", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture | RegexOptions.RightToLeft, 60_000)]
    private static partial Regex Chained();

    [GeneratedRegex(@"[&\s'""]", RegexOptions.CultureInvariant, 60_000)]
    private static partial Regex QueryEnd();

    [GeneratedRegex(@";|['""](?=[\s.,:;)\]]|\z)|[.,:)\]](?=\s|\z)", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture, 60_000)]
    private static partial Regex SentenceGoesOn();

    [GeneratedRegex(
        @"[;\s]|['""](?=[\s.,:;)\]]|\z)|[.,:)\]](?=\s|\z)", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture, 60_000)]
    private static partial Regex WordEnd();
}
