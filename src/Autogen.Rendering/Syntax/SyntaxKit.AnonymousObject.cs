using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using static Microsoft.CodeAnalysis.CSharp.SyntaxFactory;

namespace Autogen.Rendering.Syntax;

internal static partial class SyntaxKit
{
    /// <summary><c>new { name = value, … }</c>: on one line if that fits and is wanted, else a member a line.</summary>
    internal static Draft AnonymousObject(IReadOnlyList<Argument> members, bool aLineEach) => place =>
    {
        var flat = AnonymousObjectCreationExpression(
            Spaced(SyntaxKind.NewKeyword),
            members.Count == 0 ? Spaced(SyntaxKind.OpenBraceToken) : Token(TriviaList(), SyntaxKind.OpenBraceToken, TriviaList(Space)),
            OnOneLine(members.Select(m => MemberAt(m, Place.Endless))),
            Token(members.Count == 0 ? TriviaList() : TriviaList(Space), SyntaxKind.CloseBraceToken, TriviaList()));
        if (members.Count == 0 || (!aLineEach && place.Fits(flat)))
            return flat;
        return AnonymousObjectCreationExpression(
            Bare(SyntaxKind.NewKeyword),
            Alone(SyntaxKind.OpenBraceToken, place.Indent, place.Inner.Indent),
            ALineEach(members.Select(m => MemberAt(m, place.Inner)), place),
            Bare(SyntaxKind.CloseBraceToken));
    };

    private static AnonymousObjectMemberDeclaratorSyntax MemberAt(Argument member, Place place)
    {
        if (member.Name is not { } name)
            return AnonymousObjectMemberDeclarator(member.Value(place));
        var equals = NameEquals(Identified(name), Between(SyntaxKind.EqualsToken));
        return AnonymousObjectMemberDeclarator(equals, member.Value(place.After(equals.FullSpan.Length)));
    }
}
