using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using static Microsoft.CodeAnalysis.CSharp.SyntaxFactory;

namespace Autogen.Rendering.Syntax;

internal static partial class SyntaxKit
{
    /// <summary><c>name&lt;arguments&gt;</c>.</summary>
    internal static GenericNameSyntax Generic(string name, IEnumerable<TypeSyntax> arguments) =>
        GenericName(Name(name), TypeArgumentList(Bare(SyntaxKind.LessThanToken), OnOneLine(arguments), Bare(SyntaxKind.GreaterThanToken)));

    /// <summary>An array type. Of arrays of arrays C# writes the outermost rank first, behind the innermost type.</summary>
    internal static ArrayTypeSyntax ArrayOf(TypeSyntax element, int rank)
    {
        var sizes = SeparatedList<ExpressionSyntax>(
            Enumerable.Range(0, rank).Select(_ => OmittedArraySizeExpression(Bare(SyntaxKind.OmittedArraySizeExpressionToken))),
            Enumerable.Repeat(Bare(SyntaxKind.CommaToken), rank - 1));
        var specifier = ArrayRankSpecifier(Bare(SyntaxKind.OpenBracketToken), sizes, Bare(SyntaxKind.CloseBracketToken));
        return element is ArrayTypeSyntax inner
            ? ArrayType(inner.ElementType, inner.RankSpecifiers.Insert(0, specifier))
            : ArrayType(element, SingletonList(specifier));
    }

    /// <summary><c>global::Namespace.Name</c>.</summary>
    internal static NameSyntax Global(string space, SimpleNameSyntax name)
    {
        var root = IdentifierName(Token(TriviaList(), SyntaxKind.GlobalKeyword, TriviaList()));
        var colons = Bare(SyntaxKind.ColonColonToken);
        var parts = space.Split('.', StringSplitOptions.RemoveEmptyEntries);
        if (parts.Length == 0)
            return AliasQualifiedName(root, colons, name);
        NameSyntax result = AliasQualifiedName(root, colons, Identified(parts[0]));
        foreach (var part in parts.Skip(1))
            result = QualifiedName(result, Bare(SyntaxKind.DotToken), Identified(part));
        return QualifiedName(result, Bare(SyntaxKind.DotToken), name);
    }

    /// <summary><c>typeof(type)</c>.</summary>
    internal static Draft TypeOf(Type type, NameScope names) => _ =>
        TypeOfExpression(
            Bare(SyntaxKind.TypeOfKeyword), Bare(SyntaxKind.OpenParenToken), names.Type(type), Bare(SyntaxKind.CloseParenToken));
}
