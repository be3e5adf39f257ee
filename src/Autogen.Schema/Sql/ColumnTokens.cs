namespace Autogen.Schema.Sql;

/// <summary>The names in an expression that can be nothing but columns.</summary>
internal static class ColumnTokens
{
    /// <summary>
    /// Not keywords, functions, types, collations, tables before a dot, names of arguments, fields of dates and intervals.
    /// </summary>
    public static IEnumerable<SqlToken> In(string sql, SqlSyntax syntax)
    {
        var tokens = SqlLexer.Read(sql, syntax);
        for (var i = 0; i < tokens.Count; i++)
        {
            if (tokens[i].IsMark("::") || tokens[i].IsAny("AS", "COLLATE"))
                i = SqlTypeNames.End(tokens, i + 1) - 1;
            else if (IsColumn(tokens, i, syntax))
                yield return tokens[i];
        }
    }

    private static bool IsColumn(IReadOnlyList<SqlToken> tokens, int index, SqlSyntax syntax)
    {
        var (before, token, after) = (tokens.At(index - 1), tokens[index], tokens.At(index + 1));
        return token is { IsName: true, MayHaveEscapes: false, Name.Length: > 0 }
            && !(token.Kind == SqlTokenKind.Word && syntax.Reserved.Contains(token.Text))
            && !(after.IsMark("(") || after.IsMark(".") || after.IsMark(":=") || after.IsMark("=>"))
            && after.Kind is not (SqlTokenKind.String or SqlTokenKind.Binary)
            && before.Kind is not SqlTokenKind.String
            && !before.Is("TO")
            && !(token.Is("AT") && after.Is("TIME"))
            && !(token.Is("TIME") && after.Is("ZONE"))
            && !(token.Is("ZONE") && before.Is("TIME"))
            && !(token.IsAny("UNKNOWN", "DOCUMENT", "JSON", "NORMALIZED") && before.IsAny("IS", "NOT"))
            && !(after.Is("FROM") && before.IsMark("(") && tokens.At(index - 2).Is("EXTRACT"));
    }
}
