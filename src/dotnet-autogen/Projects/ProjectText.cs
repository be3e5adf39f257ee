using System.Xml;
using System.Xml.Linq;
using Autogen.Schema;
using Autogen.Tool.Sources;

namespace Autogen.Tool.Projects;

/// <summary>
/// A project's files as far as they are known without MSBuild: the project, and those that MSBuild looks for in the folders above.
/// </summary>
/// <remarks>
/// https://learn.microsoft.com/visualstudio/msbuild/customize-by-directory: the nearest of each name is imported, and no other.
/// </remarks>
internal sealed class ProjectText
{
    private static readonly string[] references = ["PackageReference", "GlobalPackageReference", "ProjectReference", "Reference"];
    private readonly IReadOnlyList<XElement> elements;

    private ProjectText(ProjectFile project, IReadOnlyList<string> files)
    {
        Files = files;
        var documents = files.Select(file => (File: file, Root: Load(file))).ToList();
        elements = [.. documents.SelectMany(document => document.Root.Descendants())];
        Sdk = documents.First(document => document.File == project.Path).Root.Root?.Attribute("Sdk")?.Value.Trim() ?? "";
        IsWhole = !elements.Any(element => element.Name.LocalName is "Import" or "Choose");
    }

    /// <summary>The files, in the order in which MSBuild imports them.</summary>
    public IReadOnlyList<string> Files { get; }

    /// <summary>Whether no file imports another, so that nothing else can set a property.</summary>
    public bool IsWhole { get; }

    /// <summary>The project's SDK; empty where it imports one.</summary>
    public string Sdk { get; }

    /// <summary>Reads the files.</summary>
    /// <exception cref="AutogenException"><see cref="ErrorCode.BuildFailed"/>: one has merge conflict markers or is not XML.</exception>
    public static ProjectText Read(ProjectFile project) => new(project, FilesOf(project));

    /// <summary>Refuses files that git could not merge. MSBuild says of them that a name can't begin with '&lt;'.</summary>
    /// <exception cref="AutogenException"><see cref="ErrorCode.BuildFailed"/>.</exception>
    public static void RefuseConflicts(ProjectFile project)
    {
        foreach (var file in FilesOf(project))
            RefuseConflicts(file, File.ReadAllText(file));
    }

    /// <summary>The value of a property; <see langword="null"/> where no file sets it.</summary>
    /// <returns>Whether that is known: a condition, another property in the value or an import needs MSBuild.</returns>
    public bool TryGetProperty(string name, out string? value)
    {
        var found = elements.Where(element => string.Equals(element.Name.LocalName, name, StringComparison.OrdinalIgnoreCase)).ToList();
        value = found.Count == 0 ? null : found[^1].Value.Trim();
        return IsWhole && !found.Exists(element => IsConditional(element) || element.Value.Contains("$(", StringComparison.Ordinal));
    }

    /// <summary>Whether a package, project or assembly of that name is referenced, under no condition.</summary>
    public bool References(Func<string, bool> isWanted)
        => elements.Any(element => references.Contains(element.Name.LocalName, StringComparer.Ordinal)
            && element.Attribute("Include")?.Value is { } include
            && isWanted(NameOf(element, include))
            && !IsConditional(element)
            && element.Attribute("ExcludeAssets") is null && element.Attribute("IncludeAssets") is null && !element.HasElements);

    /// <summary>The projects that are referenced, absolute; without those whose path only MSBuild knows.</summary>
    /// <param name="directory">The project's folder.</param>
    public IEnumerable<string> ProjectReferences(string directory)
        => elements.Where(element => element.Name.LocalName == "ProjectReference")
            .Select(element => element.Attribute("Include")?.Value ?? "")
            .Where(include => include.Length > 0 && !include.AsSpan().ContainsAny("*$;%"))
            .Select(include => Path.GetFullPath(Path.Combine(directory, include.Replace('\\', '/'))));

    private static string NameOf(XElement reference, string include)
        => reference.Name.LocalName == "ProjectReference"
            ? Path.GetFileNameWithoutExtension(include.Replace('\\', '/'))
            : include.Split(',')[0].Trim();

    private static bool IsConditional(XElement element)
        => element.AncestorsAndSelf().Any(part => part.Attribute("Condition") is not null || part.Name.LocalName == "Target");

    private static List<string> FilesOf(ProjectFile project)
    {
        return [.. new[] { Near("Directory.Build.props"), Near("Directory.Packages.props"), project.Path, Near("Directory.Build.targets") }
            .OfType<string>()];

        string? Near(string name) => Nearest(name, project.Directory);
    }

    private static void RefuseConflicts(string path, string text)
    {
        if (ConflictMarkers.Find(text) is { } line)
            throw new AutogenException(ErrorCode.BuildFailed, ConflictMarkers.Message($"{path}({line})"));
    }

    private static XDocument Load(string path)
    {
        var text = File.ReadAllText(path);
        RefuseConflicts(path, text);
        try
        {
            return XDocument.Parse(text);
        }
        catch (XmlException exception)
        {
            throw new AutogenException(
                ErrorCode.BuildFailed, $"{path}({exception.LineNumber}) is not valid XML: {exception.Message}", exception);
        }
    }

    private static string? Nearest(string name, string directory)
    {
        for (var folder = new DirectoryInfo(directory); folder is not null; folder = folder.Parent)
        {
            if (Path.Combine(folder.FullName, name) is var path && File.Exists(path))
                return path;
        }

        return null;
    }
}
