namespace Autogen.Schema.Sqlite;

/// <summary>A token of SQLite's SQL.</summary>
/// <param name="Kind">What it is.</param>
/// <param name="Text">Its text as it is in the source.</param>
/// <param name="Start">Where it begins in the source.</param>
internal readonly record struct SqliteToken(SqliteTokenKind Kind, string Text, int Start)
{
    /// <summary>Where it ends in the source.</summary>
    public int End => Start + Text.Length;

    /// <summary>Whether it is that keyword, unquoted, in any case.</summary>
    public bool Is(string keyword) => Kind == SqliteTokenKind.Word && string.Equals(Text, keyword, StringComparison.OrdinalIgnoreCase);

    /// <summary>Whether it is that punctuation.</summary>
    public bool IsMark(string mark) => Kind == SqliteTokenKind.Mark && string.Equals(Text, mark, StringComparison.Ordinal);

    /// <summary>Its name as an identifier, without quotes. SQLite takes a string for one, too.</summary>
    public string Name => Kind is SqliteTokenKind.QuotedIdentifier or SqliteTokenKind.String
        ? Text[0] switch
        {
            '[' => Text[1..^1],
            var quote => Text[1..^1].Replace(new string(quote, 2), quote.ToString(), StringComparison.Ordinal),
        }
        : Text;
}

/// <summary>The kinds of token.</summary>
internal enum SqliteTokenKind
{
    /// <summary>A keyword or an unquoted identifier.</summary>
    Word,

    /// <summary>An identifier in double quotes, brackets or back-ticks.</summary>
    QuotedIdentifier,

    /// <summary>A string in single quotes.</summary>
    String,

    /// <summary>A blob: <c>X'00'</c>.</summary>
    Blob,

    /// <summary>A number without a sign.</summary>
    Number,

    /// <summary>An operator, a parenthesis, a comma.</summary>
    Mark,
}
