using System.Security.Cryptography;
using System.Text;
using System.Text.Json;

namespace Autogen.Tool.Projects;

/// <summary>
/// What the last build of a project read and wrote, kept in its <c>obj</c> folder: while all of it is unchanged, MSBuild
/// need not be started, which takes one to two seconds; while only source files changed, there is nothing to restore, which takes half a
/// second. MSBuild itself only compares times; a record also notices files that were added, deleted or made older.
/// </summary>
internal sealed class BuildRecord
{
    private readonly string path;
    private readonly string folder;
    private readonly Hashes? inputs;

    private BuildRecord(ProjectFile project, Hashes? inputs)
    {
        folder = Path.Combine(project.Directory, "obj");
        path = Path.Combine(folder, $"{Path.GetFileNameWithoutExtension(project.Path)}.autogen.build");
        this.inputs = inputs;
    }

    /// <summary>Looks at what a build would read now. Taken before a build, so that what changes meanwhile is noticed.</summary>
    public static BuildRecord Take(ProjectFile project, BuildOptions options)
        => new(
            project,
            Quietly(() => BuildInputs.Of(project) is { } inputs
                ? new Hashes(Hash(inputs.Describe(options)), Hash(inputs.DescribeForRestore(options)))
                : null));

    /// <summary>Whether a build would change nothing: neither its inputs nor its output changed since the last one.</summary>
    /// <param name="assembly">The assembly that the build wrote.</param>
    public bool IsUnchanged(string assembly)
        => inputs is not null
            && Kept() is [var build, _, var output]
            && build == inputs.Build
            && output == Quietly(() => Hash(Output(assembly)));

    /// <summary>Whether a restore would change nothing, because at most source files changed since the last build.</summary>
    public bool IsRestored() => inputs is not null && Kept() is [_, var restore, _] && restore == inputs.Restore;

    /// <summary>Keeps it after a build that succeeded.</summary>
    /// <param name="assembly">The assembly that the build wrote.</param>
    /// <param name="now">
    /// What a build would read after this one: a file that changed during it may or may not be part of the output.
    /// </param>
    public void Keep(string assembly, BuildRecord now)
        => Quietly(() =>
        {
            File.Delete(path);
            if (inputs is null || now.inputs is null || inputs.Build != now.inputs.Build)
                return null;
            var temporary = $"{path}.{Environment.ProcessId}.tmp";
            File.WriteAllLines(temporary, [inputs.Build, now.inputs.Restore, Hash(Output(assembly))]);
            File.Move(temporary, path, overwrite: true);
            return path;
        });

    private string[]? Kept() => Quietly(() => File.Exists(path) && HasPackages() ? File.ReadAllLines(path) : null);

    // The folder of the output as far as the engine loads it, and what the restore wrote.
    private IEnumerable<string> Output(string assembly)
        => Directory.EnumerateFiles(Path.GetDirectoryName(assembly)!) // a file has a folder
            .Where(file => Path.GetExtension(file) is ".dll" or ".json" or ".exe")
            .Append(assembly)
            .Append(Path.Combine(folder, "project.assets.json"))
            .Select(BuildInputs.Describe);

    // As NuGet does before it restores: the packages' folder may have been emptied.
    private bool HasPackages()
    {
        using var cache = JsonDocument.Parse(File.ReadAllText(Path.Combine(folder, "project.nuget.cache")));
        return cache.RootElement.GetProperty("expectedPackageFiles").EnumerateArray().All(file => File.Exists(file.GetString()));
    }

    private static string Hash(IEnumerable<string> lines)
        => Convert.ToHexString(SHA256.HashData(Encoding.UTF8.GetBytes(string.Join('\n', lines.Order(StringComparer.Ordinal)))));

    // A record that can't be read or written costs a build, nothing else.
    private static T? Quietly<T>(Func<T?> action)
        where T : class
    {
        try
        {
            return action();
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException or JsonException
            or KeyNotFoundException or InvalidOperationException)
        {
            return null;
        }
    }

    /// <summary>What a build reads, and what a restore reads and has written.</summary>
    private sealed record Hashes(string Build, string Restore);
}
