using System.Diagnostics;
using System.Text.Json;
using Autogen.Output;
using Autogen.Schema;
using Autogen.Tool.Output;

namespace Autogen.Tool.Projects;

/// <summary>Builds a project and learns what the engine needs of it, in one call of MSBuild.</summary>
internal static class ProjectBuild
{
    private static readonly string[] properties =
        [
            "TargetPath", "ProjectDepsFilePath", "ProjectRuntimeConfigFilePath", "ProjectAssetsFile", "OutputType",
            "TargetFramework", "TargetFrameworks", "NoWarn", "InvariantGlobalization"
        ];

    /// <summary>Builds both projects; one, where they are the same.</summary>
    /// <exception cref="AutogenException">A build failed, or the output can't be run.</exception>
    public static async Task<BuildResult> RunAsync(
        ProjectFile project, ProjectFile startup, BuildOptions options, Terminal terminal, CancellationToken cancellationToken)
    {
        var startupProperties = await BuildAsync(startup, options, terminal, cancellationToken);
        var projectProperties = project == startup
            ? startupProperties
            : await BuildAsync(project, options with { NoBuild = true }, terminal, cancellationToken);
        var startupAssembly = Value(startupProperties, "TargetPath");
        var runtimeConfig = Value(startupProperties, "ProjectRuntimeConfigFilePath");
        var output = Path.GetDirectoryName(startupAssembly)!; // a file has a folder
        if (options.NoBuild && !File.Exists(startupAssembly))
            throw new AutogenException(
                ErrorCode.BuildFailed,
                $"'{startupAssembly}' is not there: the project has not been built. Run the command without --no-build.");
        if (!File.Exists(runtimeConfig))
        {
            throw new AutogenException(
                ErrorCode.EngineFailed,
                LibraryText(project, startup));
        }

        var assembly = Value(projectProperties, "TargetPath");
        var copied = Path.Combine(output, Path.GetFileName(assembly));
        return new BuildResult(
            File.Exists(copied) ? copied : assembly,
            startupAssembly,
            startup.Directory,
            Value(startupProperties, "ProjectDepsFilePath"),
            runtimeConfig,
            PackageFolders(Value(startupProperties, "ProjectAssetsFile")))
        {
            TargetFramework = Value(startupProperties, "TargetFramework"),
            NoWarn = Value(startupProperties, "NoWarn"),
            InvariantGlobalization = Value(startupProperties, "InvariantGlobalization"),
        };
    }

    private static string LibraryText(ProjectFile project, ProjectFile startup)
    {
        var candidates = StartupProject.Candidates(project);
        var named = candidates.Count == 0
            ? "the application that uses it"
            : "one of the programs that use it (" + string.Join(", ", candidates.Select(candidate => candidate.Name)) + ")";
        return $"{startup.Name} is a library, which can't be run by itself. "
            + $"Name {named} with --startup-project, or once and for all as 'startupProject' in autogen.json; "
            + "or set <GenerateRuntimeConfigurationFiles>true</GenerateRuntimeConfigurationFiles> in the project.";
    }

    private static async Task<JsonElement> BuildAsync(
        ProjectFile project, BuildOptions options, Terminal terminal, CancellationToken cancellationToken)
    {
        var cache = new EvaluationCache(project, options);
        var known = cache.Read();
        if (options.NoBuild && known is not null)
            return known.Value;
        var before = options.NoBuild ? null : BuildRecord.Take(project, options);
        if (known is not null && before?.IsUnchanged(Value(known.Value, "TargetPath")) == true)
        {
            terminal.Verbose($"Nothing changed since {project.Name} was built last: MSBuild is not started.");
            return known.Value;
        }

        ProjectText.RefuseConflicts(project);
        var arguments = new List<string> { options.NoBuild ? "msbuild" : "build", project.Path, "-nologo", "-v:q" };
        if (!options.NoBuild)
            arguments.AddRange(["-t:Build", "-tl:off"]);
        if (known is not null && before?.IsRestored() == true)
            arguments.Add("--no-restore");
        arguments.Add($"-getProperty:{string.Join(',', properties)}");
        if (options.Configuration is { } configuration)
            arguments.Add($"-p:Configuration={configuration}");
        if (options.Framework is { } framework)
            arguments.Add($"-p:TargetFramework={framework}");

        terminal.Verbose($"dotnet {string.Join(' ', arguments)}");
        using var waiting = options.NoBuild ? null : terminal.Waiting($"Building {project.Name} ...");
        var (exitCode, output, errors) = await ProcessOutput.RunAsync("dotnet", arguments, project.Directory, cancellationToken);
        if (exitCode != 0 && arguments.Remove("--no-restore"))
            (exitCode, output, errors) = await ProcessOutput.RunAsync("dotnet", arguments, project.Directory, cancellationToken);
        var json = output.IndexOf('{', StringComparison.Ordinal);
        if (exitCode != 0 || json < 0)
            throw new AutogenException(
                ErrorCode.BuildFailed,
                $"{Path.GetFileName(project.Path)} does not build:\n"
                    + RevisionErrors.Explained(BuildErrors.Of(output + "\n" + errors)));

        // Owned by the document's clone, which outlives the document.
        using var document = JsonDocument.Parse(output[json..]);
        var result = document.RootElement.GetProperty("Properties").Clone();
        if (Value(result, "TargetFramework").Length == 0 && Value(result, "TargetFrameworks") is { Length: > 0 } frameworks)
            throw new AutogenException(
                ErrorCode.CommandLine,
                $"{Path.GetFileName(project.Path)} has several target frameworks ({frameworks}). Choose one with --framework.");
        cache.Write(result);
        before?.Keep(Value(result, "TargetPath"), BuildRecord.Take(project, options));
        return result;
    }

    private static string Value(JsonElement properties, string name)
        => properties.TryGetProperty(name, out var value) ? value.GetString() ?? "" : "";

    private static IReadOnlyList<string> PackageFolders(string assetsFile)
    {
        if (!File.Exists(assetsFile))
            return [];
        using var stream = File.OpenRead(assetsFile);
        using var document = JsonDocument.Parse(stream);
        return document.RootElement.TryGetProperty("packageFolders", out var folders)
            ? [.. folders.EnumerateObject().Select(folder => folder.Name)]
            : [];
    }
}
