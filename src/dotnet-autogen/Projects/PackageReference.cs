using System.Text.RegularExpressions;
using System.Xml.Linq;
using Autogen.Schema;

namespace Autogen.Tool.Projects;

/// <summary>Adds a package to a project by editing its text, so that the file's own formatting stays.</summary>
internal static partial class PackageReference
{
    /// <summary>Adds it; to <c>Directory.Packages.props</c>, too, where versions are kept there.</summary>
    /// <returns>What was done, for people; <see langword="null"/> where the project has the package.</returns>
    public static string? Add(ProjectFile project, string package, string version)
    {
        var text = File.ReadAllText(project.Path);
        if (Has(project.Path, text, "PackageReference", package))
            return null;

        var central = CentralVersions(project.Directory);
        AtomicFile.Replace(
            project.Path, Insert(text, $"<PackageReference Include=\"{package}\"{(central is null ? $" Version=\"{version}\"" : "")} />"));
        if (central is null)
            return $"Added {package} {version} to {Path.GetFileName(project.Path)}.";

        var props = File.ReadAllText(central);
        if (!Has(central, props, "PackageVersion", package))
            AtomicFile.Replace(central, Insert(props, $"<PackageVersion Include=\"{package}\" Version=\"{version}\" />"));
        return $"Added {package} {version} to {Path.GetFileName(project.Path)} and {Path.GetFileName(central)}.";
    }

    /// <summary>The text with one item more, in an item group of its own before the end.</summary>
    internal static string Insert(string text, string item)
    {
        var end = text.LastIndexOf("</Project>", StringComparison.Ordinal);
        var line = text.Contains("\r\n", StringComparison.Ordinal) ? "\r\n" : "\n";
        var indent = Indent().Match(text) is { Success: true } match ? match.Groups[1].Value : "  ";
        var group = $"{indent}<ItemGroup>{line}{indent}{indent}{item}{line}{indent}</ItemGroup>{line}";
        return end < 0 ? text : text[..end].TrimEnd() + line + line + group + line + text[end..];
    }

    private static bool Has(string path, string text, string element, string package)
    {
        try
        {
            return XDocument.Parse(text).Descendants().Any(item =>
                string.Equals(item.Name.LocalName, element, StringComparison.Ordinal)
                    && string.Equals(item.Attribute("Include")?.Value, package, StringComparison.OrdinalIgnoreCase));
        }
        catch (System.Xml.XmlException exception)
        {
            throw new AutogenException(ErrorCode.BuildFailed, $"{path} is no XML: {exception.Message}", exception);
        }
    }

    private static string? CentralVersions(string? directory)
    {
        for (; directory is not null; directory = Path.GetDirectoryName(directory))
        {
            var path = Path.Combine(directory, "Directory.Packages.props");
            if (File.Exists(path))
                return File.ReadAllText(path).Contains("<ManagePackageVersionsCentrally>true", StringComparison.OrdinalIgnoreCase)
                    ? path
                    : null;
        }

        return null;
    }

    [GeneratedRegex(@"\n([ \t]+)<(?:PropertyGroup|ItemGroup)", RegexOptions.CultureInvariant, 60_000)]
    private static partial Regex Indent();
}
