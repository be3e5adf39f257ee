using System.Reflection;
using System.Runtime.Loader;

namespace Autogen.Host;

/// <summary>
/// Finds assemblies that the runtime did not: the application's in its output folder, the engine's beside this one. The
/// application's copy is taken if it is at least as new as what is asked for; else the engine's; an older one of the application
/// only where there is no other (with a warning).
/// </summary>
internal static class AssemblyResolution
{
    private static readonly List<string> applicationFolders = [];
    private static readonly List<string> skews = [];

    /// <summary>Assemblies that were older than asked for, and used all the same; for a warning.</summary>
    public static IReadOnlyList<string> Skews
    {
        get
        {
            lock (skews)
                return [.. skews];
        }
    }

    /// <summary>Begins to answer the runtime's questions.</summary>
    public static void Install() => AssemblyLoadContext.Default.Resolving += Resolve;

    /// <summary>Adds a folder of the application.</summary>
    public static void AddApplicationFolder(string folder) => applicationFolders.Add(folder);

    private static Assembly? Resolve(AssemblyLoadContext context, AssemblyName target)
    {
        if (target.Name is not { Length: > 0 } name || name.EndsWith(".resources", StringComparison.Ordinal))
            return null;

        var candidates = Candidates(name).Where(File.Exists).ToList();
        var chosen = candidates.Find(path => IsAtLeast(path, target.Version));
        if (chosen is not null)
            return context.LoadFromAssemblyPath(chosen);
        if (candidates.Count == 0)
            return null;

        var older = candidates[0];
        lock (skews)
            skews.Add($"{name} {AssemblyName.GetAssemblyName(older).Version} is used where {target.Version} was asked for.");
        return context.LoadFromAssemblyPath(older);
    }

    private static IEnumerable<string> Candidates(string name)
    {
        var file = name + ".dll";
        var trusted = (AppContext.GetData("TRUSTED_PLATFORM_ASSEMBLIES") as string ?? "").Split(Path.PathSeparator);
        foreach (var path in trusted.Where(path => string.Equals(Path.GetFileName(path), file, StringComparison.OrdinalIgnoreCase)))
            yield return path;
        foreach (var folder in applicationFolders)
            yield return Path.Combine(folder, file);
        yield return Path.Combine(AppContext.BaseDirectory, file);
        yield return Path.Combine(Path.GetDirectoryName(typeof(AssemblyResolution).Assembly.Location)!, file);
    }

    private static bool IsAtLeast(string path, Version? version)
        => version is null || AssemblyName.GetAssemblyName(path).Version is not { } found || found >= version;
}
