using System.Text;
using Autogen.Schema.Sql;

namespace Autogen.Schema.PostgreSql;

/// <summary>
/// Expressions by their words, for when the server could not be asked: white space, case, parentheses and casts
/// outside of quotes make no difference.
/// </summary>
internal static class PostgreSqlExpressionWords
{
    /// <summary>Whether two texts have the same words. If not, they may still be one expression.</summary>
    public static bool AreSame(string left, string right) => string.Equals(Words(left), Words(right), StringComparison.Ordinal);

    private static string Words(string text)
    {
        var words = new StringBuilder();
        var tokens = SqlLexer.Read(text, SqlSyntax.PostgreSql);
        for (var i = 0; i < tokens.Count; i++)
        {
            if (tokens[i].IsMark("::"))
                i = SqlTypeNames.End(tokens, i + 1) - 1;
            else if (!tokens[i].IsMark("(") && !tokens[i].IsMark(")"))
                words.Append(tokens[i].IsName ? SqlSyntax.PostgreSql.NameOf(tokens[i]) : tokens[i].Text).Append(' ');
        }

        return words.ToString();
    }
}
