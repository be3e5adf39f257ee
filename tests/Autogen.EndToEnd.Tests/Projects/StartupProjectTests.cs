using Autogen.Schema;
using Autogen.Tool.Projects;

namespace Autogen.EndToEnd.Tests.Projects;

public sealed class StartupProjectTests : IDisposable
{
    private const string Exe = "<PropertyGroup><OutputType>Exe</OutputType></PropertyGroup>";
    private const string Test = "<PropertyGroup><IsTestProject>true</IsTestProject></PropertyGroup>";
    private const string Xunit = """<ItemGroup><PackageReference Include="xunit.v3" Version="4.0.2"/></ItemGroup>""";
    private const string Library = """<Project Sdk="Microsoft.NET.Sdk"/>""";
    private readonly string folder = Directory.CreateTempSubdirectory("autogen-startup-").FullName;

    public void Dispose() => Directory.Delete(folder, recursive: true);

    [Theory]
    [Case("W1")]
    [InlineData("Shop.slnx")]
    [InlineData("Shop.sln")]
    public void The_one_program_of_the_solution_that_uses_a_library_starts_it(string solution)
    {
        var data = Project("src/Data Access/Data.csproj", Library);
        var web = Project("src/Web/Web.csproj", Sdk("Microsoft.NET.Sdk.Web", @"..\Services\Services.csproj"));
        Project("src/Services/Services.csproj", Sdk("Microsoft.NET.Sdk", "../Data Access/Data.csproj"));
        Project("src/Other/Other.csproj", Program(""));
        Project("src/Outside/Outside.csproj", Program("""<ProjectReference Include="../Data Access/Data.csproj"/>"""));
        Solution(solution, @"src\Data Access\Data.csproj", "src/Web/Web.csproj", "src/Services/Services.csproj", "src/Other/Other.csproj");
        Assert.Equal(web, StartupProject.Find(data, given: null, setting: null));
    }

    [Theory]
    [Case("W1")]
    [InlineData($"""<Project Sdk="Microsoft.NET.Sdk">{Exe}{Test}REFERENCE</Project>""")]
    [InlineData($"""<Project Sdk="Microsoft.NET.Sdk">{Exe}{Xunit}REFERENCE</Project>""")]
    [InlineData(
        """<Project Sdk="Aspire.AppHost.Sdk/13.0.0"><PropertyGroup><OutputType>Exe</OutputType></PropertyGroup>REFERENCE</Project>""")]
    [InlineData("""<Project Sdk="Microsoft.NET.Sdk">REFERENCE</Project>""")]
    [InlineData("""<Project Sdk="Microsoft.NET.Sdk"><PropertyGroup><OutputType>Library</OutputType></PropertyGroup>REFERENCE</Project>""")]
    [InlineData("not XML REFERENCE")]
    public void Tests_hosts_of_others_libraries_and_damaged_projects_start_nothing(string text)
    {
        var data = Project("Data/Data.csproj", Library);
        Project("X/X.csproj", text.Replace("REFERENCE", """<ItemGroup><ProjectReference Include="../Data/Data.csproj"/></ItemGroup>"""));
        Solution("S.slnx", "Data/Data.csproj", "X/X.csproj");
        Assert.Equal(data, StartupProject.Find(data, given: null, setting: null));
    }

    [Fact]
    [Case("W1")]
    public void Of_several_programs_none_is_guessed_and_all_are_candidates()
    {
        var data = Project("Data/Data.csproj", Library);
        Project("A/A.csproj", Program("""<ProjectReference Include="../Data/Data.csproj"/>"""));
        Project("B/B.csproj", Program("""<ProjectReference Include="../Data/Data.csproj"/>"""));
        Solution("S.slnx", "Data/Data.csproj", "A/A.csproj", "B/B.csproj");
        Assert.Equal(data, StartupProject.Find(data, given: null, setting: null));
        Assert.Equal(["A.csproj", "B.csproj"], StartupProject.Candidates(data).Select(candidate => candidate.Name));
    }

    [Theory]
    [Case("W1")]
    [InlineData("""<PropertyGroup><OutputType>Exe</OutputType></PropertyGroup>""")]
    [InlineData("""<PropertyGroup><GenerateRuntimeConfigurationFiles>true</GenerateRuntimeConfigurationFiles></PropertyGroup>""")]
    public void A_project_that_can_be_run_starts_itself(string text)
    {
        var data = Project("Data/Data.csproj", $"""<Project Sdk="Microsoft.NET.Sdk">{text}</Project>""");
        Project("A/A.csproj", Program("""<ProjectReference Include="../Data/Data.csproj"/>"""));
        Solution("S.slnx", "Data/Data.csproj", "A/A.csproj");
        Assert.Equal(data, StartupProject.Find(data, given: null, setting: null));
    }

    [Fact]
    [Case("W1")]
    public void The_command_line_comes_before_the_setting_and_the_setting_before_the_guess()
    {
        var data = Project("Data/Data.csproj", Library);
        var a = Project("A/A.csproj", Program("""<ProjectReference Include="../Data/Data.csproj"/>"""));
        var b = Project("B/B.csproj", Program(""));
        Solution("S.slnx", "Data/Data.csproj", "A/A.csproj");
        Assert.Equal(b, StartupProject.Find(data, given: null, setting: @"..\B"));
        Assert.Equal(b, StartupProject.Find(data, given: null, setting: "../B/B.csproj"));
        Assert.Equal(a, StartupProject.Find(data, given: a.Path, setting: "../B"));
        var missing = Assert.Throws<AutogenException>(() => StartupProject.Find(data, given: null, setting: "../C"));
        Assert.Equal(ErrorCode.ConfigurationInvalid, missing.Code);
        Assert.Contains("'startupProject' of autogen.json is '../C'", missing.Message);
    }

    private static string Program(string items)
        => $"""<Project Sdk="Microsoft.NET.Sdk">{Exe}<ItemGroup>{items}</ItemGroup></Project>""";

    private static string Sdk(string sdk, string reference)
        => $"""<Project Sdk="{sdk}"><ItemGroup><ProjectReference Include="{reference}"/></ItemGroup></Project>""";

    private void Solution(string name, params string[] projects)
        => File.WriteAllText(
            Path.Combine(folder, name),
            name.EndsWith('x')
                ? $"<Solution>{string.Concat(projects.Select(project => $"""<Project Path="{project}" />"""))}</Solution>"
                : string.Concat(projects.Select(
                    project =>
                        $"Project(\"{{9A19103F-16F7-4668-BE54-9A1E7A4F7556}}\") = \"X\", \"{project}\", \"{{0}}\"\r\nEndProject\r\n")));

    private ProjectFile Project(string path, string text)
    {
        var full = Path.Combine(folder, path);
        Directory.CreateDirectory(Path.GetDirectoryName(full)!);
        File.WriteAllText(full, text);
        return new ProjectFile(full);
    }
}
