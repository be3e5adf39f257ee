using System.Text.Json;

namespace Autogen.Tool.Projects;

/// <summary>
/// What a restore has found, in <c>project.assets.json</c>: the packages and projects that a project gets, through others too.
/// </summary>
internal sealed class ProjectAssets
{
    private readonly JsonElement root;

    private ProjectAssets(JsonElement root) => this.root = root;

    /// <summary>Reads the file.</summary>
    /// <param name="path">The file.</param>
    /// <param name="inputs">The project's files: an answer that is older than one of them does not count.</param>
    /// <returns><see langword="null"/> where there is no file, or it is out of date or not valid.</returns>
    public static ProjectAssets? Read(string path, IEnumerable<string> inputs)
    {
        try
        {
            if (!File.Exists(path) || inputs.Any(input => File.GetLastWriteTimeUtc(input) > File.GetLastWriteTimeUtc(path)))
                return null;
            using var document = JsonDocument.Parse(File.ReadAllText(path));
            return document.RootElement.ValueKind == JsonValueKind.Object
                && document.RootElement.TryGetProperty("targets", out var targets)
                && targets.ValueKind == JsonValueKind.Object
                ? new ProjectAssets(targets.Clone())
                : null;
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException or JsonException)
        {
            return null;
        }
    }

    /// <summary>Whether the compiler gets a package or project of a name that is wanted.</summary>
    public bool Compiles(Func<string, bool> isWanted)
        => Libraries().Any(library => isWanted(NameOf(library)) && HasAssembly(library.Value));

    /// <summary>The version of a package or project; <see langword="null"/> if none exists of that name.</summary>
    public string? VersionOf(string name)
        => Libraries()
            .Where(library => string.Equals(NameOf(library), name, StringComparison.OrdinalIgnoreCase))
            .Select(library => library.Name.Split('/')[^1])
            .FirstOrDefault();

    private IEnumerable<JsonProperty> Libraries() => root.EnumerateObject().SelectMany(target => target.Value.EnumerateObject());

    private static string NameOf(JsonProperty library) => library.Name.Split('/')[0];

    // A package whose assets are excluded has '_._' in the place of its assembly.
    private static bool HasAssembly(JsonElement library)
        => library.TryGetProperty("compile", out var compile)
            && compile.EnumerateObject().Any(file => !file.Name.EndsWith("_._", StringComparison.Ordinal));
}
