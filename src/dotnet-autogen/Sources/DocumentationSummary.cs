using System.Text;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Autogen.Tool.Sources;

/// <summary>Reads what a class is about from its documentation.</summary>
internal static class DocumentationSummary
{
    /// <summary>The text of the summary, its lines trimmed, without empty ones at either end; empty if none exists.</summary>
    internal static string Of(ClassDeclarationSyntax declaration)
    {
        var comments = declaration.GetLeadingTrivia().Select(t => t.GetStructure()).OfType<DocumentationCommentTriviaSyntax>();
        var summary = comments.SelectMany(c => c.Content).OfType<XmlElementSyntax>()
            .LastOrDefault(e => string.Equals(e.StartTag.Name.LocalName.ValueText, "summary", StringComparison.OrdinalIgnoreCase));
        if (summary is null)
            return "";
        var text = new StringBuilder();
        foreach (var node in summary.Content)
            Append(text, node);
        return string.Join('\n', text.ToString().Split('\n').Select(l => l.Trim())).Trim();
    }

    private static void Append(StringBuilder text, XmlNodeSyntax node)
    {
        switch (node)
        {
            case XmlTextSyntax plain:
                foreach (var token in plain.TextTokens)
                    text.Append(token.IsKind(SyntaxKind.XmlTextLiteralNewLineToken) ? "\n" : token.ValueText);
                break;
            case XmlElementSyntax element:
                foreach (var inner in element.Content)
                    Append(text, inner);
                break;
            case XmlEmptyElementSyntax empty:
                // What <see cref="Order.Total"/> shows of itself is its reference.
                foreach (var attribute in empty.Attributes)
                    text.Append(Reference(attribute));
                break;
            case XmlCDataSectionSyntax section:
                foreach (var token in section.TextTokens)
                    text.Append(token.IsKind(SyntaxKind.XmlTextLiteralNewLineToken) ? "\n" : token.ValueText);
                break;
        }
    }

    private static string Reference(XmlAttributeSyntax attribute) => attribute switch
    {
        XmlCrefAttributeSyntax reference => reference.Cref.ToString(),
        XmlNameAttributeSyntax name => name.Identifier.ToString(),
        XmlTextAttributeSyntax word => string.Concat(word.TextTokens.Select(t => t.ValueText)),
        _ => "",
    };
}
