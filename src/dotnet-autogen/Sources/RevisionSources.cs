using Autogen.Graph;
using Autogen.Schema;
using Autogen.Schema.Objects;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Autogen.Tool.Sources;

/// <summary>Reads revisions from their source files: with a parser only, so that a project which does not compile is no hindrance.</summary>
internal static class RevisionSources
{
    /// <summary>Every revision below the folder, by file name.</summary>
    /// <exception cref="AutogenException">A file can't be understood, or two have one id.</exception>
    public static IReadOnlyList<SourceRevision> Read(string projectDirectory, string folder)
    {
        var root = Path.Combine(projectDirectory, folder);
        if (!Directory.Exists(root))
            return [];
        var revisions = new List<SourceRevision>();
        var ids = new Dictionary<string, SourceRevision>(StringComparer.Ordinal);
        foreach (var path in Directory.EnumerateFiles(root, "*.cs", SearchOption.AllDirectories).Order(StringComparer.Ordinal))
        {
            var text = File.ReadAllText(path);
            if (!text.Contains("Revision(", StringComparison.Ordinal) && !text.Contains("RevisionAttribute(", StringComparison.Ordinal))
                continue;
            if (Parse(text, Path.GetRelativePath(projectDirectory, path).Replace('\\', '/')) is not { } revision)
                continue;
            if (!ids.TryAdd(revision.Node.Id, revision))
            {
                throw new AutogenException(
                    ErrorCode.RevisionDuplicated,
                    $"Two files have the id '{revision.Node.Id}': {ids[revision.Node.Id].Node.Source} and {revision.Node.Source}. Give one of them another id.");
            }

            revisions.Add(revision);
        }

        return revisions;
    }

    /// <summary>The revision of a text; <see langword="null"/> where it has none.</summary>
    internal static SourceRevision? Parse(string text, string file)
    {
        var tree = CSharpSyntaxTree.ParseText(text);
        var found = tree.GetRoot().DescendantNodes().OfType<ClassDeclarationSyntax>()
            .SelectMany(type => type.AttributeLists.SelectMany(list => list.Attributes).Where(IsRevision).Select(attribute => (type, attribute)))
            .ToList();
        if (found.Count == 0)
            return null;
        if (found.Count > 1)
            throw Invalid(file, found[1].attribute, "it holds several revisions; each has a file of its own");

        var (declaration, mark) = found[0];
        var arguments = mark.ArgumentList?.Arguments ?? [];
        var id = arguments.FirstOrDefault(argument => argument.NameEquals is null) is { } first ? Texts(file, first.Expression) : [];
        if (id is not [var single])
            throw Invalid(file, mark, "[Revision] needs an id");
        if (single.Length == 0 || single.Any(character => char.IsWhiteSpace(character) || character is '@' or '-' or '+' or ':'))
            throw Invalid(file, mark, $"'{single}' can't be an id: it must not be empty or hold @, -, +, : or white space");

        EquatableList<string> Named(string name)
            => arguments.FirstOrDefault(argument => string.Equals(argument.NameEquals?.Name.Identifier.Text, name, StringComparison.Ordinal)) is { } argument
                ? Texts(file, argument.Expression)
                : [];
        var node = new RevisionNode(single, Named("Revises"))
        {
            DependsOn = Named("DependsOn"),
            Labels = Named("Branch"),
            Created = Named("Created") is [var created] ? created : null,
            Message = DocumentationSummary.Of(declaration),
            Source = file,
        };
        return new SourceRevision(node, declaration.Identifier.Text, LineOf(mark), text);
    }

    private static bool IsRevision(AttributeSyntax attribute)
        => attribute.Name.ToString() is var name && name[(name.LastIndexOf('.') + 1)..] is "Revision" or "RevisionAttribute";

    private static EquatableList<string> Texts(string file, ExpressionSyntax expression) => expression switch
    {
        LiteralExpressionSyntax literal when literal.IsKind(SyntaxKind.StringLiteralExpression) => [literal.Token.ValueText],
        LiteralExpressionSyntax literal when literal.IsKind(SyntaxKind.NullLiteralExpression) => [],
        ImplicitArrayCreationExpressionSyntax array => All(file, array.Initializer.Expressions),
        ArrayCreationExpressionSyntax { Initializer: { } initializer } => All(file, initializer.Expressions),
        CollectionExpressionSyntax collection => collection.Elements.SelectMany(element => element is ExpressionElementSyntax { Expression: var inner }
            ? Texts(file, inner)
            : throw Invalid(file, expression, "an argument of [Revision] is no constant")).ToEquatableList(),
        _ => throw Invalid(file, expression, $"'{expression}' is no constant text; arguments of [Revision] are read from the source"),
    };

    private static EquatableList<string> All(string file, IEnumerable<ExpressionSyntax> expressions) => expressions.SelectMany(expression => Texts(file, expression)).ToEquatableList();

    private static AutogenException Invalid(string file, Microsoft.CodeAnalysis.SyntaxNode node, string why)
        => new(ErrorCode.RevisionInvalid, $"{file}({LineOf(node)}) is not understood: {why}.");

    private static int LineOf(Microsoft.CodeAnalysis.SyntaxNode node) => node.GetLocation().GetLineSpan().StartLinePosition.Line + 1;
}
