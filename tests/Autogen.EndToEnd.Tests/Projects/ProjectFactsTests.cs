using Autogen.Output;
using Autogen.Schema;
using Autogen.Testing;
using Autogen.Tool.Output;
using Autogen.Tool.Projects;

namespace Autogen.EndToEnd.Tests.Projects;

[Case("R8")]
public sealed class ProjectFactsTests : IDisposable
{
    private const string Reference =
        "<ItemGroup><PackageReference Include=\"Autogen.EntityFrameworkCore\" Version=\"0.1.0\" /></ItemGroup>";
    private readonly string folder = Directory.CreateTempSubdirectory("autogen-facts-").FullName;

    public void Dispose() => Directory.Delete(folder, recursive: true);

    [Fact]
    public async Task Plain_project_is_read_without_MSBuild()
    {
        var facts = await FactsAsync(Project("my-app", Reference, "<RootNamespace>Shop</RootNamespace>"));
        Assert.Equal(("Shop", null, true), (facts.RootNamespace, facts.LanguageVersion, facts.HasLibrary));
        Assert.Equal("my-app_too", (await FactsAsync(Project("my-app too", Reference))).RootNamespace);
    }

    [Fact]
    public async Task Package_of_the_folder_above_counts()
    {
        Write("Directory.Build.props", $"<Project>{Reference}</Project>");
        Assert.True((await FactsAsync(Project("app"))).HasLibrary);
    }

    // MSBuild is asked: a condition, another property, an import.
    [Fact]
    public async Task What_the_files_leave_open_is_asked_of_MSBuild()
    {
        Write("more.props", $"<Project><PropertyGroup><LangVersion>9.0</LangVersion></PropertyGroup>{Reference}</Project>");
        Write(
            "Directory.Build.props",
            "<Project><PropertyGroup><Company>Acme</Company><RootNamespace>$(Company).$(MSBuildProjectName)</RootNamespace></PropertyGroup>"
                + "<Import Project=\"more.props\" /></Project>");
        var facts = await FactsAsync(Project("app"));
        Assert.Equal(("Acme.app", "9.0", true), (facts.RootNamespace, facts.LanguageVersion, facts.HasLibrary));
        Assert.Equal(ErrorCode.ProjectNotSupported, Assert.Throws<AutogenException>(facts.RequireRevisions).Code);
    }

    [Fact]
    public async Task Package_of_a_referenced_project_counts()
    {
        Project("core", Reference);
        Project("data", "<ItemGroup><ProjectReference Include=\"..\\core\\core.csproj\" /></ItemGroup>");
        Assert.True(
            (await FactsAsync(Project("app", "<ItemGroup><ProjectReference Include=\"../data/data.csproj\" /></ItemGroup>"))).HasLibrary);
    }

    [Theory]
    [InlineData("<ItemGroup><PackageReference Include=\"Microsoft.EntityFrameworkCore\" Version=\"10.0.0\" /></ItemGroup>")]
    [InlineData(
        "<ItemGroup Condition=\"'$(No)' == 'such'\"><PackageReference Include=\"Autogen.EntityFrameworkCore\" "
            + "Version=\"0.1.0\" /></ItemGroup>")]
    [InlineData("<!-- <PackageReference Include=\"Autogen.EntityFrameworkCore\" /> -->")]
    public async Task Project_without_the_package_is_refused(string content)
    {
        var facts = await FactsAsync(Project("app", content));
        Assert.Equal(ErrorCode.ReferenceMissing, Assert.Throws<AutogenException>(facts.RequireRevisions).Code);
    }

    [Fact]
    public async Task Restored_package_counts_unless_its_assets_are_excluded()
    {
        var project = Project("app");
        Write("app/obj/project.assets.json", Assets("lib/net10.0/Autogen.EntityFrameworkCore.dll"));
        Assert.True((await FactsAsync(project)).HasLibrary);
        Write("app/obj/project.assets.json", Assets("lib/net10.0/_._"));
        Assert.False(ProjectAssets.Read(Path.Combine(folder, "app/obj/project.assets.json"), [project.Path])!.Compiles(_ => true));
        File.SetLastWriteTimeUtc(project.Path, DateTime.UtcNow.AddMinutes(1));
        Assert.Null(ProjectAssets.Read(Path.Combine(folder, "app/obj/project.assets.json"), [project.Path]));
    }

    [Theory]
    [InlineData("9", true)]
    [InlineData("9.0", true)]
    [InlineData("11.0", true)]
    [InlineData("ISO-2", true)]
    [InlineData("12", false)]
    [InlineData("14.0", false)]
    [InlineData("latest", false)]
    [InlineData("preview", false)]
    [InlineData("", false)]
    [InlineData(null, false)]
    public void Language_older_than_a_revision_needs_is_refused(string? version, bool isRefused)
    {
        var refused = Record.Exception(() => ProjectSupport.RequireLanguage(new ProjectFile("/app.csproj"), version));
        Assert.Equal(isRefused ? ErrorCode.ProjectNotSupported : null, (refused as AutogenException)?.Code);
    }

    [Theory]
    [InlineData("{}")]
    [InlineData("[]")]
    [InlineData("{")]
    [InlineData("{ \"targets\": 1 }")]
    public void Corrupt_assets_file_is_ignored(string text)
    {
        Write("project.assets.json", text);
        Assert.Null(ProjectAssets.Read(Path.Combine(folder, "project.assets.json"), []));
    }

    [Case("R9")]
    [Theory]
    [InlineData("<Project Sdk=\"Microsoft.NET.Sdk\">\n<<<<<<< HEAD\n=======\n>>>>>>> x\n</Project>", "(2)")]
    [InlineData("<Project Sdk=\"Microsoft.NET.Sdk\">\n<\n</Project>", "is not valid XML")]
    public void Project_that_is_not_valid_is_refused(string text, string said)
    {
        Write("app/app.csproj", text);
        var refused = Assert.Throws<AutogenException>(() => ProjectText.Read(new ProjectFile(Path.Combine(folder, "app/app.csproj"))));
        Assert.Equal(ErrorCode.BuildFailed, refused.Code);
        Assert.Contains(said, refused.Message, StringComparison.Ordinal);
    }

    private static Task<ProjectFacts> FactsAsync(ProjectFile project)
        => ProjectFacts.OfAsync(project, new Terminal(json: false, verbose: false, quiet: true, colour: false), CancellationToken.None);

    private static string Assets(string compiled)
        => $$"""
            {
              "targets": { "net10.0": { "Autogen.EntityFrameworkCore/0.1.0": { "type": "package", "compile": { "{{compiled}}": {} } } } }
            }
            """;

    private ProjectFile Project(string name, string content = "", string properties = "")
        => new(
            Write(
                $"{name}/{name}.csproj",
                "<Project Sdk=\"Microsoft.NET.Sdk\">"
                    + $"<PropertyGroup><TargetFramework>net10.0</TargetFramework>{properties}</PropertyGroup>{content}</Project>"));

    private string Write(string path, string text)
    {
        var full = Path.Combine(folder, path);
        Directory.CreateDirectory(Path.GetDirectoryName(full)!);
        File.WriteAllText(full, text);
        return full;
    }
}
