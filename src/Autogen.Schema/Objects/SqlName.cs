using Autogen.Schema.Sql;

namespace Autogen.Schema.Objects;

/// <summary>Reads names as SQL spells them, by PostgreSQL's rules: <c>"Sch Ema".mood</c>.</summary>
internal static class SqlName
{
    /// <summary>A name with or without a schema; <see langword="null"/> where the text is something else (<c>numeric(18,2)</c>).</summary>
    public static ObjectName? Parse(string text)
    {
        var tokens = SqlLexer.Read(text, SqlSyntax.PostgreSql);
        var index = 0;
        return Read(tokens, ref index) is { } name && index == tokens.Count ? name.Name : null;
    }

    /// <summary>
    /// Reads a name from a token on, and moves the index behind it: folded, and by its letters. <see langword="null"/> for anything else.
    /// </summary>
    public static (ObjectName Name, ObjectName Literal, bool IsQuoted)? Read(IReadOnlyList<SqlToken> tokens, ref int index)
    {
        var first = tokens.At(index);
        if (!IsName(first))
            return null;
        index++;
        if (!tokens.At(index).IsMark("."))
            return (new ObjectName(NameOf(first)), new ObjectName(first.Name), first.Kind == SqlTokenKind.QuotedName);
        var second = tokens.At(index + 1);
        if (!IsName(second))
            return null;
        index += 2;
        return (
            new ObjectName(NameOf(first), NameOf(second)),
            new ObjectName(first.Name, second.Name),
            second.Kind == SqlTokenKind.QuotedName);
    }

    private static string NameOf(SqlToken token) => SqlSyntax.PostgreSql.NameOf(token);

    private static bool IsName(SqlToken token)
        => token is { IsName: true, MayHaveEscapes: false, Name.Length: > 0 }
            && (token.Kind == SqlTokenKind.Word || token.Text.EndsWith('"'));
}
