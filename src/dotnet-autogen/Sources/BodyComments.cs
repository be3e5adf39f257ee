using Autogen.Messages;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace Autogen.Tool.Sources;

/// <summary>Reads the comments above the statements of a revision's two bodies: the dangers that a reviewer was shown.</summary>
internal static class BodyComments
{
    /// <summary>The comments of a file, a line each, without repetitions.</summary>
    /// <remarks>Tokens only: a file may have hundreds of megabytes of rows, and a syntax tree of them has tens of times as much.</remarks>
    public static RevisionComments Of(string text)
    {
        var upgrade = new List<string>();
        var downgrade = new List<string>();
        List<string>? body = null;
        var depth = 0;
        var last = SyntaxKind.None;
        foreach (var token in SyntaxFactory.ParseTokens(text))
        {
            if (depth > 0 && last is SyntaxKind.SemicolonToken or SyntaxKind.OpenBraceToken or SyntaxKind.CloseBraceToken)
                body?.AddRange(token.LeadingTrivia.SelectMany(Lines));
            if (depth == 0 && last == SyntaxKind.VoidKeyword)
                body = token.ValueText switch { "Upgrade" => upgrade, "Downgrade" => downgrade, _ => null };
            if (body is not null)
            {
                depth += token.Kind() switch { SyntaxKind.OpenBraceToken => 1, SyntaxKind.CloseBraceToken => -1, _ => 0 };
                if (depth == 0 && token.Kind() is SyntaxKind.CloseBraceToken or SyntaxKind.SemicolonToken)
                    body = null;
            }

            last = token.Kind();
        }

        return new RevisionComments([.. upgrade.Distinct(StringComparer.Ordinal)], [.. downgrade.Distinct(StringComparer.Ordinal)]);
    }

    private static IEnumerable<string> Lines(SyntaxTrivia trivia)
        => trivia.Kind() is SyntaxKind.SingleLineCommentTrivia or SyntaxKind.MultiLineCommentTrivia
            ? trivia.ToString().ReplaceLineEndings("\n").Split('\n')
                .Select(line => line.Trim().TrimStart('/', '*').TrimEnd('/', '*').Trim())
                .Where(line => line.Length > 0)
            : [];
}
