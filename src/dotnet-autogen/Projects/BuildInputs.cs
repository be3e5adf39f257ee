using System.Collections;
using System.Globalization;
using System.IO.Enumeration;
using System.Text.RegularExpressions;
using System.Xml;
using System.Xml.Linq;

namespace Autogen.Tool.Projects;

/// <summary>
/// All that a build of a project reads: the folders of the project and of those it refers to, and the files that MSBuild looks for in the
/// folders above. Known only for projects that read nothing else: no import or target of their own, no file from outside of their folder.
/// </summary>
internal sealed partial class BuildInputs
{
    private static readonly string[] lookedFor =
    [
        "Directory.Build.props", "Directory.Build.targets", "Directory.Build.rsp", "Directory.Packages.props", "global.json",
        "nuget.config", "NuGet.Config", "NuGet.config", ".editorconfig", ".globalconfig",
    ];

    // What can make a build read or write elsewhere, or do anything at all.
    private static readonly string[] unforeseeable =
    [
        "Import", "Sdk", "Target", "UsingTask", "BaseIntermediateOutputPath", "MSBuildProjectExtensionsPath", "ArtifactsPath",
        "UseArtifactsOutput",
    ];
    private static readonly string[] namesNoFile =
    [
        "PackageReference", "PackageVersion", "GlobalPackageReference", "FrameworkReference", "Using", "InternalsVisibleTo",
        "ProjectReference",
    ];
    private readonly HashSet<string> projects = new(StringComparer.Ordinal);
    private readonly HashSet<string> files = new(StringComparer.Ordinal);
    private readonly HashSet<string> variables = new(EvaluationCache.Variables, StringComparer.OrdinalIgnoreCase);
    private bool isKnown = true;
    private bool takesDatabases;

    private BuildInputs()
    {
    }

    /// <summary>Finds them; <see langword="null"/> where they are not known.</summary>
    /// <exception cref="IOException">A file can't be read.</exception>
    public static BuildInputs? Of(ProjectFile project)
    {
        var inputs = new BuildInputs();
        inputs.AddProject(Path.GetFullPath(project.Path));
        return inputs.isKnown ? inputs : null;
    }

    /// <summary>A file's state; what its content is made of, is not read.</summary>
    public static string Describe(string file) => Describe(file, new FileInfo(file));

    /// <summary>A line for each file, option and environment variable that a build depends on.</summary>
    public IEnumerable<string> Describe(BuildOptions options)
        => files.Select(Describe)
            .Concat(projects.SelectMany(project => Tree(Path.GetDirectoryName(project)!))) // a file has a folder
            .Concat(Environment.GetEnvironmentVariables().Cast<DictionaryEntry>()
                .Where(variable => variables.Contains((string)variable.Key))
                .Select(variable => $"{variable.Key}={variable.Value}"))
            .Append($"{options.Configuration}|{options.Framework}");

    /// <summary>The same for a restore, which reads no source file; and what it has written.</summary>
    public IEnumerable<string> DescribeForRestore(BuildOptions options)
        => Describe(options).Where(line => line.Split('|') is not [.., var file, _, _] || !file.EndsWith(".cs", StringComparison.Ordinal))
            .Concat(projects.Select(project => Describe(Path.Combine(Path.GetDirectoryName(project)!, "obj", "project.assets.json"))));

    private void AddProject(string path)
    {
        if (!projects.Add(path))
            return;
        if (!File.Exists(path))
        {
            isKnown = false;
            return;
        }

        AddText(path);
        if (File.Exists(path + ".user"))
            AddText(path + ".user");
        for (var directory = new DirectoryInfo(path).Parent; directory is not null; directory = directory.Parent)
        {
            foreach (var file in lookedFor.Select(name => Path.Combine(directory.FullName, name)).Where(File.Exists))
            {
                if (Path.GetExtension(file) is ".props" or ".targets")
                    AddText(file);
                else
                    files.Add(file);
            }
        }
    }

    private void AddText(string path)
    {
        if (!files.Add(path))
            return;
        try
        {
            foreach (var element in XDocument.Load(path).Descendants())
                Add(element, Path.GetDirectoryName(path)!);
        }
        catch (XmlException)
        {
            isKnown = false; // MSBuild says what is wrong with it
        }
    }

    private void Add(XElement element, string directory)
    {
        var name = element.Name.LocalName;
        var include = element.Attribute("Include")?.Value ?? "";
        var text = string.Join(
            '\n', element.Attributes().Select(attribute => attribute.Value).Append(element.HasElements ? "" : element.Value));
        isKnown &= !unforeseeable.Contains(name, StringComparer.OrdinalIgnoreCase)
            && (namesNoFile.Contains(name, StringComparer.Ordinal) || !IsElsewhere(include))
            && (name != "HintPath" || !IsElsewhere(element.Value))
            && element.Attribute("Sdk")?.Value.StartsWith("Microsoft.NET.Sdk", StringComparison.Ordinal) != false
            && !Function().IsMatch(text);
        takesDatabases |= name is "CopyToOutputDirectory" or "EmbeddedResource" || element.Attribute("CopyToOutputDirectory") is not null;
        variables.UnionWith(Variable().Matches(text).Select(match => match.Groups["name"].Value));
        if (name != "ProjectReference")
            return;
        if (include.AsSpan().ContainsAny("*$;%"))
            isKnown = false;
        else if (include.Length != 0)
            AddProject(Path.GetFullPath(Path.Combine(directory, include.Replace('\\', '/'))));
    }

    private static bool IsElsewhere(string path)
        => path.Contains("..", StringComparison.Ordinal) || path.Contains("$(", StringComparison.Ordinal) || Path.IsPathRooted(path);

    // Databases and logs change with every command, and a build takes them only where the project says so.
    private IEnumerable<string> Tree(string root)
        => new FileSystemEnumerable<string>(
            root,
            (ref FileSystemEntry entry) => IsLink(ref entry)
                ? throw new IOException($"'{entry.ToFullPath()}' is a link: what it leads to is not looked at.")
                : Describe(entry.ToFullPath(), entry.ToFileSystemInfo()),
            new EnumerationOptions { RecurseSubdirectories = true, AttributesToSkip = FileAttributes.None, IgnoreInaccessible = false })
        {
            ShouldRecursePredicate = (ref entry) => !IsOutput(ref entry) && !IsLink(ref entry),
            ShouldIncludePredicate = (ref entry)
                => (!entry.IsDirectory || IsLink(ref entry))
                    && !IsOutput(ref entry)
                    && (takesDatabases || !Database().IsMatch(entry.FileName)),
        };

    private static bool IsLink(ref FileSystemEntry entry) => entry.Attributes.HasFlag(FileAttributes.ReparsePoint);

    // What the SDK excludes from the items of a project (Microsoft.NET.Sdk.DefaultItems.props).
    private static bool IsOutput(ref FileSystemEntry entry)
        => entry.FileName.StartsWith('.')
            || entry.FileName.SequenceEqual("node_modules")
            || (entry.Directory.Length == entry.RootDirectory.Length && entry.FileName is "bin" or "obj");

    private static string Describe(string path, FileSystemInfo file)
        => string.Create(
            CultureInfo.InvariantCulture,
            $"{path}|{(file is FileInfo { Exists: true } found ? found.Length : -1)}|{(file.Exists ? file.LastWriteTimeUtc.Ticks : 0)}");

    [GeneratedRegex(
        @"\$\((?<name>[A-Za-z_][A-Za-z0-9_]*)\)",
        RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture,
        matchTimeoutMilliseconds: 60_000)]
    private static partial Regex Variable();

    // Property functions can read any file; so can a condition.
    [GeneratedRegex(@"\$\(\[|Exists\s*\(", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant, matchTimeoutMilliseconds: 60_000)]
    private static partial Regex Function();

    [GeneratedRegex(
        @"\.(db|db3|sqlite|sqlite3|log)$|-(wal|shm|journal)$",
        RegexOptions.IgnoreCase | RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture,
        matchTimeoutMilliseconds: 60_000)]
    private static partial Regex Database();
}
