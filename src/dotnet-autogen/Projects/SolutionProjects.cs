using System.Text.RegularExpressions;

namespace Autogen.Tool.Projects;

/// <summary>The projects of the solutions (.sln, .slnx) that a project belongs to.</summary>
internal static partial class SolutionProjects
{
    /// <summary>Those of the solutions in the nearest folder that has one with the project in it; none where no solution has it.</summary>
    public static IReadOnlyList<ProjectFile> Around(ProjectFile project)
    {
        for (var folder = new DirectoryInfo(project.Directory); folder is not null; folder = folder.Parent)
        {
            var solutions = Solutions(folder.FullName).Select(Projects).Where(projects => projects.Contains(project)).ToList();
            if (solutions.Count > 0)
                return [.. solutions.SelectMany(projects => projects).Distinct()];
        }

        return [];
    }

    private static IEnumerable<string> Solutions(string folder)
    {
        try
        {
            return Directory.GetFiles(folder)
                .Where(file => Path.GetExtension(file).ToUpperInvariant() is ".SLN" or ".SLNX")
                .Order(StringComparer.Ordinal);
        }
        catch (UnauthorizedAccessException)
        {
            return []; // the folders above are not ours
        }
    }

    // Both forms have the path in quotes: Project("{…}") = "App", "src\App\App.csproj", "{…}", and <Project Path="src/App/App.csproj" />.
    private static List<ProjectFile> Projects(string solution)
        => [.. ProjectPath().Matches(File.ReadAllText(solution))
            .Select(match => Path.GetFullPath(
                Path.Combine(Path.GetDirectoryName(solution)!, match.Groups["path"].Value.Replace('\\', '/')))) // a file has a folder
            .Where(File.Exists)
            .Select(path => new ProjectFile(path))];

    [GeneratedRegex(
        "\"(?<path>[^\"\n]+\\.(cs|fs|vb)proj)\"",
        RegexOptions.IgnoreCase | RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture,
        matchTimeoutMilliseconds: 60_000)]
    private static partial Regex ProjectPath();
}
