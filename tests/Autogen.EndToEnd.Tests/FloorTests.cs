using System.IO.Compression;
using System.Xml.Linq;
using Autogen.EndToEnd.Tests.Running;
using Autogen.Testing;

namespace Autogen.EndToEnd.Tests;

/// <summary>What the packed packages ask for: an application that pins .NET or EF Core at the floor must not get NU1605.</summary>
[Case("R10")]
public class FloorTests
{
    private const string Floor = "10.0.0";

    [Fact]
    public void Package_of_DotNet_is_asked_for_at_the_floor()
    {
        var target = Packages()
            .SelectMany(Dependencies)
            .Where(dependency => dependency.Id.StartsWith("Microsoft.EntityFrameworkCore", StringComparison.Ordinal)
                || dependency.Id.StartsWith("Microsoft.Extensions.", StringComparison.Ordinal))
            .ToList();
        Assert.Contains(target, dependency => dependency.Id == "Microsoft.Extensions.Hosting.Abstractions");
        Assert.Contains(target, dependency => dependency.Id == "Microsoft.EntityFrameworkCore.Relational");
        Assert.DoesNotContain(target, dependency => dependency.Version != Floor);
    }

    // What is not of .NET would need a floor of its own.
    [Fact]
    public void Nothing_else_is_asked_for()
        => Assert.DoesNotContain(Packages().SelectMany(Dependencies), dependency =>
            !dependency.Id.StartsWith("Microsoft.EntityFrameworkCore", StringComparison.Ordinal)
            && !dependency.Id.StartsWith("Microsoft.Extensions.", StringComparison.Ordinal)
            && !dependency.Id.StartsWith("Autogen.", StringComparison.Ordinal));

    // The libraries; the tool's packages have what they need in them.
    private static IEnumerable<string> Packages() => Directory.GetFiles(PackedTool.Packages, "Autogen.*.nupkg");

    private static IEnumerable<(string Id, string Version)> Dependencies(string package)
    {
        using var archive = ZipFile.OpenRead(package);
        using var stream = archive.Entries.Single(entry => entry.FullName.EndsWith(".nuspec", StringComparison.Ordinal)).Open();
        return [.. XDocument.Load(stream)
            .Descendants()
            .Where(element => element.Name.LocalName == "dependency")
            .Select(element => (element.Attribute("id")!.Value, element.Attribute("version")!.Value.Trim('[', ']', '(', ')', ' ')))];
    }
}
