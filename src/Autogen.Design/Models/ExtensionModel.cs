using Autogen.Schema.Objects;

namespace Autogen.Design.Models;

/// <summary>
/// Extensions of the model: annotations <c>Npgsql:PostgresExtension:[schema.]name</c> with schema, name and version separated by commas.
/// </summary>
internal static class ExtensionModel
{
    /// <summary>What the names of the annotations begin with.</summary>
    public const string Prefix = "Npgsql:PostgresExtension:";

    /// <summary>Reads the model's extensions, sorted.</summary>
    public static IEnumerable<Extension> Read(ModelScope scope)
        => ModelAnnotations.WithPrefix(scope, Prefix)
            .Select(annotation =>
                (Name: ModelAnnotations.SplitName(annotation.Name[Prefix.Length..]), Parts: (annotation.Value as string ?? "").Split(',')))
            .Select(entry => new Extension(entry.Name.Name)
            {
                Schema = new Hint<string>(entry.Name.Schema),
                Version = new Hint<string>(entry.Parts.Length > 2 && entry.Parts[2].Length > 0 ? entry.Parts[2] : null),
            })
            .Where(extension => !string.Equals(extension.Name, "plpgsql", StringComparison.Ordinal))
            .OrderBy(extension => extension.Name, StringComparer.Ordinal);
}
