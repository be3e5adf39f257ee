using System.Reflection.Metadata;
using System.Reflection.PortableExecutable;

namespace Autogen.Tool.Projects;

/// <summary>
/// Precompiled copies of EF Core, its providers and what they need. A copy takes the place of the application's assembly only if both have
/// the same module version id, which the compiler gives to each build of an assembly: the code is the same, only compiled in advance.
/// </summary>
/// <remarks>
/// Each package's copies lie in a folder of their own, in the layout of a folder of packages, which the runtime takes as a probing path.
/// </remarks>
internal static class PrecompiledAssemblies
{
    /// <summary>The variable that turns the copies off: <c>0</c>.</summary>
    public const string Variable = "AUTOGEN_PRECOMPILE";

    /// <summary>The probing paths of the copies that may be used, to be searched before the application's.</summary>
    /// <param name="copies">The folder of all copies, with one for each package; it may be missing.</param>
    /// <param name="packageFolders">Where the application's packages are, in the order of the search.</param>
    /// <param name="setting">The value of <see cref="Variable"/>.</param>
    public static IReadOnlyList<string> ProbingPaths(string copies, IReadOnlyList<string> packageFolders, string? setting)
        => setting == "0" || !Directory.Exists(copies)
            ? []
            : [.. Directory.EnumerateDirectories(copies)
                .Where(folder => AreCopies(folder, packageFolders))
                .Order(StringComparer.Ordinal)];

    private static bool AreCopies(string folder, IReadOnlyList<string> packageFolders)
        => Directory.EnumerateFiles(folder, "*.dll", SearchOption.AllDirectories).All(copy =>
        {
            var path = Path.GetRelativePath(folder, copy);
            var original = packageFolders.Select(packages => Path.Combine(packages, path)).FirstOrDefault(File.Exists);
            return original is not null && ModuleOf(copy) is { } module && module == ModuleOf(original);
        });

    // What can't be read is not a copy.
    private static Guid? ModuleOf(string path)
    {
        try
        {
            using var file = new PEReader(File.OpenRead(path));
            var metadata = file.GetMetadataReader();
            return metadata.GetGuid(metadata.GetModuleDefinition().Mvid);
        }
        catch (Exception exception)
            when (exception is IOException or UnauthorizedAccessException or BadImageFormatException or InvalidOperationException)
        {
            return null;
        }
    }
}
