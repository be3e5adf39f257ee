using Autogen.Schema;

namespace Autogen.Tool.Projects;

/// <summary>A project.</summary>
/// <param name="Path">The <c>.csproj</c>, absolute.</param>
internal sealed record ProjectFile(string Path)
{
    /// <summary>Its folder, absolute.</summary>
    public string Directory => System.IO.Path.GetDirectoryName(Path)!; // a file has a folder

    /// <summary>The root namespace that the SDK gives a project which says none; not always a valid one.</summary>
    public string DefaultNamespace => System.IO.Path.GetFileNameWithoutExtension(Path).Replace(' ', '_');

    /// <summary>The file's name, for messages.</summary>
    public string Name => System.IO.Path.GetFileName(Path);

    /// <summary>Finds the project that a person means.</summary>
    /// <param name="given">A folder or a file, or <see langword="null"/> for the current folder.</param>
    /// <param name="option">The option that names it, for messages.</param>
    /// <param name="mayBeOther">Whether it may be in another language than C#.</param>
    /// <exception cref="AutogenException">None, or several; or one in another language.</exception>
    public static ProjectFile Find(string? given, string option, bool mayBeOther = false)
    {
        var found = FindAny(given, option);
        if (!mayBeOther)
            ProjectSupport.RequireCSharp(found);
        return found;
    }

    private static ProjectFile FindAny(string? given, string option)
    {
        var path = System.IO.Path.GetFullPath(given ?? ".");
        if (File.Exists(path))
        {
            return path.EndsWith("proj", StringComparison.OrdinalIgnoreCase)
                ? new ProjectFile(path)
                : throw new AutogenException(
                    ErrorCode.ProjectNotFound, $"'{given}' is not a project. Give a .csproj or its folder with {option}.");
        }

        if (!System.IO.Directory.Exists(path))
            throw new AutogenException(
                ErrorCode.ProjectNotFound, $"'{given}' is neither a folder nor a project. Give a .csproj or its folder with {option}.");
        var projects = System.IO.Directory.GetFiles(path, "*.csproj").Order(StringComparer.Ordinal).ToList();
        if (projects.Count == 0)
            projects = [.. System.IO.Directory.GetFiles(path, "*.??proj")
                .Where(file => System.IO.Path.GetExtension(file) is ".fsproj" or ".vbproj")
                .Order(StringComparer.Ordinal)];
        return projects.Count switch
        {
            1 => new ProjectFile(projects[0]),
            0 => throw new AutogenException(
                ErrorCode.ProjectNotFound,
                $"There is no project in {path}. Run the command in the project's folder, or name the project with {option}."),
            _ => throw new AutogenException(
                ErrorCode.SeveralProjects,
                $"There are several projects in {path}: {string.Join(", ", projects.Select(System.IO.Path.GetFileName))}. "
                    + $"Name one with {option}."),
        };
    }
}
