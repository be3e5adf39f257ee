using Autogen.Schema.Sql;

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
        var tokens = SqlLexer.Read(text, SqlSyntax.PostgreSql);
        var index = 0;
        if (SqlName.Read(tokens, ref index) is not { } name)
            return null;

        var words = new List<string> { name.Name.Name };
        var isOneName = name.IsQuoted || name.Name.Schema is not null;
        var isArray = !isOneName && Words(tokens, ref index, words);
        EquatableList<string> modifiers = [];
        if (!isArray && !Modifiers(text, tokens, ref index, ref modifiers))
            return null;
        if (!isArray && !isOneName)
            isArray = Words(tokens, ref index, words);
        var end = tokens[index - 1].End;
        if (isArray)
            index++;
        var rank = isArray ? 1 : 0;
        if (!Brackets(tokens, index, ref rank))
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

    /// <summary>Reads words up to the word <c>array</c>; returns whether that follows.</summary>
    private static bool Words(IReadOnlyList<SqlToken> tokens, ref int index, List<string> words)
    {
        for (; tokens.At(index).Kind == SqlTokenKind.Word; index++)
        {
            if (tokens[index].Is("ARRAY"))
                return true;
            words.Add(SqlSyntax.PostgreSql.NameOf(tokens[index]));
        }

        return false;
    }

    private static bool Modifiers(string text, IReadOnlyList<SqlToken> tokens, ref int index, ref EquatableList<string> modifiers)
    {
        if (!tokens.At(index).IsMark("("))
            return true;
        var start = tokens[index].End;
        while (!tokens.At(++index).IsMark(")"))
        {
            if (index >= tokens.Count || tokens[index].IsMark("("))
                return false;
        }

        modifiers = text[start..tokens[index].Start]
            .Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries)
            .ToEquatableList();
        index++;
        return true;
    }

    /// <summary>
    /// Reads <c>[]</c> and <c>[3]</c>; false where anything else follows. Those behind <c>array</c> are the same dimension.
    /// </summary>
    private static bool Brackets(IReadOnlyList<SqlToken> tokens, int index, ref int rank)
    {
        var isWord = rank > 0;
        while (index < tokens.Count)
        {
            if (!tokens[index++].IsMark("["))
                return false;
            if (tokens.At(index).Kind == SqlTokenKind.Number)
                index++;
            if (!tokens.At(index++).IsMark("]"))
                return false;
            rank += isWord ? 0 : 1;
            isWord = false;
        }

        return true;
    }
}
