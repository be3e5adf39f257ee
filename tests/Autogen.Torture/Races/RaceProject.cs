namespace Autogen.Torture.Races;

/// <summary>
/// The sample <c>Race</c>, built against packed packages, with the packed tool and bundles of it: made once for all races, in a temporary
/// folder.
/// </summary>
public sealed class RaceProject : IAsyncDisposable
{
    private readonly string root = Directory.CreateTempSubdirectory("autogen-race-").FullName;

    private RaceProject()
    {
    }

    /// <summary>The project's folder.</summary>
    public string Folder => Path.Combine(root, "Race");

    /// <summary>The application.</summary>
    public string Application => Path.Combine(Folder, "bin", "Debug", "net10.0", "Race.dll");

    /// <summary>The tool's executable.</summary>
    public string Tool => Path.Combine(root, "tool", "dotnet-autogen");

    /// <summary>The bundle of a named database of <c>autogen.json</c>.</summary>
    public string Bundle(string database) => Path.Combine(root, "migrate-" + database);

    /// <summary>Builds what the kinds of starters need.</summary>
    /// <param name="source">The sample's folder.</param>
    /// <param name="packages">The folder of the packed packages.</param>
    /// <param name="version">Their version.</param>
    /// <param name="kinds">Which starters there will be.</param>
    public static async Task<RaceProject> PrepareAsync(
        string source, string packages, string version, IReadOnlyCollection<StarterKind> kinds)
    {
        var project = new RaceProject();
        foreach (var file in Directory.EnumerateFiles(source, "*", SearchOption.AllDirectories))
        {
            var relative = Path.GetRelativePath(source, file);
            if (relative.Split(Path.DirectorySeparatorChar)[0] is "bin" or "obj")
                continue;
            var target = Path.Combine(project.Folder, relative);
            Directory.CreateDirectory(Path.GetDirectoryName(target)!); // not null: below the folder
            File.Copy(file, target);
        }

        await File.WriteAllTextAsync(
            Path.Combine(project.root, "nuget.config"),
            $"""<configuration><packageSources><add key="packed" value="{packages}" /></packageSources></configuration>""");
        var environment = new Dictionary<string, string>(StringComparer.Ordinal)
        {
            ["AutogenVersion"] = version,
            ["RACE_DATABASE"] = "Host=unused",
        };
        await ChildProcess.RequireAsync("dotnet", ["build", "-v", "q", "-nologo"], project.Folder, environment);
        if (kinds.Contains(StarterKind.Tool) || kinds.Contains(StarterKind.Bundle))
        {
            await ChildProcess.RequireAsync(
                "dotnet",
                ["tool", "install", "dotnet-autogen", "--tool-path", Path.Combine(project.root, "tool"), "--version", version],
                project.Folder);
        }

        if (kinds.Contains(StarterKind.Bundle))
        {
            foreach (var database in Starter.Databases)
            {
                string[] arguments = ["bundle", "-o", project.Bundle(database), "-d", database, "--framework-dependent"];
                await ChildProcess.RequireAsync(project.Tool, arguments, project.Folder, environment);
            }
        }

        // What the tool remembers of the build, it remembers from its first run on.
        if (kinds.Contains(StarterKind.Tool))
            await ChildProcess.RequireAsync(project.Tool, ["heads"], project.Folder, environment);
        return project;
    }

    /// <inheritdoc/>
    public ValueTask DisposeAsync()
    {
        Directory.Delete(root, recursive: true);
        return ValueTask.CompletedTask;
    }
}
