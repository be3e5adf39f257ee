using System.Text.RegularExpressions;

namespace Autogen.Conventions.Tests.Sql;

/// <summary>
/// Names in a SQL text that the server looks up on the search path: functions, operators, types of casts, and relations without a schema.
/// Keywords are told from names by their capitals.
/// </summary>
internal static partial class UnqualifiedNames
{
    /// <summary>What stands for an interpolated part of a text.</summary>
    public const string Hole = "\"hole\"";

    /// <summary>The names, as they are in the text.</summary>
    public static IEnumerable<string> In(string sql)
    {
        var text =
            Qualified().Replace(Passive().Replace(sql, match => match.Value[0] switch { '\'' => "''", '"' => "\"x\"", _ => " " }), " ");
        return Function().Matches(text).Select(match => match.Groups["name"].Value + "()")
            .Concat(Operator().Matches(WithoutAssignments(text)).Select(match => match.Value.Trim()))
            .Concat(Word().Matches(text).Select(match => Spaces().Replace(match.Value.Trim(), " ")))
            .Concat(Cast().Matches(text).Select(match => match.Value))
            .Concat(Relation()
                .Matches(text)
                .Select(match => match.Groups["name"].Value)
                .Except(Defined().Matches(text).Select(match => match.Groups["name"].Value), StringComparer.Ordinal));
    }

    // SET a = 1, b = 2; a setting; a variable of a function.
    private static string WithoutAssignments(string text)
        => SetClause().Replace(text, match => Target().Replace(match.Value, " ")).Replace(":=", " ", StringComparison.Ordinal);

    // Texts, quoted names, comments, the marks of a function's body.
    [GeneratedRegex(
        """'(?:[^']|'')*'|"(?:[^"]|"")*"|--[^\n]*|/\*.*?\*/|\$[a-z]*\$""", RegexOptions.Singleline | RegexOptions.CultureInvariant)]
    private static partial Regex Passive();

    [GeneratedRegex("""OPERATOR\((?:pg_catalog|"x")\.[^)]+\)|::pg_catalog\.(?:"x"|\w+)(?:\[\])?""", RegexOptions.CultureInvariant)]
    private static partial Regex Qualified();

    [GeneratedRegex(
        @"(?<![\w."":])(?!(?:numeric|varchar|smallint|bigint)\()(?<name>[a-z_][a-z0-9_]*)\(",
        RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant)]
    private static partial Regex Function();

    // Not: * of SELECT * and count(*), the colon of a cast, a parameter.
    [GeneratedRegex(
        @"(?<![-+*/<>=~!@#%^&|?:])(?!@\w)[-+/<>=~!@#%^&|?]+|(?<!\b(?:SELECT|DISTINCT|ALL)\s*)(?<=[\w)\]""']\s*)\*(?=\s*[\w(""'])",
        RegexOptions.CultureInvariant)]
    private static partial Regex Operator();

    [GeneratedRegex(
        @"(?<!\bFOR\s+\w+\s)\b(?:NOT\s+)?(?:IN|LIKE|ILIKE|BETWEEN|SIMILAR\s+TO)\b|\bIS\s+(?:NOT\s+)?DISTINCT\s+FROM\b"
            + @"|\bAT\s+TIME\s+ZONE\b|\bCASE\s+(?!WHEN\b)\S+|\bUSING\s*\(|\bNULLIF\b|\bOVERLAPS\b",
        RegexOptions.CultureInvariant)]
    private static partial Regex Word();

    [GeneratedRegex(@"::(?!pg_catalog\.)\S+|\bCAST\([^()]*\bAS\s+(?!pg_catalog\.)\w+", RegexOptions.CultureInvariant)]
    private static partial Regex Cast();

    [GeneratedRegex(
        @"(?<!DISTINCT\s)\b(?:FROM|JOIN|INTO|UPDATE|TABLE|EXISTS)\s+(?<name>[a-z_]\w*)\b(?![.(\w])",
        RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant)]
    private static partial Regex Relation();

    // What a WITH calls a query, what a function calls its variables.
    [GeneratedRegex(
        @"(?:\bWITH(?:\s+RECURSIVE)?|,|\bINTO)\s+(?<name>[a-z_]\w*)(?:\s*\([^()]*\))?\s+AS\s*\(|\bINTO\s+(?<name>[a-z_]\w*)",
        RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant)]
    private static partial Regex Defined();

    [GeneratedRegex(@"\bSET\s.*?(?=\b(?:WHERE|RETURNING|FROM)\b|;|$)", RegexOptions.Singleline | RegexOptions.CultureInvariant)]
    private static partial Regex SetClause();

    [GeneratedRegex(@"(?:\bSET\s+(?:LOCAL\s+)?|,\s*)[\w"".]+\s*=", RegexOptions.CultureInvariant)]
    private static partial Regex Target();

    [GeneratedRegex(@"\s+", RegexOptions.CultureInvariant)]
    private static partial Regex Spaces();
}
