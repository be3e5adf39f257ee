namespace Autogen.Schema.Sql;

/// <summary>Looks around among tokens.</summary>
internal static class SqlTokenList
{
    /// <summary>The token of an index; an empty one before the first and behind the last.</summary>
    public static SqlToken At(this IReadOnlyList<SqlToken> tokens, int index)
        => index >= 0 && index < tokens.Count ? tokens[index] : new SqlToken(SqlTokenKind.Mark, "", 0);

    /// <summary>Whether parentheses enclose all tokens.</summary>
    public static bool IsEnclosed(this IReadOnlyList<SqlToken> tokens)
    {
        if (tokens.Count < 2 || !tokens[0].IsMark("(") || !tokens[^1].IsMark(")"))
            return false;
        var depth = 0;
        for (var i = 0; i < tokens.Count - 1; i++)
        {
            depth += tokens[i].IsMark("(") ? 1 : tokens[i].IsMark(")") ? -1 : 0;
            if (depth == 0)
                return false;
        }

        return depth == 1;
    }
}
