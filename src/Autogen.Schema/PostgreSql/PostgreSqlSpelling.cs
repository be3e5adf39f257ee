using Autogen.Schema.Sql;

namespace Autogen.Schema.PostgreSql;

/// <summary>
/// Expressions by their tokens: texts with the same tokens are the same expression. Texts whose tokens depend on settings or escapes, and
/// texts with comments, are not judged.
/// </summary>
internal static class PostgreSqlSpelling
{
    /// <summary>
    /// Whether two texts are certainly one expression: white space, the case of words and enclosing parentheses make no difference.
    /// </summary>
    public static bool AreSame(string left, string right)
        => Judged(WithoutParentheses(left)) is { } one && Judged(WithoutParentheses(right)) is { } other
            && one.Select(Normal).SequenceEqual(other.Select(Normal), StringComparer.Ordinal);

    /// <summary>The text without the parentheses that enclose all of it.</summary>
    public static string WithoutParentheses(string text)
    {
        var inner = text.Trim();
        while (Judged(inner)?.IsEnclosed() == true)
            inner = inner[1..^1].Trim();
        return inner;
    }

    /// <summary>
    /// The names that an expression may contain, as the server folds them; <see langword="null"/> if a name has escapes.
    /// </summary>
    public static IReadOnlySet<string>? Words(string text)
    {
        var names = SqlLexer.Read(text, SqlSyntax.PostgreSql).Where(token => token.IsName).ToList();
        return names.Exists(name => name.MayHaveEscapes)
            ? null
            : names.Select(SqlSyntax.PostgreSql.NameOf).ToHashSet(StringComparer.Ordinal);
    }

    private static string Normal(SqlToken token) => token.Kind == SqlTokenKind.Word ? SqlSyntax.Fold(token.Text) : token.Text;

    private static List<SqlToken>? Judged(string text)
    {
        var tokens = SqlLexer.ReadAll(text, SqlSyntax.PostgreSql);
        for (var i = 0; i < tokens.Count; i++)
        {
            if (tokens[i].Kind == SqlTokenKind.Comment || tokens[i].MayHaveEscapes || ContinuesAnother(tokens, i))
                return null;
        }

        return tokens;
    }

    // A string behind a string on another line continues it; one directly behind a word has a prefix (N'…').
    private static bool ContinuesAnother(List<SqlToken> tokens, int index)
        => tokens[index].Kind == SqlTokenKind.String
            && tokens.At(index - 1) is var before
            && (before.Kind == SqlTokenKind.String || (before.Kind == SqlTokenKind.Word && before.End == tokens[index].Start));
}
