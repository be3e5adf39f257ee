using System.Text;
using System.Xml.Linq;
using Autogen.Schema;

namespace Autogen.Tool.Projects;

/// <summary>Adds a package to a project by editing its text, so that the file's own formatting stays.</summary>
internal static class PackageReference
{
    /// <summary>Adds it; to <c>Directory.Packages.props</c>, too, where versions are kept there.</summary>
    /// <returns>What was done, for people; <see langword="null"/> where the project has the package.</returns>
    public static string? Add(ProjectFile project, string package, string version)
    {
        var (text, encoding) = Read(project.Path);
        if (Has(project.Path, text, "PackageReference", package))
            return null;

        var central = CentralVersions(project.Directory);
        AtomicFile.Replace(
            project.Path,
            ProjectItems.Insert(text, $"<PackageReference Include=\"{package}\"{(central is null ? $" Version=\"{version}\"" : "")} />"),
            encoding);
        if (central is null)
            return $"Added {package} {version} to {Path.GetFileName(project.Path)}.";

        var (props, propsEncoding) = Read(central);
        if (!Has(central, props, "PackageVersion", package))
        {
            AtomicFile.Replace(
                central, ProjectItems.Insert(props, $"<PackageVersion Include=\"{package}\" Version=\"{version}\" />"), propsEncoding);
        }

        return $"Added {package} {version} to {Path.GetFileName(project.Path)} and {Path.GetFileName(central)}.";
    }

    // A byte order mark stays: without it, a review would show the first line as changed.
    private static (string Text, Encoding Encoding) Read(string path)
    {
        using var reader = new StreamReader(
            path, new UTF8Encoding(encoderShouldEmitUTF8Identifier: false), detectEncodingFromByteOrderMarks: true);
        var text = reader.ReadToEnd();
        return (text, reader.CurrentEncoding);
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
}
