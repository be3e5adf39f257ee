using System.Xml.Linq;
using Autogen.Schema;
using Autogen.Tool.Projects;

namespace Autogen.EndToEnd.Tests.Projects;

public class BundleProjectTests
{
    private static readonly BundleOptions options = new("/out/migrate", "linux-arm64", IsSelfContained: true, "Release", NoBuild: false);

    [Fact]
    public void Packages_of_the_runtime_that_no_source_has_are_one_message()
    {
        var failed = BundleProject.Failed(
            """
            /shop/obj/autogen-bundle/autogen-bundle.csproj : error NU1101: Unable to find package Microsoft.NETCore.App.Runtime.linux-arm64. No packages exist with this id in source(s): nuget.org
            /shop/obj/autogen-bundle/autogen-bundle.csproj : error NU1102: Unable to find package Microsoft.NETCore.App.Host.linux-arm64 with version (= 10.0.12)
              - Found 1 version(s) in nuget.org [ Nearest version: 10.0.11 ]
            """,
            options);
        Assert.Equal(ErrorCode.RuntimePackMissing, failed.Code);
        Assert.Equal("Microsoft.NETCore.App.Host.linux-arm64,Microsoft.NETCore.App.Runtime.linux-arm64", failed.Details["packages"]);
        Assert.StartsWith(
            "A bundle for linux-arm64 needs the .NET runtime's packages for it, and no package source has "
                + "Microsoft.NETCore.App.Host.linux-arm64, Microsoft",
            failed.Message,
            StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(
        "/shop/obj/autogen-bundle/autogen-bundle.csproj : error NU1101: Unable to find package Shop.Things. "
            + "No packages exist with this id in source(s): nuget.org",
        "Unable to find package Shop.Things")]
    [InlineData(
        "/sdk/Microsoft.NET.Sdk.targets(1,5): error NETSDK1083: The specified RuntimeIdentifier 'moon-x64' is not recognized. "
            + "[/shop/obj/autogen-bundle/autogen-bundle.csproj]",
        "'moon-x64' is not recognized.")]
    public void Everything_else_is_what_MSBuild_says(string output, string said)
    {
        var failed = BundleProject.Failed(output, options);
        Assert.Equal(ErrorCode.BundleFailed, failed.Code);
        Assert.Contains(said, failed.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Paths_and_lists_of_the_project_are_written_as_XML()
    {
        var project = new ProjectFile("/R&D/<shop>/Shop \"1\".csproj");
        var build = new BuildResult("/a.dll", "/a.dll", "/R&D", "/a.deps.json", "/a.runtimeconfig.json", [])
        {
            TargetFramework = "net10.0",
            NoWarn = "1701;NU1605"
        };
        var text = XElement.Parse(BundleProject.Text(
            [project, project], build, options with { Runtime = null, IsSelfContained = false }, "/tool/bundle/Autogen.Bundle.dll"));
        Assert.Equal(project.Path, Assert.Single(text.Descendants("ProjectReference")).Attribute("Include")!.Value);
        Assert.Equal("true", text.Descendants("UseCurrentRuntimeIdentifier").Single().Value);
        Assert.Equal("false", text.Descendants("SelfContained").Single().Value);
        Assert.Equal("$(NoWarn);1701;NU1605", text.Descendants("NoWarn").Single().Value);
    }
}
