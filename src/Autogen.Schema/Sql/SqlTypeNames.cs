namespace Autogen.Schema.Sql;

/// <summary>Names of types among tokens.</summary>
internal static class SqlTypeNames
{
    /// <summary>
    /// The index behind a type: a name, modifiers, words behind them, an array's brackets (<c>timestamp(3) with time zone[]</c>).
    /// </summary>
    public static int End(IReadOnlyList<SqlToken> tokens, int index)
    {
        while (tokens.At(index).IsName && tokens.At(index + 1).IsMark("."))
            index += 2;
        if (tokens.At(index).IsName)
            index++;
        index = Words(tokens, index);
        if (tokens.At(index).IsMark("("))
        {
            while (index < tokens.Count && !tokens[index].IsMark(")"))
                index++;
            index = Words(tokens, index + 1);
        }

        while (tokens.At(index).IsMark("[") || (tokens.At(index).Kind == SqlTokenKind.Number && tokens.At(index + 1).IsMark("]"))
            || tokens.At(index).IsMark("]"))
            index++;
        return Math.Min(index, tokens.Count);
    }

    private static int Words(IReadOnlyList<SqlToken> tokens, int index)
    {
        while (tokens.At(index).IsAny("VARYING", "PRECISION", "WITH", "WITHOUT", "TIME", "ZONE"))
            index++;
        return index;
    }
}
