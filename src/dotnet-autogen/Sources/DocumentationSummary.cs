using System.Net;
using System.Text.RegularExpressions;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Autogen.Tool.Sources;

/// <summary>A class's documentation summary: what the revision is about.</summary>
internal static partial class DocumentationSummary
{
    /// <summary>Its text, lines kept, entities resolved; empty where there is none.</summary>
    public static string Of(ClassDeclarationSyntax declaration)
    {
        var comment = string.Concat(declaration.GetLeadingTrivia().Select(trivia => trivia.ToFullString()));
        if (Summary().Match(comment) is not { Success: true } match)
            return "";
        var lines = match.Groups[1].Value.ReplaceLineEndings("\n").Split('\n').Select(line => Slashes().Replace(line, "").Trim());
        return WebUtility.HtmlDecode(string.Join('\n', lines).Trim());
    }

    [GeneratedRegex("<summary>(.*?)</summary>", RegexOptions.Singleline | RegexOptions.CultureInvariant, 1000)]
    private static partial Regex Summary();

    [GeneratedRegex(@"^\s*///", RegexOptions.CultureInvariant, 1000)]
    private static partial Regex Slashes();
}
