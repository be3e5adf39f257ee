using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using static Microsoft.CodeAnalysis.CSharp.SyntaxFactory;

namespace Autogen.Rendering.Syntax;

/// <summary>
/// Makes the C# that revisions consist of. Each token is made with the white space that belongs to it: Roslyn's own normaliser is not
/// used, because it knows no line width and would put a whole table on one line.
/// </summary>
internal static partial class SyntaxKit
{
    private static readonly SyntaxTrivia Newline = EndOfLine("\n");

    private static SyntaxToken Bare(SyntaxKind kind) => Token(TriviaList(), kind, TriviaList());

    private static SyntaxToken Spaced(SyntaxKind kind) => Token(TriviaList(), kind, TriviaList(Space));

    /// <summary>A token with a space on either side.</summary>
    private static SyntaxToken Between(SyntaxKind kind) => Token(TriviaList(Space), kind, TriviaList(Space));

    /// <summary>A token that is the last of its line; the next line begins with so many spaces.</summary>
    private static SyntaxToken Ending(SyntaxKind kind, int nextIndent) => Token(TriviaList(), kind, LineBreak(nextIndent));

    /// <summary>A token on a line of its own.</summary>
    private static SyntaxToken Alone(SyntaxKind kind, int indent, int nextIndent) => Token(LineBreak(indent), kind, LineBreak(nextIndent));

    private static SyntaxTriviaList LineBreak(int nextIndent)
        => nextIndent == 0 ? TriviaList(Newline) : TriviaList(Newline, Whitespace(new string(' ', nextIndent)));

    private static SyntaxToken Name(string identifier) => Identifier(TriviaList(), Identifiers.Escaped(identifier), TriviaList());

    /// <summary>A name as an expression.</summary>
    internal static IdentifierNameSyntax Identified(string identifier) => IdentifierName(Name(identifier));

    /// <summary>A namespace or another dotted name.</summary>
    internal static NameSyntax Dotted(string name)
    {
        NameSyntax? result = null;
        foreach (var part in name.Split('.'))
            result = result is null ? Identified(part) : QualifiedName(result, Bare(SyntaxKind.DotToken), Identified(part));
        return result!; // Split gives one part at least.
    }

    private static SeparatedSyntaxList<T> OnOneLine<T>(IEnumerable<T> items)
        where T : SyntaxNode
    {
        var nodes = items.ToArray();
        return SeparatedList(nodes, Enumerable.Repeat(Spaced(SyntaxKind.CommaToken), Math.Max(nodes.Length - 1, 0)));
    }

    /// <summary>
    /// One item a line, each followed by a comma, the last one too; the line after the last has the indent of what closes the list.
    /// </summary>
    private static SeparatedSyntaxList<T> ALineEach<T>(IEnumerable<T> items, Place place)
        where T : SyntaxNode
    {
        var nodes = items.ToArray();
        return SeparatedList(
            nodes, nodes.Select((_, i) => Ending(SyntaxKind.CommaToken, i == nodes.Length - 1 ? place.Indent : place.Inner.Indent)));
    }
}
