using System.Text.Json;
using Autogen.Output;
using Autogen.Schema;
using Autogen.Tool.Output;

namespace Autogen.Tool.Projects;

/// <summary>What MSBuild makes of a project's files, without a build or a restore.</summary>
/// <param name="Root">MSBuild's answer.</param>
internal sealed record ProjectEvaluation(JsonElement Root)
{
    private static readonly string[] properties =
    [
        "RootNamespace", "LangVersion", "TargetFramework", "TargetFrameworks", "UsingMicrosoftNETSdk", "ProjectAssetsFile",
        "CentralPackageTransitivePinningEnabled"
    ];
    private static readonly string[] items =
    [
        "PackageReference", "PackageVersion", "GlobalPackageReference", "ProjectReference", "Reference"
    ];

    /// <summary>Asks MSBuild: half a second.</summary>
    /// <exception cref="AutogenException">
    /// <see cref="ErrorCode.BuildFailed"/>: MSBuild can't read the project, or the SDK is missing.
    /// </exception>
    public static async Task<ProjectEvaluation> RunAsync(ProjectFile project, Terminal terminal, CancellationToken cancellationToken)
    {
        var arguments = new List<string>
        {
            "msbuild", project.Path, "-nologo", "-v:q", $"-getProperty:{string.Join(',', properties)}",
            $"-getItem:{string.Join(',', items)}"
        };
        terminal.Verbose($"dotnet {string.Join(' ', arguments)}");
        var (exitCode, output, errors) = await ProcessOutput.RunAsync("dotnet", arguments, project.Directory, cancellationToken);
        var json = output.IndexOf('{', StringComparison.Ordinal);
        if (exitCode != 0 || json < 0)
            throw new AutogenException(
                ErrorCode.BuildFailed, $"MSBuild can't read {project.Name}:\n{BuildErrors.Of(output + "\n" + errors)}");
        using var document = JsonDocument.Parse(output[json..]);
        return new ProjectEvaluation(document.RootElement.Clone());
    }

    /// <summary>A property; empty where it is not set.</summary>
    public string Property(string name)
        => Root.GetProperty("Properties").TryGetProperty(name, out var value) ? value.GetString() ?? "" : "";

    /// <summary>The items of a kind.</summary>
    public IReadOnlyList<ProjectItem> Items(string kind)
        => Root.GetProperty("Items").TryGetProperty(kind, out var found)
            ? [.. found.EnumerateArray().Select(item => new ProjectItem(item))]
            : [];
}

/// <summary>An item of a project.</summary>
/// <param name="Element">MSBuild's answer.</param>
internal readonly record struct ProjectItem(JsonElement Element)
{
    /// <summary>What it includes: a package, a path, an assembly.</summary>
    public string Name => this["Identity"];

    /// <summary>Its metadata; empty where it has none of that name.</summary>
    public string this[string metadata] => Element.TryGetProperty(metadata, out var value) ? value.GetString() ?? "" : "";
}
