using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using static Microsoft.CodeAnalysis.CSharp.SyntaxFactory;

namespace Autogen.Rendering.Syntax;

internal static partial class SyntaxKit
{
    /// <summary><c>[Name(value, Property = value)]</c> with an end of line: on one line if that fits, else an argument a line.</summary>
    internal static AttributeListSyntax Attribute(string name, IReadOnlyList<Argument> arguments)
    {
        var flat = AttributeArguments(
            OnOneLine(arguments.Select(a => AttributeArgumentAt(a, Place.Endless))), Bare(SyntaxKind.OpenParenToken));
        var place = new Place(0, 1 + name.Length, 1);
        var list = flat;
        if (!place.Fits(flat))
        {
            var commas = Enumerable.Repeat(Ending(SyntaxKind.CommaToken, Place.Step), arguments.Count - 1);
            var nodes = arguments.Select(a => AttributeArgumentAt(a, place.Inner));
            list = AttributeArguments(SeparatedList(nodes, commas), Ending(SyntaxKind.OpenParenToken, Place.Step));
        }

        return AttributeList(
            Bare(SyntaxKind.OpenBracketToken),
            target: null,
            SingletonSeparatedList(SyntaxFactory.Attribute(Identified(name), list)),
            Ending(SyntaxKind.CloseBracketToken, 0));
    }

    /// <summary>
    /// <c>"a"</c>, or <c>new[] { "a", "b" }</c> for several: what an attribute's property of type <see cref="object"/> takes.
    /// </summary>
    internal static Draft OneOrSeveral(IReadOnlyList<string> texts) =>
        texts.Count == 1 ? Settled(Quoted(texts[0])) : ImplicitArray([.. texts.Select(t => Settled(Quoted(t)))]);

    private static AttributeArgumentListSyntax AttributeArguments(
        SeparatedSyntaxList<AttributeArgumentSyntax> nodes, SyntaxToken open) =>
        AttributeArgumentList(open, nodes, Bare(SyntaxKind.CloseParenToken));

    private static AttributeArgumentSyntax AttributeArgumentAt(Argument argument, Place place)
    {
        if (argument.Name is not { } name)
            return AttributeArgument(argument.Value(place));
        var equals = NameEquals(Identified(name), Between(SyntaxKind.EqualsToken));
        return AttributeArgument(equals, nameColon: null, argument.Value(place.After(equals.FullSpan.Length)));
    }
}
