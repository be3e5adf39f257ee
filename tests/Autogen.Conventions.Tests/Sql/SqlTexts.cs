using System.Text.RegularExpressions;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Autogen.Conventions.Tests.Sql;

/// <summary>The SQL that a C# file holds in its texts: those that begin as a statement does, or hold a clause.</summary>
internal static partial class SqlTexts
{
    /// <summary>
    /// A file's SQL, with the line on which each text begins. Texts that are added to each other are one; what is
    /// interpolated is a quoted name.
    /// </summary>
    /// <param name="source">The file's text.</param>
    /// <param name="withFragments">Whether parts of statements count, too.</param>
    public static IEnumerable<(int Line, string Sql)> In(string source, bool withFragments)
    {
        var root = CSharpSyntaxTree.ParseText(source).GetRoot();
        return root.DescendantNodes(node => !IsText(node)).Where(IsText)
            .Where(node => !node.Ancestors().OfType<AttributeSyntax>().Any()
                && !node.Ancestors().OfType<ThrowExpressionSyntax>().Any()
                && !node.Ancestors().OfType<ThrowStatementSyntax>().Any())
            .Select(node => (node.GetLocation().GetLineSpan().StartLinePosition.Line + 1, Text(node)))
            .Where(entry => Statement().IsMatch(entry.Item2) || (withFragments && Fragment().IsMatch(entry.Item2)));
    }

    private static bool IsText(SyntaxNode node) => node switch
    {
        BinaryExpressionSyntax { RawKind: (int)SyntaxKind.AddExpression } sum => IsText(sum.Left) || IsText(sum.Right),
        LiteralExpressionSyntax literal => literal.IsKind(SyntaxKind.StringLiteralExpression),
        InterpolatedStringExpressionSyntax => true,
        _ => false,
    };

    private static string Text(SyntaxNode node) => node switch
    {
        BinaryExpressionSyntax sum => Text(sum.Left) + Text(sum.Right),
        LiteralExpressionSyntax literal => literal.Token.ValueText,
        InterpolatedStringExpressionSyntax interpolated => string.Concat(interpolated.Contents.Select(
            part => part is InterpolatedStringTextSyntax text ? text.TextToken.ValueText : UnqualifiedNames.Hole)),
        _ => UnqualifiedNames.Hole,
    };

    [GeneratedRegex(
        @"^\s*(?:--[^\n]*\n\s*)*(?:SELECT|INSERT INTO|UPDATE|DELETE FROM|WITH|SET|CREATE|ALTER|DROP|LOCK TABLE|DECLARE|FETCH|SHOW|CALL|DO"
            + @"|VALUES|TRUNCATE|COPY|EXECUTE)\s|\s(?:WHERE|FROM|JOIN|ORDER BY|RETURNING)\s|\bpg_catalog\.",
        RegexOptions.CultureInvariant)]
    private static partial Regex Statement();

    // A call or a comparison of something interpolated, to be put into a statement.
    [GeneratedRegex(@"\b[a-z_]+\(""hole""|""hole""\)? (?:<>|[<>]?=|[<>]|\|\|) \(?""hole""", RegexOptions.CultureInvariant)]
    private static partial Regex Fragment();
}
