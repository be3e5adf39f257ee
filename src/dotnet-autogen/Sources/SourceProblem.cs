using Autogen.Schema;
using Microsoft.CodeAnalysis;

namespace Autogen.Tool.Sources;

/// <summary>Says where in a revision's file something can't be understood.</summary>
/// <param name="relativePath">The file, relative to the project.</param>
internal sealed class SourceProblem(string relativePath)
{
    /// <summary>The line on which a node begins, counted from 1.</summary>
    internal static int LineOf(SyntaxNode node) => node.SyntaxTree.GetLineSpan(node.Span).StartLinePosition.Line + 1;

    /// <summary>The error: what is wrong at the node, and what to do.</summary>
    internal AutogenException At(SyntaxNode node, string message)
    {
        var place = $"{relativePath}:{LineOf(node)}";
        return Refused(place, $"{place}: {message}");
    }

    /// <summary>The error at a place.</summary>
    /// <param name="place">The file and the line, or the file alone.</param>
    /// <param name="message">The whole message.</param>
    internal static AutogenException Refused(string place, string message) => new(ErrorCode.RevisionInvalid, message)
    {
        Details = new Dictionary<string, string>(StringComparer.Ordinal) { ["file"] = place },
    };
}
