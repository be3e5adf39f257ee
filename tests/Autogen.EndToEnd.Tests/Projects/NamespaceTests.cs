using Autogen.Rendering;
using Autogen.Rendering.Syntax;
using Autogen.Schema;
using Autogen.Testing;
using Autogen.Tool.Projects;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Autogen.EndToEnd.Tests.Projects;

/// <summary>The names that <c>dotnet new class</c> gives the same project, .NET SDK 10.0.4.</summary>
[Case("R7")]
public class NamespaceTests
{
    [Theory]
    [InlineData("App", "App")]
    [InlineData("my-app", "my_app")]
    [InlineData("my app", "my_app")]
    [InlineData("3d.Shop", "_3d.Shop")]
    [InlineData("Shop.3d", "Shop._3d")]
    [InlineData("a-b.c+d", "a_b.c_d")]
    [InlineData(".Hidden", "_Hidden")]
    [InlineData("Shop.", "Shop_")]
    [InlineData("a..b", "a._b")]
    [InlineData("Größe.尺寸", "Größe.尺寸")]
    [InlineData("a\u00ADb", "a_b")]
    [InlineData("a💥b", "a_b")]
    [InlineData("-", "_")]
    [InlineData("class", "class")]
    [InlineData("", "")]
    [InlineData("  ", "")]
    public void Name_of_a_project_becomes_a_valid_namespace(string name, string expected)
    {
        Assert.Equal(expected, Namespaces.Of(name));
        Assert.Equal(expected.Length > 0, Namespaces.IsValid(expected));
    }

    [Theory]
    [InlineData("my-app", "Revisions", "my_app.Revisions")]
    [InlineData("App", "Data/../Revisions/", "App.Data.Revisions")]
    [InlineData("App", "./2024-revisions", "App._2024_revisions")]
    [InlineData("", "Revisions", "Revisions")]
    public void Folder_follows_the_root_namespace(string root, string folder, string expected)
        => Assert.Equal(expected, RevisionsNamespace.Of(root, folder));

    [Theory]
    [InlineData("App.Revisions", "App.Revisions")]
    [InlineData("App.@event", "App.event")]
    public void Given_namespace_is_used_as_it_is(string given, string expected)
        => Assert.Equal(expected, RevisionsNamespace.Of(given, "Other", "Folder"));

    [Theory]
    [InlineData("my-app")]
    [InlineData("App.")]
    [InlineData(".App")]
    [InlineData("App;")]
    [InlineData("App { } class X")]
    [InlineData("@")]
    public void Invalid_given_namespace_is_refused(string given)
        => Assert.Equal(
            ErrorCode.ConfigurationInvalid, Assert.Throws<AutogenException>(() => RevisionsNamespace.Of(given, "App", "Revisions")).Code);

    [Theory]
    [InlineData("class.Revisions", "@class.Revisions")]
    [InlineData("App.namespace", "App.@namespace")]
    public void Keyword_is_escaped_in_the_file(string space, string written)
        => Assert.Contains($"\nnamespace {written};\n", Rendered(space), StringComparison.Ordinal);

    // 'Revision' in the namespace App.Revision is the namespace itself.
    [Theory]
    [InlineData("App.Revision", "Revision")]
    [InlineData("MigrationBuilder.Revisions", "MigrationBuilder")]
    public void Name_that_the_namespace_hides_is_written_in_full(string space, string hidden)
    {
        var root = CSharpSyntaxTree.ParseText(Rendered(space)).GetRoot();
        Assert.DoesNotContain(root.GetDiagnostics(), problem => problem.Severity == DiagnosticSeverity.Error);
        var plain = root.DescendantNodes().OfType<IdentifierNameSyntax>()
            .Where(name => name.Identifier.ValueText == hidden
                && name.Parent is not (QualifiedNameSyntax or AliasQualifiedNameSyntax or AttributeSyntax
                    or BaseNamespaceDeclarationSyntax));
        Assert.Empty(plain);
    }

    private static string Rendered(string space) => RevisionSkeleton.Render(new RevisionHeader
    {
        Id = "aaaa00000001",
        Revises = [],
        Message = "first",
        Created = DateTimeOffset.UnixEpoch,
        Namespace = space,
    });
}
