using Autogen.Schema.Sql;

namespace Autogen.Schema.Objects;

/// <summary>What SQL refers to by name, as far as its text says it. In doubt a name is found: what is used is not dropped.</summary>
internal static class SqlReferences
{
    /// <summary>Sequences that <c>nextval('…')</c> takes values from.</summary>
    public static IEnumerable<ObjectName> SequenceNames(string sql)
    {
        var tokens = SqlLexer.Read(sql, SqlSyntax.Any);
        for (var i = 0; i < tokens.Count; i++)
        {
            if (!tokens[i].IsName || SqlSyntax.Any.NameOf(tokens[i]) != "nextval" || !tokens.At(i + 1).IsMark("("))
                continue;
            var argument = i + 2;
            while (tokens.At(argument).IsMark("(") || tokens.At(argument).Is("CAST"))
                argument++;
            if (tokens.At(argument) is { Kind: SqlTokenKind.String } text && SqlName.Parse(text.Name) is { } name)
                yield return name;
        }
    }

    /// <summary>Types of casts and of typed strings: <c>x::mood</c>, <c>CAST(x AS mood)</c>, <c>mood 'ok'</c>.</summary>
    public static IEnumerable<ObjectName> TypeNames(string sql)
    {
        var tokens = SqlLexer.Read(sql, SqlSyntax.Any);
        for (var i = 0; i < tokens.Count; i++)
        {
            var end = i;
            var isCast = tokens.At(i - 1).IsMark("::") || tokens.At(i - 1).Is("AS");
            if (!tokens.At(i - 1).IsMark(".")
                && SqlName.Read(tokens, ref end) is { } name
                && (isCast || tokens.At(end).Kind == SqlTokenKind.String))
                yield return name.Name;
        }
    }

    /// <summary>Collations behind <c>COLLATE</c>.</summary>
    public static IEnumerable<ObjectName> CollationNames(string sql)
    {
        var tokens = SqlLexer.Read(sql, SqlSyntax.Any);
        for (var i = 1; i < tokens.Count; i++)
        {
            var end = i;
            if (tokens[i - 1].Is("COLLATE") && SqlName.Read(tokens, ref end) is { } name)
                yield return name.Name;
        }
    }

    /// <summary>Whether SQL may name an object, in a string, too: <c>nextval('sales."Numbers"')</c>.</summary>
    public static bool MayName(string sql, string name)
        => SqlLexer.Read(sql, SqlSyntax.Any).Any(token => token.Kind == SqlTokenKind.String
            ? MayName(token.Name, name)
            : token.IsName && (token.MayHaveEscapes || string.Equals(token.Name, name, StringComparison.OrdinalIgnoreCase)));
}
