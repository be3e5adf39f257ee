namespace Autogen.Schema.Sql;

/// <summary>A token of SQL.</summary>
/// <param name="Kind">What it is.</param>
/// <param name="Text">Its text as it is in the source.</param>
/// <param name="Start">Where it begins in the source.</param>
internal readonly record struct SqlToken(SqlTokenKind Kind, string Text, int Start)
{
    /// <summary>Where it ends in the source.</summary>
    public int End => Start + Text.Length;

    /// <summary>Whether it can be the name of something.</summary>
    public bool IsName => Kind is SqlTokenKind.Word or SqlTokenKind.QuotedName;

    /// <summary>
    /// Whether its text is not its value: <c>E'…'</c> and <c>U&amp;"…"</c>, and a plain string with a backslash, which is an escape
    /// where <c>standard_conforming_strings</c> is off.
    /// </summary>
    public bool MayHaveEscapes => Kind switch
    {
        SqlTokenKind.QuotedName => Text[0] is 'u' or 'U',
        SqlTokenKind.String => Text[0] is not ('\'' or '$') || (Text[0] == '\'' && Text.Contains('\\', StringComparison.Ordinal)),
        _ => false,
    };

    /// <summary>Whether it is that keyword, unquoted, in any case.</summary>
    public bool Is(string keyword) => Kind == SqlTokenKind.Word && string.Equals(Text, keyword, StringComparison.OrdinalIgnoreCase);

    /// <summary>Whether it is one of those keywords.</summary>
    public bool IsAny(params ReadOnlySpan<string> keywords)
    {
        foreach (var keyword in keywords)
        {
            if (Is(keyword))
                return true;
        }

        return false;
    }

    /// <summary>Whether it is that punctuation.</summary>
    public bool IsMark(string mark) => Kind == SqlTokenKind.Mark && string.Equals(Text, mark, StringComparison.Ordinal);

    /// <summary>
    /// The text without quotes; escapes are left as they are. For a name that is a string, too: SQLite takes one for an identifier.
    /// </summary>
    public string Name => Kind is SqlTokenKind.QuotedName or SqlTokenKind.String ? Unquoted() : Text;

    private string Unquoted()
    {
        var open = Text.AsSpan().IndexOfAny("'\"`[$");
        var quote = Text[open];
        if (quote == '$')
        {
            var tag = Text[..(Text.IndexOf('$', 1) + 1)];
            return Text.EndsWith(tag, StringComparison.Ordinal) && Text.Length >= 2 * tag.Length
                ? Text[tag.Length..^tag.Length]
                : Text[tag.Length..];
        }

        var close = quote == '[' ? ']' : quote;
        var inner = Text.Length > open + 1 && Text[^1] == close ? Text[(open + 1)..^1] : Text[(open + 1)..];
        return quote == '[' ? inner : inner.Replace(new string(quote, 2), quote.ToString(), StringComparison.Ordinal);
    }
}
