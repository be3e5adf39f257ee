using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using static Microsoft.CodeAnalysis.CSharp.SyntaxFactory;

namespace Autogen.Rendering.Syntax;

internal static partial class SyntaxKit
{
    /// <summary><c>target.Name</c>.</summary>
    internal static MemberAccessExpressionSyntax Member(ExpressionSyntax target, SimpleNameSyntax name) =>
        MemberAccessExpression(SyntaxKind.SimpleMemberAccessExpression, target, Bare(SyntaxKind.DotToken), name);

    /// <summary><c>target.Name</c>.</summary>
    internal static MemberAccessExpressionSyntax Member(ExpressionSyntax target, string name) => Member(target, Identified(name));

    /// <summary><c>receiver.Method(arguments)</c>: on one line if that fits, else an argument a line.</summary>
    internal static Draft Call(string receiver, SimpleNameSyntax method, params IReadOnlyList<Argument> arguments) => place =>
    {
        var target = Member(Identified(receiver), method);
        return InvocationExpression(target, ArgumentList(arguments, place.After(target.FullSpan.Length)));
    };

    /// <summary><c>receiver.Method(arguments)</c>: on one line if that fits, else an argument a line.</summary>
    internal static Draft Call(string receiver, string method, params IReadOnlyList<Argument> arguments)
        => Call(receiver, Identified(method), arguments);

    /// <summary>A call with more calls upon its result, each on a line of its own.</summary>
    internal static Draft Chain(Draft first, IReadOnlyList<(string Method, IReadOnlyList<Argument> Arguments)> links)
        => links.Count == 0 ? first : place =>
        {
            var result = first(place with { Tail = 0 });
            foreach (var (index, (method, arguments)) in links.Index())
            {
                var indent = place.Indent + Place.Step;
                var dot = Token(LineBreak(indent), SyntaxKind.DotToken, TriviaList());
                var target = MemberAccessExpression(SyntaxKind.SimpleMemberAccessExpression, result, dot, Identified(method));
                var at = new Place(indent, indent + 1 + method.Length, index == links.Count - 1 ? place.Tail : 0);
                result = InvocationExpression(target, ArgumentList(arguments, at));
            }

            return result;
        };

    /// <summary><c>new Type(arguments)</c>, on one line.</summary>
    internal static ExpressionSyntax New(TypeSyntax type, params IEnumerable<ExpressionSyntax> arguments) =>
        ObjectCreationExpression(Spaced(SyntaxKind.NewKeyword), type, OneLineArguments(arguments), initializer: null);

    /// <summary><c>target.Method(arguments)</c>, on one line.</summary>
    internal static ExpressionSyntax OneLineCall(ExpressionSyntax target, string method, params IEnumerable<ExpressionSyntax> arguments) =>
        InvocationExpression(Member(target, method), OneLineArguments(arguments));

    private static ArgumentListSyntax OneLineArguments(IEnumerable<ExpressionSyntax> arguments) =>
        SyntaxFactory.ArgumentList(
            Bare(SyntaxKind.OpenParenToken), OnOneLine(arguments.Select(SyntaxFactory.Argument)), Bare(SyntaxKind.CloseParenToken));

    private static ArgumentListSyntax ArgumentList(IReadOnlyList<Argument> arguments, Place place)
    {
        var flat = SyntaxFactory.ArgumentList(
            Bare(SyntaxKind.OpenParenToken),
            OnOneLine(arguments.Select(a => ArgumentAt(a, Place.Endless))),
            Bare(SyntaxKind.CloseParenToken));
        if (arguments.Count == 0 || place.Fits(flat))
            return flat;
        // The last one is followed by the parenthesis and by what follows that.
        var inner = place.Inner;
        var nodes =
            arguments.Select((a, i) => ArgumentAt(a, i == arguments.Count - 1 ? inner with { Tail = 1 + place.Tail } : inner)).ToArray();
        var commas = Enumerable.Repeat(Ending(SyntaxKind.CommaToken, inner.Indent), nodes.Length - 1);
        return SyntaxFactory.ArgumentList(
            Ending(SyntaxKind.OpenParenToken, inner.Indent), SeparatedList(nodes, commas), Bare(SyntaxKind.CloseParenToken));
    }

    private static ArgumentSyntax ArgumentAt(Argument argument, Place place)
    {
        if (argument.Name is not { } name)
            return SyntaxFactory.Argument(argument.Value(place));
        var colon = NameColon(Identified(name), Spaced(SyntaxKind.ColonToken));
        return SyntaxFactory.Argument(colon, Token(SyntaxKind.None), argument.Value(place.After(colon.FullSpan.Length)));
    }
}
