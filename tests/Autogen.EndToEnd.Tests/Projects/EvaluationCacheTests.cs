using System.Text.Json;
using Autogen.Tool.Projects;

namespace Autogen.EndToEnd.Tests.Projects;

public sealed class EvaluationCacheTests : IDisposable
{
    private static readonly BuildOptions options = new(null, null, NoBuild: true);
    private readonly string folder = Directory.CreateTempSubdirectory("autogen-cache-").FullName;
    private readonly ProjectFile project;

    public EvaluationCacheTests()
    {
        Directory.CreateDirectory(Path.Combine(folder, "app", "obj"));
        project = new ProjectFile(Path.Combine(folder, "app", "app.csproj"));
        Old("app/app.csproj", "<Project/>");
        Old("app/obj/project.assets.json", "{}");
        Old("app/obj/app.csproj.nuget.g.props", "<Project><Import Project=\"x\"/></Project>");
        Old("Directory.Build.props", "<Project/>");
    }

    [Fact]
    public void A_cached_evaluation_is_read_for_the_same_build_only()
    {
        Assert.Null(new EvaluationCache(project, options).Read());
        Write();
        Assert.Equal("x.dll", new EvaluationCache(project, options).Read()!.Value.GetProperty("TargetPath").GetString());
        Assert.Null(new EvaluationCache(project, options with { Configuration = "Release" }).Read());
        Assert.Null(new EvaluationCache(project, options with { Framework = "net11.0" }).Read());
    }

    [Theory]
    [InlineData("app/app.csproj")]
    [InlineData("app/app.csproj.user")]
    [InlineData("app/obj/project.assets.json")]
    [InlineData("app/obj/app.csproj.nuget.g.props")]
    [InlineData("Directory.Build.props")]
    [InlineData("Directory.Build.targets")]
    [InlineData("app/Directory.Packages.props")]
    [InlineData("global.json")]
    public void Whatever_is_newer_makes_it_be_asked_again(string file)
    {
        Write();
        Old(file, "<Project/>");
        File.SetLastWriteTimeUtc(Path.Combine(folder, file), DateTime.UtcNow.AddMinutes(1));
        Assert.Null(new EvaluationCache(project, options).Read());
    }

    [Theory]
    [InlineData("app/app.csproj")]
    [InlineData("Directory.Build.targets")]
    public void A_project_that_imports_others_is_asked_every_time(string file)
    {
        Old(file, "<Project><Import Project=\"other.props\"/></Project>");
        Write();
        Assert.Null(new EvaluationCache(project, options).Read());
    }

    [Fact]
    public void Corrupt_cache_file_is_ignored()
    {
        Write();
        File.WriteAllText(Path.Combine(folder, "app/obj/app.autogen.json"), "{");
        Assert.Null(new EvaluationCache(project, options).Read());
    }

    public void Dispose() => Directory.Delete(folder, recursive: true);

    private void Write()
        => new EvaluationCache(project, options).Write(JsonSerializer.Deserialize<JsonElement>("""{"TargetPath":"x.dll"}"""));

    private void Old(string file, string text)
    {
        File.WriteAllText(Path.Combine(folder, file), text);
        File.SetLastWriteTimeUtc(Path.Combine(folder, file), DateTime.UtcNow.AddHours(-1));
    }
}
