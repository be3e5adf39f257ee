using System.Runtime.InteropServices;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Autogen.Rendering.Syntax;

/// <summary>The position of a piece of syntax. Handed down as a value, so that the maker of a token knows its surroundings.</summary>
/// <param name="Indent">Spaces before the line that it begins on.</param>
/// <param name="Column">Characters on that line before it.</param>
/// <param name="Tail">Characters that follow its last one on the same line: a comma, a semicolon, closing parentheses.</param>
[StructLayout(LayoutKind.Auto)]
internal readonly record struct Place(int Indent, int Column, int Tail)
{
    /// <summary>The longest line that is written by choice.</summary>
    internal const int LineWidth = 140;

    /// <summary>Spaces of one level.</summary>
    internal const int Step = 4;

    /// <summary>A line that never ends: what is laid out here is broken only where it must be.</summary>
    internal static Place Endless => new(0, -1_000_000, 0);

    /// <summary>A line of its own, one level deeper, for an item that a comma follows.</summary>
    internal Place Inner => new(Indent + Step, Indent + Step, 1);

    /// <summary>The same line, after so many characters more.</summary>
    internal Place After(int characters) => this with { Column = Column + characters };

    /// <summary>Whether the node fits here on one line.</summary>
    internal bool Fits(SyntaxNode node)
        => Column + node.FullSpan.Length + Tail <= LineWidth && !node.ToFullString().Contains('\n', StringComparison.Ordinal);
}

/// <summary>An expression that has no layout yet; given the place, it lays itself out.</summary>
internal delegate ExpressionSyntax Draft(Place place);
