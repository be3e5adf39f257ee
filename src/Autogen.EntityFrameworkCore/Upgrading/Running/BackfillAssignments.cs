using Autogen.Schema.Sql;

namespace Autogen.Upgrading.Running;

/// <summary>
/// The columns that the text behind SET assigns to. https://www.postgresql.org/docs/current/sql-update.html,
/// https://www.sqlite.org/lang_update.html
/// </summary>
internal static class BackfillAssignments
{
    /// <summary>Their names, without quotes.</summary>
    public static IEnumerable<string> Of(string set, SqlSyntax syntax)
    {
        var (parentheses, brackets, isTarget) = (0, 0, true);
        var before = default(SqlToken);
        foreach (var token in SqlLexer.Read(set, syntax))
        {
            parentheses += token.IsMark("(") ? 1 : token.IsMark(")") ? -1 : 0;
            brackets += token.IsMark("[") ? 1 : token.IsMark("]") ? -1 : 0;
            if (isTarget && parentheses == 0 && token.IsMark("="))
                isTarget = false;
            else if (!isTarget && parentheses == 0 && brackets == 0 && token.IsMark(","))
                isTarget = true;
            else if (isTarget && brackets == 0 && token.IsName && !before.IsMark("."))
                yield return syntax.NameOf(token);
            before = token;
        }
    }
}
