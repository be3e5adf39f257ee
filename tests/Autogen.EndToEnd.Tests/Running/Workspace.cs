using Autogen.Scenarios.Databases;

namespace Autogen.EndToEnd.Tests.Running;

/// <summary>A temporary folder outside of the repository, with a database of its own.</summary>
public sealed class Workspace : IAsyncDisposable
{
    private readonly PostgreSqlDatabase? postgres;

    private Workspace(string folder, PostgreSqlDatabase? postgres)
    {
        Folder = folder;
        this.postgres = postgres;
    }

    /// <summary>The folder.</summary>
    public string Folder { get; }

    /// <summary>The connection string of the database.</summary>
    public string Connection => postgres?.ConnectionString ?? $"Data Source={Path.Combine(Folder, "story.db")}";

    /// <summary>Makes one.</summary>
    /// <param name="database"><c>sqlite</c> or <c>postgresql</c>.</param>
    public static async Task<Workspace> CreateAsync(string database)
    {
        var folder = Directory.CreateTempSubdirectory("autogen-story-").FullName;
        await File.WriteAllTextAsync(
            Path.Combine(folder, "nuget.config"),
            $"""
            <?xml version="1.0" encoding="utf-8"?>
            <configuration><packageSources><add key="packed" value="{PackedTool.Packages}" /></packageSources></configuration>
            """);
        return new Workspace(folder, database == "postgresql" ? await PostgreSqlDatabase.CreateAsync() : null);
    }

    /// <summary>Makes the database as empty as a new one.</summary>
    public async Task EmptyDatabaseAsync()
    {
        if (postgres is null)
            File.Delete(Path.Combine(Folder, "story.db"));
        else
            await postgres.ExecuteAsync("DROP SCHEMA IF EXISTS catalog CASCADE; DROP SCHEMA public CASCADE; CREATE SCHEMA public");
    }

    /// <summary>Copies a sample application into the folder.</summary>
    public string CopySample(string name)
    {
        var source = Path.Combine(Repository.Root, "tests", "samples", name);
        foreach (var file in Directory.EnumerateFiles(source, "*", SearchOption.AllDirectories))
        {
            var relative = Path.GetRelativePath(source, file);
            if (relative.Split(Path.DirectorySeparatorChar)[0] is "bin" or "obj")
                continue;
            var target = Path.Combine(Folder, name, relative);
            Directory.CreateDirectory(Path.GetDirectoryName(target)!);
            File.Copy(file, target);
        }

        return Path.Combine(Folder, name);
    }

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        Directory.Delete(Folder, recursive: true);
        if (postgres is not null)
            await postgres.DisposeAsync();
    }
}
