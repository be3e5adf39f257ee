using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using static Microsoft.CodeAnalysis.CSharp.SyntaxFactory;

namespace Autogen.Rendering.Syntax;

internal static partial class SyntaxKit
{
    /// <summary>A whole file: usings, namespace, one class.</summary>
    /// <param name="space">The namespace; empty for none.</param>
    /// <param name="names">What the file uses.</param>
    /// <param name="declaration">The class.</param>
    /// <param name="lines">Comments and preprocessor directives above everything, from <see cref="IsLeading"/>.</param>
    internal static CompilationUnitSyntax File(
        string space, NameScope names, MemberDeclarationSyntax declaration, IReadOnlyList<string> lines)
    {
        var usings = names.Namespaces.Where(n => !string.Equals(n, space, StringComparison.Ordinal)).Select(n => UsingDirective(
            default, Spaced(SyntaxKind.UsingKeyword), default, alias: null, Dotted(n), Ending(SyntaxKind.SemicolonToken, 0)));
        var leading = names.NeedsNullableContext ? TriviaList(Trivia(NullableEnabled()), Newline) : TriviaList();
        var member = space.Length == 0
            ? declaration.WithLeadingTrivia(declaration.GetLeadingTrivia().Insert(0, Newline))
            : FileScoped(space, declaration);
        var unit = CompilationUnit(default, List(usings), default, SingletonList(member), Bare(SyntaxKind.EndOfFileToken));
        var above = lines.Count == 0 ? TriviaList() : ParseLeadingTrivia(string.Concat(lines.Select(line => line + "\n")));
        return unit.WithLeadingTrivia(above.AddRange(leading).AddRange(unit.GetLeadingTrivia()));
    }

    /// <summary>Whether a line is a comment or a preprocessor directive by itself, and so may precede everything.</summary>
    internal static bool IsLeading(string line)
        => !line.Contains('\n', StringComparison.Ordinal)
            && !line.Contains('\r', StringComparison.Ordinal)
            && CSharpSyntaxTree.ParseText(line + "\n") is var tree
            && tree.GetCompilationUnitRoot() is { Usings.Count: 0, Externs.Count: 0, AttributeLists.Count: 0, Members.Count: 0 }
            && !tree.GetDiagnostics().Any(problem => problem.Severity == DiagnosticSeverity.Error);

    /// <summary>A public sealed class.</summary>
    /// <param name="summary">The documentation's lines, from <see cref="Summary"/>.</param>
    /// <param name="attribute">Its attribute.</param>
    /// <param name="name">Its name.</param>
    /// <param name="baseType">The class it derives from.</param>
    /// <param name="members">Its members, each with its end of line.</param>
    internal static ClassDeclarationSyntax SealedClass(
        SyntaxTriviaList summary,
        AttributeListSyntax attribute,
        string name,
        TypeSyntax baseType,
        IEnumerable<MemberDeclarationSyntax> members) =>
        ClassDeclaration(
            SingletonList(attribute),
            TokenList(Spaced(SyntaxKind.PublicKeyword), Spaced(SyntaxKind.SealedKeyword)),
            Spaced(SyntaxKind.ClassKeyword),
            Name(name),
            typeParameterList: null,
            BaseList(Between(SyntaxKind.ColonToken), SingletonSeparatedList<BaseTypeSyntax>(SimpleBaseType(baseType))),
            default,
            Alone(SyntaxKind.OpenBraceToken, 0, 0),
            List(members),
            Ending(SyntaxKind.CloseBraceToken, 0),
            default).WithLeadingTrivia(summary);

    /// <summary>The documentation's summary: on one line, or on lines of its own if it has several.</summary>
    internal static SyntaxTriviaList Summary(IReadOnlyList<string> lines)
    {
        if (lines.Count <= 1)
            return TriviaList(Comment($"/// <summary>{string.Concat(lines)}</summary>"), Newline);
        return Element("summary", lines);
    }

    /// <summary>The documentation's remarks: on lines of their own.</summary>
    internal static SyntaxTriviaList Remarks(IReadOnlyList<string> lines) => Element("remarks", lines);

    private static SyntaxTriviaList Element(string name, IReadOnlyList<string> lines)
    {
        IEnumerable<string> all = [$"<{name}>", .. lines, $"</{name}>"];
        return TriviaList(all.SelectMany(l => (SyntaxTrivia[])[Comment(l.Length == 0 ? "///" : "/// " + l), Newline]));
    }

    /// <summary><c>public override void Name(Type parameter)</c> with its body.</summary>
    /// <param name="name">The method.</param>
    /// <param name="parameterType">The type of its parameter.</param>
    /// <param name="parameter">The parameter's name.</param>
    /// <param name="isFirst">Whether it is the class's first member: an empty line precedes every other.</param>
    /// <param name="statements">The place of the statements, from <see cref="Placeholder"/>.</param>
    /// <param name="expression">The body as an expression where the method has only one, short.</param>
    internal static MethodDeclarationSyntax Override(
        string name, TypeSyntax parameterType, string parameter, bool isFirst, StatementSyntax statements, Draft? expression)
    {
        var indent = Whitespace(new string(' ', Place.Step));
        // Where documentation is demanded, it is of an override, too.
        var inherited = TriviaList(indent, Comment("/// <inheritdoc/>"), Newline, indent);
        var leading = isFirst ? inherited : inherited.Insert(0, Newline);
        var method = MethodDeclaration(
            default,
            TokenList(Token(leading, SyntaxKind.PublicKeyword, TriviaList(Space)), Spaced(SyntaxKind.OverrideKeyword)),
            PredefinedType(Spaced(SyntaxKind.VoidKeyword)),
            explicitInterfaceSpecifier: null,
            Name(name),
            typeParameterList: null,
            ParameterList(
                Bare(SyntaxKind.OpenParenToken),
                SingletonSeparatedList(TypedParameter(parameterType, parameter)),
                Bare(SyntaxKind.CloseParenToken)),
            default,
            body: null,
            expressionBody: null,
            default);
        if (expression is not null)
        {
            var place = new Place(Place.Step, method.FullSpan.Length - leading.FullSpan.Length + Place.Step + " => ".Length, 1);
            var body = expression(place);
            if (place.Fits(body))
                return method.WithExpressionBody(ArrowExpressionClause(Between(SyntaxKind.EqualsGreaterThanToken), body))
                    .WithSemicolonToken(Ending(SyntaxKind.SemicolonToken, 0));
        }

        var close = Token(TriviaList(indent), SyntaxKind.CloseBraceToken, TriviaList(Newline));
        return method.WithBody(Block(Alone(SyntaxKind.OpenBraceToken, Place.Step, 0), SingletonList(statements), close));
    }

    /// <summary>A statement on lines of its own.</summary>
    /// <param name="expression">What it does.</param>
    /// <param name="comments">Comments above it, a line each.</param>
    /// <param name="indent">Spaces before each line.</param>
    internal static StatementSyntax Statement(Draft expression, IEnumerable<string> comments, int indent)
    {
        var space = indent == 0 ? TriviaList() : TriviaList(Whitespace(new string(' ', indent)));
        var leading = TriviaList(comments.SelectMany(c => (SyntaxTrivia[])[.. space, Comment("// " + c), Newline]).Concat(space));
        return ExpressionStatement(expression(new Place(indent, indent, 1)), Ending(SyntaxKind.SemicolonToken, 0)).WithLeadingTrivia(
            leading);
    }

    /// <summary>A text in the place of statements that are written later.</summary>
    internal static StatementSyntax Placeholder(string text)
        => ExpressionStatement(IdentifierName(Identifier(text)), MissingToken(SyntaxKind.SemicolonToken));

    private static ParameterSyntax TypedParameter(TypeSyntax type, string name) =>
        Parameter(default, default, type.WithTrailingTrivia(Space), Name(name), @default: null);

    private static FileScopedNamespaceDeclarationSyntax FileScoped(string space, MemberDeclarationSyntax declaration)
        => FileScopedNamespaceDeclaration(
            default,
            default,
            Token(TriviaList(Newline), SyntaxKind.NamespaceKeyword, TriviaList(Space)),
            Dotted(space),
            Token(TriviaList(), SyntaxKind.SemicolonToken, TriviaList(Newline, Newline)),
            default,
            default,
            SingletonList(declaration));

    private static NullableDirectiveTriviaSyntax NullableEnabled() => NullableDirectiveTrivia(
        Bare(SyntaxKind.HashToken),
        Spaced(SyntaxKind.NullableKeyword),
        Bare(SyntaxKind.EnableKeyword),
        targetToken: default,
        Ending(SyntaxKind.EndOfDirectiveToken, 0),
        isActive: true);
}
