using Autogen.Graph;
using Autogen.Schema;
using Autogen.Schema.Objects;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Autogen.Tool.Sources;

/// <summary>Finds the revision in a file's text.</summary>
internal static class RevisionParser
{
    private const string Name = "Revision";
    private static readonly CSharpParseOptions Options = new(LanguageVersion.Preview, DocumentationMode.Parse);

    /// <summary>The revision of the file, or <see langword="null"/> where it has none.</summary>
    /// <param name="text">The file's text.</param>
    /// <param name="path">The file's absolute path.</param>
    /// <param name="relativePath">The file's path relative to the project, for messages.</param>
    /// <exception cref="AutogenException">
    /// There are several, or the attribute is missing or not constant (<c>RevisionInvalid</c>).
    /// </exception>
    internal static SourceRevision? Parse(string text, string path, string relativePath)
    {
        if (ConflictMarkers.FindInCode(text) is { } line)
            throw SourceProblem.Refused($"{relativePath}:{line}", ConflictMarkers.Message($"{relativePath}:{line}"));
        // Neither the attribute nor the base class can be written without its name: most other files need no parser.
        if (!text.Contains(Name, StringComparison.Ordinal))
            return null;
        return Head(text) is { } head && Find(head, text, path, relativePath) is { } found ? found : Find(text, text, path, relativePath);
    }

    /// <summary>
    /// The text as far as a revision can be in it: up to the first method after the last time that the name is written. Bodies are most of
    /// a file: a thousand files of 4 kB take 0.15 s instead of 0.5 s. <see langword="null"/> if no such place exists.
    /// </summary>
    private static string? Head(string text)
    {
        var end = text.IndexOf("override", text.LastIndexOf(Name, StringComparison.Ordinal), StringComparison.Ordinal);
        return end < 0 ? null : text[..end];
    }

    private static SourceRevision? Find(string searched, string text, string path, string relativePath)
    {
        var root = CSharpSyntaxTree.ParseText(searched, Options, relativePath).GetCompilationUnitRoot();
        var problem = new SourceProblem(relativePath);
        SourceRevision? found = null;
        foreach (var declaration in root.DescendantNodes(MayHoldClasses)
            .OfType<ClassDeclarationSyntax>()
            .Where(c => !c.OpenBraceToken.IsMissing))
        {
            if (AttributeOf(declaration) is not { } attribute)
            {
                if (IsUnmarked(declaration))
                    throw problem.At(
                        declaration,
                        $"The class '{declaration.Identifier.ValueText}' derives from Revision but has no [Revision(\"id\")] attribute. "
                            + "Give it one, or make it abstract.");
                continue;
            }

            if (Uninstantiable(declaration) is { } kind)
                throw problem.At(
                    declaration,
                    $"The class '{declaration.Identifier.ValueText}' has [Revision] but is {kind}, so it can't be made. "
                        + "Take the attribute or that word away.");
            if (found is not null)
                throw problem.At(
                    attribute,
                    $"A second revision in one file; the first is '{found.Node.Id}' in line {found.Line}. Move it into a file of its own.");
            var node = RevisionAttributeReader.Read(attribute, problem) with
            {
                Message = DocumentationSummary.Of(declaration),
                Source = relativePath
            };
            found = new(node, path, SourceProblem.LineOf(attribute), declaration.Identifier.ValueText, text);
        }

        return found;
    }

    private static bool MayHoldClasses(SyntaxNode node)
        => node is CompilationUnitSyntax or BaseNamespaceDeclarationSyntax or TypeDeclarationSyntax;

    private static AttributeSyntax? AttributeOf(ClassDeclarationSyntax declaration) =>
        declaration.AttributeLists
            .SelectMany(l => l.Attributes)
            .FirstOrDefault(a => IsOurs(a.Name, Name) || IsOurs(a.Name, Name + "Attribute"));

    private static string? Uninstantiable(ClassDeclarationSyntax declaration) =>
        declaration.Modifiers.Any(SyntaxKind.AbstractKeyword) ? "abstract"
        : declaration.Modifiers.Any(SyntaxKind.StaticKeyword) ? "static"
        : declaration.AncestorsAndSelf().OfType<TypeDeclarationSyntax>().Any(type => type.TypeParameterList is not null) ? "generic"
        : null;

    /// <summary>A concrete class of which this is the only part, and that derives from ours, but was not marked.</summary>
    private static bool IsUnmarked(ClassDeclarationSyntax declaration) =>
        !declaration.Modifiers.Any(SyntaxKind.AbstractKeyword) && !declaration.Modifiers.Any(SyntaxKind.PartialKeyword) &&
        declaration.BaseList?.Types is [{ Type: NameSyntax first }, ..] && IsOurs(first, Name);

    /// <summary>Whether a name, as written, is the simple one, or ours with its namespace before it.</summary>
    private static bool IsOurs(NameSyntax name, string simple) => name switch
    {
        SimpleNameSyntax { Arity: 0 } own => string.Equals(own.Identifier.ValueText, simple, StringComparison.Ordinal),
        QualifiedNameSyntax { Right: { Arity: 0 } own } qualified =>
            string.Equals(own.Identifier.ValueText, simple, StringComparison.Ordinal)
                && qualified.Left.ToString() is "Autogen" or "global::Autogen",
        _ => false,
    };
}
