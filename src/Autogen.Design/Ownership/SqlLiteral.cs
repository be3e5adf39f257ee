using System.Globalization;
using Autogen.Schema.Sql;

namespace Autogen.Design.Ownership;

/// <summary>A value that a revision gave as SQL: <c>'{a,b}'</c>.</summary>
/// <param name="Text">The text, as it is in a statement.</param>
internal sealed record SqlLiteral(string Text)
{
    /// <summary>
    /// Whether two values of a row are the same, each told as a value or as SQL: numbers, words and what is written as words are.
    /// </summary>
    public static bool AreSame(object? left, object? right)
        => Equals(left, right)
            || ((left is SqlLiteral || right is SqlLiteral)
                && string.Equals(Words(left), Words(right), StringComparison.OrdinalIgnoreCase));

    private static string Words(object? value) => value switch
    {
        null => "NULL",
        SqlLiteral { Text: var text }
            => SqlLexer.Read(text, SqlSyntax.Any) is [{ Kind: SqlTokenKind.String } only] && only.Text.StartsWith('\'')
                ? only.Name
                : text,
        _ => Convert.ToString(value, CultureInfo.InvariantCulture) ?? "",
    };
}
