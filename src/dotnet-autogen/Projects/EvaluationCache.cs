using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;

namespace Autogen.Tool.Projects;

/// <summary>
/// What MSBuild said of a project the last time, kept in its <c>obj</c> folder: with <c>--no-build</c> a command need not ask again, which
/// is half a second. It counts only while nothing that the answer depends on is newer, and only for projects all of whose imports are
/// known: those of the SDK, the packages, and the files that MSBuild looks for in the folders above
/// (https://learn.microsoft.com/visualstudio/msbuild/customize-by-directory).
/// </summary>
internal sealed partial class EvaluationCache
{
    private static readonly string[] lookedFor =
    [
        "Directory.Build.props", "Directory.Build.targets", "Directory.Packages.props", "global.json"
    ];
    private readonly string path;
    private readonly ProjectFile project;

    /// <summary>The environment variables that the SDK reads as properties, as far as they change what is built, or where.</summary>
    public static IReadOnlyList<string> Variables { get; } =
    [
        "Configuration", "Platform", "RuntimeIdentifier", "ArtifactsPath", "UseArtifactsOutput", "BaseOutputPath", "OutputPath", "CI",
        "MSBuildSDKsPath", "DefineConstants", "DOTNET_ROOT",
    ];

    /// <summary>The cache of a project, for a configuration and a framework.</summary>
    public EvaluationCache(ProjectFile project, BuildOptions options)
    {
        this.project = project;
        Key = string.Join('|', Variables.Select(name => $"{name}={Environment.GetEnvironmentVariable(name)}")
            .Prepend(options.Framework ?? "")
            .Prepend(options.Configuration ?? ""));
        path = Path.Combine(project.Directory, "obj", $"{Path.GetFileNameWithoutExtension(project.Path)}.autogen.json");
    }

    private string Key { get; }

    /// <summary>The properties, or <see langword="null"/> where MSBuild must be asked.</summary>
    public JsonElement? Read()
    {
        try
        {
            if (!File.Exists(path)
                || Inputs() is not { } inputs
                || inputs.Any(input => File.GetLastWriteTimeUtc(input) > File.GetLastWriteTimeUtc(path)))
                return null;
            using var document = JsonDocument.Parse(File.ReadAllText(path));
            return document.RootElement.GetProperty("key").GetString() == Key
                ? document.RootElement.GetProperty("properties").Clone()
                : null;
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException or JsonException or KeyNotFoundException)
        {
            return null;
        }
    }

    /// <summary>Keeps what MSBuild said; where that can't be, the next command asks again.</summary>
    public void Write(JsonElement properties)
    {
        try
        {
            if (Inputs() is null)
                return;
            var temporary = $"{path}.{Environment.ProcessId}.tmp";
            File.WriteAllText(temporary, new JsonObject { ["key"] = Key, ["properties"] = JsonObject.Create(properties) }.ToJsonString());
            File.Move(temporary, path, overwrite: true);
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            // Best effort: ignore write failures.
        }
    }

    // All that the answer depends on; null where that is not known.
    private List<string>? Inputs()
    {
        var folder = Path.Combine(project.Directory, "obj");
        var assets = Path.Combine(folder, "project.assets.json");
        if (!File.Exists(assets))
            return null;
        var written = new List<string> { project.Path };
        for (var directory = new DirectoryInfo(project.Directory); directory is not null; directory = directory.Parent)
            written.AddRange(lookedFor.Select(name => Path.Combine(directory.FullName, name)).Where(File.Exists));
        if (File.Exists(project.Path + ".user"))
            written.Add(project.Path + ".user");
        return written.Exists(file => Import().IsMatch(File.ReadAllText(file)))
            ? null
            : [.. written, assets, .. Directory.GetFiles(folder, "*.nuget.g.*")];
    }

    [GeneratedRegex(
        @"<Import\s|<BaseIntermediateOutputPath|<MSBuildProjectExtensionsPath",
        RegexOptions.CultureInvariant,
        matchTimeoutMilliseconds: 60_000)]
    private static partial Regex Import();
}
