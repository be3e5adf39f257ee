using System.Text;
using Autogen.Schema.Sql;

namespace Autogen.Upgrading.Scripting;

/// <summary>
/// Line breaks of SQL as they are on this machine become <c>\n</c>; but those in texts, quoted names and dollar-quoted bodies are values.
/// </summary>
internal static class SqlLineBreaks
{
    /// <summary>The SQL with <c>\n</c> between its lines.</summary>
    public static string Normalise(string sql)
    {
        if (!sql.Contains('\r', StringComparison.Ordinal))
            return sql;
        var result = new StringBuilder(sql.Length);
        var end = 0;
        foreach (var token in SqlLexer.Read(sql, SqlSyntax.Any))
        {
            result.Append(Between(sql[end..token.Start])).Append(token.Text);
            end = token.End;
        }

        return result.Append(Between(sql[end..])).ToString();
    }

    // White space and comments.
    private static string Between(string text)
        => text.Replace("\r\n", "\n", StringComparison.Ordinal).Replace('\r', '\n');
}
