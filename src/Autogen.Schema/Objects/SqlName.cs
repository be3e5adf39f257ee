using System.Text;

namespace Autogen.Schema.Objects;

/// <summary>Reads names as SQL spells them, by PostgreSQL's rules: <c>"Sch Ema".mood</c>.</summary>
internal static class SqlName
{
    /// <summary>A name with or without a schema; <see langword="null"/> where the text is something else (<c>numeric(18,2)</c>).</summary>
    public static ObjectName? Parse(string text)
    {
        var position = 0;
        var end = text.AsSpan().TrimEnd().Length;
        return Read(text, ref position) is { } name && position == end ? name.Name : null;
    }

    /// <summary>
    /// Reads a name from a position on, which is moved behind it: folded, and by its letters. <see langword="null"/> where no name
    /// begins.
    /// </summary>
    public static (ObjectName Name, ObjectName Literal, bool IsQuoted)? Read(string text, ref int position)
    {
        if (Part(text, ref position) is not { } first)
            return null;
        var next = position;
        SkipSpaces(text, ref next);
        if (next == text.Length || text[next] != '.')
            return (new ObjectName(Folded(first)), new ObjectName(first.Text), first.IsQuoted);
        position = next + 1;
        return Part(text, ref position) is { } second
            ? (new ObjectName(Folded(first), Folded(second)), new ObjectName(first.Text, second.Text), second.IsQuoted)
            : null;
    }

    /// <summary>Moves a position behind white space.</summary>
    public static void SkipSpaces(string text, ref int position)
    {
        while (position < text.Length && char.IsWhiteSpace(text[position]))
            position++;
    }

    /// <summary>Reads a word without quotes; empty where there is none.</summary>
    public static string Word(string text, ref int position)
    {
        var start = position;
        while (position < text.Length && IsOfWord(text[position]))
            position++;
        return text[start..position];
    }

    /// <summary>
    /// PostgreSQL folds the letters of ASCII and leaves the others, in every encoding of several bytes (downcase_identifier).
    /// </summary>
    public static string Fold(string word) => string.Create(word.Length, word, static (folded, letters) =>
    {
        for (var i = 0; i < letters.Length; i++)
            folded[i] = char.IsAsciiLetterUpper(letters[i]) ? (char)(letters[i] | 0x20) : letters[i];
    });

    private static string Folded((string Text, bool IsQuoted) part) => part.IsQuoted ? part.Text : Fold(part.Text);

    private static (string Text, bool IsQuoted)? Part(string text, ref int position)
    {
        SkipSpaces(text, ref position);
        if (position == text.Length)
            return null;
        if (text[position] != '"')
            return Word(text, ref position) is { Length: > 0 } word ? (word, false) : null;
        return Quoted(text, ref position) is { Length: > 0 } quoted ? (quoted, true) : null;
    }

    private static string? Quoted(string text, ref int position)
    {
        var part = new StringBuilder();
        for (position++; position < text.Length; position++)
        {
            if (text[position] == '"' && (++position == text.Length || text[position] != '"'))
                return part.ToString();
            part.Append(text[position]);
        }

        return null;
    }

    private static bool IsOfWord(char letter)
        => char.IsAsciiLetterOrDigit(letter) || letter is '_' or '$' || (letter > '\x7f' && !char.IsWhiteSpace(letter));
}
