using System.Reflection;
using System.Runtime.Loader;
using Autogen.Host.Session;
using Autogen.Schema;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace Autogen.Design.Tests.Environments;

public class FinderTests
{
    private const string One = "public class One : Autogen.IAutogenEnvironment;";
    private const string Two = "internal sealed class Two : Autogen.IAutogenEnvironment;";

    [Fact]
    public void The_one_class_of_the_project_is_found_though_it_is_internal()
        => Assert.NotNull(EnvironmentFinder.Find(
            Assembly(Two + "public abstract class Base : Autogen.IAutogenEnvironment; public class Open<T> : Base;"), Assembly("")));

    [Fact]
    public void The_startup_projects_counts_if_the_project_has_none()
        => Assert.NotNull(EnvironmentFinder.Find(Assembly(""), Assembly(One)));

    [Fact]
    public void The_projects_own_precedes_the_startup_projects()
        => Assert.NotNull(EnvironmentFinder.Find(Assembly(One), Assembly(One + Two)));

    [Fact]
    public void An_assembly_without_an_environment_has_none() => Assert.Null(EnvironmentFinder.Find(Assembly(""), Assembly("")));

    [Theory]
    [InlineData(One + Two, "has several classes that implement IAutogenEnvironment: One, Two. Keep one; an abstract class does not count.")]
    [InlineData(
        "public class P : Autogen.IAutogenEnvironment { public P(int a) { } }",
        "P implements IAutogenEnvironment, but has no public constructor without parameters.")]
    [InlineData(
        "public class P : Autogen.IAutogenEnvironment { private P() { } }",
        "P implements IAutogenEnvironment, but has no public constructor without parameters.")]
    [InlineData(
        "public class P : Autogen.IAutogenEnvironment { public P() => throw new System.ArgumentException(\"no file\"); }",
        "P could not be made: its constructor threw ArgumentException: no file. --verbose shows where.")]
    [InlineData(
        "public class P : Autogen.IAutogenEnvironment { static P() => throw new System.ArgumentException(\"no file\"); }",
        "P could not be made: its constructor threw ArgumentException: no file. --verbose shows where.")]
    public void What_can_not_be_made_is_refused(string source, string message)
    {
        var assembly = Assembly(source);
        var refused = Assert.Throws<AutogenException>(() => EnvironmentFinder.Find(assembly, assembly));
        Assert.Equal(ErrorCode.EnvironmentInvalid, refused.Code);
        Assert.Contains(message, refused.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void The_documentation_s_example_is_one()
    {
        var page = Repository.Read("docs/configuration.md");
        var example = page.Split("```csharp\n")[1].Split("```")[0];
        Assert.NotNull(EnvironmentFinder.Find(Assembly("global using System.Linq;\n" + example), Assembly("")));
    }

    private static Assembly Assembly(string source)
    {
        var references = ((string)AppContext.GetData("TRUSTED_PLATFORM_ASSEMBLIES")!)
            .Split(Path.PathSeparator)
            .Select(path => MetadataReference.CreateFromFile(path));
        var compilation = CSharpCompilation.Create(
            "Project" + Guid.NewGuid().ToString("N"),
            [CSharpSyntaxTree.ParseText(source)],
            references,
            new CSharpCompilationOptions(OutputKind.DynamicallyLinkedLibrary));
        using var stream = new MemoryStream();
        var problems = compilation.Emit(stream).Diagnostics.Where(problem => problem.Severity == DiagnosticSeverity.Error).ToList();
        Assert.Empty(problems);
        stream.Position = 0;
        return AssemblyLoadContext.Default.LoadFromStream(stream);
    }
}
