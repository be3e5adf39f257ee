using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using static Microsoft.CodeAnalysis.CSharp.SyntaxFactory;

namespace Autogen.Rendering.Syntax;

internal static partial class SyntaxKit
{
    /// <summary><c>[a, b]</c>: on one line if that fits, else an item a line. For parameters whose type says what the items are.</summary>
    internal static Draft CollectionExpression(IReadOnlyList<Draft> items) => place =>
    {
        var flat = SyntaxFactory.CollectionExpression(
            Bare(SyntaxKind.OpenBracketToken),
            OnOneLine<CollectionElementSyntax>(items.Select(i => ExpressionElement(i(Place.Endless)))),
            Bare(SyntaxKind.CloseBracketToken));
        if (items.Count == 0 || place.Fits(flat))
            return flat;
        return SyntaxFactory.CollectionExpression(
            Ending(SyntaxKind.OpenBracketToken, place.Inner.Indent),
            ALineEach<CollectionElementSyntax>(items.Select(i => ExpressionElement(i(place.Inner))), place),
            Bare(SyntaxKind.CloseBracketToken));
    };

    /// <summary><c>new[] { a, b }</c>, the type of the items being that of the first.</summary>
    private static Draft ImplicitArray(IReadOnlyList<Draft> items) => place =>
    {
        ExpressionSyntax At(Func<Place, InitializerExpressionSyntax> initialiser, Place inside) => ImplicitArrayCreationExpression(
            Bare(SyntaxKind.NewKeyword),
            Bare(SyntaxKind.OpenBracketToken),
            default,
            Bare(SyntaxKind.CloseBracketToken),
            initialiser(inside));

        return OneLineOrBroken(SyntaxKind.ArrayInitializerExpression, items, At, place);
    };

    /// <summary><c>new type[] { a, b }</c>; of a collection type, <c>new List&lt;type&gt; { a, b }</c>.</summary>
    private static Draft ExplicitArray(TypeSyntax type, IReadOnlyList<Draft> items, bool aLineEach = false) => place =>
    {
        ExpressionSyntax At(Func<Place, InitializerExpressionSyntax> initialiser, Place inside) => type is ArrayTypeSyntax array
            ? ArrayCreationExpression(Spaced(SyntaxKind.NewKeyword), array, initialiser(inside))
            : ObjectCreationExpression(Spaced(SyntaxKind.NewKeyword), type, argumentList: null, initialiser(inside));

        var kind = type is ArrayTypeSyntax ? SyntaxKind.ArrayInitializerExpression : SyntaxKind.CollectionInitializerExpression;
        return OneLineOrBroken(kind, items, At, place, aLineEach);
    };

    /// <summary>
    /// <c>{ a, b }</c> within the initialiser of an array of several dimensions: a row, always on one line unless that is too long.
    /// </summary>
    private static Draft Row(IReadOnlyList<Draft> items) => place =>
    {
        var flat = InitializerExpression(
            SyntaxKind.ArrayInitializerExpression,
            Spaced(SyntaxKind.OpenBraceToken),
            OnOneLine(items.Select(i => i(Place.Endless))),
            Token(TriviaList(Space), SyntaxKind.CloseBraceToken, TriviaList()));
        return place.Fits(flat)
            ? flat
            : InitializerExpression(
                SyntaxKind.ArrayInitializerExpression,
                Ending(SyntaxKind.OpenBraceToken, place.Inner.Indent),
                ALineEach(items.Select(i => i(place.Inner)), place),
                Bare(SyntaxKind.CloseBraceToken));
    };

    private static ExpressionSyntax OneLineOrBroken(
        SyntaxKind kind,
        IReadOnlyList<Draft> items,
        Func<Func<Place, InitializerExpressionSyntax>, Place, ExpressionSyntax> make,
        Place place,
        bool aLineEach = false)
    {
        var flat = make(
            inside => InitializerExpression(
                kind,
                Between(SyntaxKind.OpenBraceToken),
                OnOneLine(items.Select(i => i(inside))),
                Token(TriviaList(Space), SyntaxKind.CloseBraceToken, TriviaList())),
            Place.Endless);
        if (!aLineEach && place.Fits(flat))
            return flat;
        return make(
            inside => InitializerExpression(
                kind,
                Alone(SyntaxKind.OpenBraceToken, inside.Indent, inside.Inner.Indent),
                ALineEach(items.Select(i => i(inside.Inner)), inside),
                Bare(SyntaxKind.CloseBraceToken)),
            place);
    }
}
