namespace Autogen.Messages;

/// <summary>The options of a bundle, a resource of its assembly: never a connection.</summary>
internal sealed record BundleManifest
{
    /// <summary>The resource's name.</summary>
    public const string Resource = "autogen.bundle.json";

    /// <summary>
    /// The common part of every command's request: the settings of <c>autogen.json</c>, what the revisions are about; the assemblies by
    /// their simple names, the context as <see cref="BundleResult.Context"/>.
    /// </summary>
    public required ProjectRequest Project { get; init; }

    /// <summary>The environment variable that the named database takes its connection from; <see langword="null"/> for none.</summary>
    public string? ConnectionFrom { get; init; }

    /// <summary>
    /// The connection string that the application asks for, if it can't be built without one; <see langword="null"/> if it can't be told.
    /// </summary>
    public string? ConnectionName { get; init; }

    /// <summary>Environment variables for the application; <c>{connection}</c> in a value is the connection string.</summary>
    public IReadOnlyDictionary<string, string> Environment { get; init; } = new Dictionary<string, string>(StringComparer.Ordinal);
}
