using Autogen.Schema.Sql;

namespace Autogen.Operations;

/// <summary>Finds <c>@name</c> in SQL, but not in texts, quoted names, comments and dollar-quoted bodies.</summary>
internal static class SqlPlaceholders
{
    /// <summary>The places, in order.</summary>
    public static IEnumerable<(string Name, int Start, int Length)> In(string sql)
        => SqlLexer.Read(sql, SqlSyntax.WithParameters)
            .Where(token => token.Kind == SqlTokenKind.Parameter && token.Text[0] == '@')
            .Select(token => (token.Text[1..], token.Start, token.Text.Length));
}
