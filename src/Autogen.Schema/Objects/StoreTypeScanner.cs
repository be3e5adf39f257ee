namespace Autogen.Schema.Objects;

/// <summary>
/// Takes the text of a type apart: a name with a schema or several words, modifiers in parentheses, words behind them, an array's brackets.
/// </summary>
internal static class StoreTypeScanner
{
    private const string Interval = "interval";

    /// <summary>The parts; <see langword="null"/> for a text that has others.</summary>
    public static StoreTypeParts? Read(string text)
    {
        var position = 0;
        if (SqlName.Read(text, ref position) is not { } name)
            return null;

        var words = new List<string> { name.Name.Name };
        var isOneName = name.IsQuoted || name.Name.Schema is not null;
        var array = isOneName ? -1 : Words(text, ref position, words);
        EquatableList<string> modifiers = [];
        if (array < 0 && !Modifiers(text, ref position, ref modifiers))
            return null;
        if (array < 0 && !isOneName)
            array = Words(text, ref position, words);
        var end = array < 0 ? text.AsSpan(0, position).TrimEnd().Length : array;
        var rank = array < 0 ? 0 : 1;
        if (!Brackets(text, ref position, ref rank))
            return null;

        var isInterval = !isOneName && string.Equals(words[0], Interval, StringComparison.Ordinal);
        var whole = string.Join(' ', words);
        return new StoreTypeParts(
            name.Name.Schema,
            isInterval ? Interval : whole,
            words.Count == 1 ? name.Literal : new ObjectName(whole),
            name.IsQuoted,
            isInterval && words.Count > 1 ? string.Join(' ', words.Skip(1)) : null,
            modifiers,
            rank,
            text[..end].Trim());
    }

    /// <summary>Reads words; returns where the text before the word <c>array</c> ends, else -1.</summary>
    private static int Words(string text, ref int position, List<string> words)
    {
        while (true)
        {
            var before = position;
            SqlName.SkipSpaces(text, ref position);
            var word = SqlName.Fold(SqlName.Word(text, ref position));
            if (word.Length == 0)
                return -1;
            if (string.Equals(word, "array", StringComparison.Ordinal))
                return before;
            words.Add(word);
        }
    }

    private static bool Modifiers(string text, ref int position, ref EquatableList<string> modifiers)
    {
        SqlName.SkipSpaces(text, ref position);
        if (position == text.Length || text[position] != '(')
            return true;
        var close = text.IndexOf(')', position);
        if (close < 0)
            return false;
        var inner = text[(position + 1)..close];
        position = close + 1;
        modifiers = inner.Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries).ToEquatableList();
        return !inner.Contains('(', StringComparison.Ordinal);
    }

    /// <summary>Reads <c>[]</c> and <c>[3]</c>; false where anything else follows.</summary>
    private static bool Brackets(string text, ref int position, ref int rank)
    {
        var isWord = rank > 0;
        for (SqlName.SkipSpaces(text, ref position); position < text.Length; SqlName.SkipSpaces(text, ref position))
        {
            var close = text.IndexOf(']', position);
            if (text[position] != '[' || close < 0)
                return false;
            if (!text.AsSpan(position + 1, close - position - 1).Trim().TrimStart("0123456789").IsEmpty)
                return false;
            position = close + 1;
            rank += isWord ? 0 : 1;
            isWord = false;
        }

        return true;
    }
}
