using Autogen.Schema.Sql;

namespace Autogen.Design.Planning.Columns;

/// <summary>
/// Whether SQL is one literal, so that it can be the default of a column that is added: <c>-1</c>, <c>'x'::mood</c>, <c>DATE '…'</c>.
/// Everything else is computed, perhaps from other columns.
/// </summary>
internal static class ConstantSql
{
    /// <summary>Whether a text is such a literal.</summary>
    public static bool IsConstant(string sql, SqlSyntax syntax)
    {
        var tokens = SqlLexer.Read(sql, syntax).ToList();
        var cast = tokens.FindIndex(token => token.IsMark("::"));
        if (cast >= 0)
        {
            if (!tokens.Skip(cast + 1).All(IsOfType))
                return false;
            tokens.RemoveRange(cast, tokens.Count - cast);
        }

        return tokens switch
        {
            [var only] => IsLiteral(only) || only.IsAny("TRUE", "FALSE"),
            [var sign, { Kind: SqlTokenKind.Number }] => sign.IsMark("-") || sign.IsMark("+"),
            [.. var type, { Kind: SqlTokenKind.String }] => type.TrueForAll(token => token.Kind == SqlTokenKind.Word),
            _ => false,
        };
    }

    private static bool IsLiteral(SqlToken token) => token.Kind is SqlTokenKind.Number or SqlTokenKind.String or SqlTokenKind.Binary;

    // numeric(9, 2), "Mood", double precision[]
    private static bool IsOfType(SqlToken token)
        => token.IsName
            || token.Kind == SqlTokenKind.Number
            || (token.Kind == SqlTokenKind.Mark && token.Text is "(" or ")" or "," or "." or "[" or "]" or "::");
}
