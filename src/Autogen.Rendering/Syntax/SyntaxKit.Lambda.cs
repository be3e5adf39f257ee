using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using static Microsoft.CodeAnalysis.CSharp.SyntaxFactory;

namespace Autogen.Rendering.Syntax;

internal static partial class SyntaxKit
{
    /// <summary><c>parameter => body</c>.</summary>
    internal static Draft Lambda(string parameter, Draft body) => place =>
        LambdaExpression(parameter, body(place.After(parameter.Length + " => ".Length)));

    /// <summary><c>parameter => { statements }</c>, a line each.</summary>
    internal static Draft LambdaBlock(string parameter, IReadOnlyList<Draft> statements) => place =>
    {
        var inner = place.Inner;
        var nodes = statements.Select((s, i) => ExpressionStatement(
            s(inner), Ending(SyntaxKind.SemicolonToken, i == statements.Count - 1 ? place.Indent : inner.Indent)));
        var block = Block(Ending(SyntaxKind.OpenBraceToken, inner.Indent), List<StatementSyntax>(nodes), Bare(SyntaxKind.CloseBraceToken));
        var arrow = Token(TriviaList(Space), SyntaxKind.EqualsGreaterThanToken, LineBreak(place.Indent));
        return SimpleLambdaExpression(default(SyntaxTokenList), Parameter(Name(parameter)), arrow, block, expressionBody: null);
    };

    private static SimpleLambdaExpressionSyntax LambdaExpression(string parameter, ExpressionSyntax body) =>
        SimpleLambdaExpression(
            default(SyntaxTokenList), Parameter(Name(parameter)), Between(SyntaxKind.EqualsGreaterThanToken), block: null, body);
}
