using Autogen.Schema;

namespace Autogen.Tool.Projects;

/// <summary>Which project starts the application: the command line says it, or autogen.json, or there is only one that can.</summary>
internal static class StartupProject
{
    /// <summary>What starts only tests or other programs, although it is a program.</summary>
    private static readonly string[] testPackages = ["Microsoft.NET.Test.Sdk", "xunit.v3", "TUnit", "MSTest", "Aspire.Hosting.AppHost"];

    /// <summary>Finds it.</summary>
    /// <param name="project">The project that holds the context.</param>
    /// <param name="given">What the command line says.</param>
    /// <param name="setting">What <c>autogen.json</c> says, relative to the project.</param>
    /// <exception cref="AutogenException">The one that is named does not exist.</exception>
    public static ProjectFile Find(ProjectFile project, string? given, string? setting)
    {
        if (given is not null)
            return ProjectFile.Find(given, "--startup-project", mayBeOther: true);
        if (setting is not null)
            return FromSetting(project, setting);
        return !StartsItself(project) && Candidates(project) is [var only] ? only : project;
    }

    /// <summary>The programs of the solution that refer to a project, also through others; in the order of the solution.</summary>
    public static IReadOnlyList<ProjectFile> Candidates(ProjectFile project)
        => [.. SolutionProjects.Around(project)
            .Where(candidate => candidate != project && IsProgram(candidate) && RefersTo(candidate, project, []))];

    /// <summary>A path for a message or a setting: relative to a project's folder, with slashes.</summary>
    public static string Relative(ProjectFile project, ProjectFile startup)
        => Path.GetRelativePath(project.Directory, startup.Path).Replace('\\', '/');

    /// <summary>Whether a project can be run: a program, or a library whose author gives it a <c>runtimeconfig.json</c>.</summary>
    public static bool StartsItself(ProjectFile project)
    {
        if (ReadQuietly(project) is not { } text)
            return true;
        text.TryGetProperty("GenerateRuntimeConfigurationFiles", out var configured);
        return IsProgram(text) || string.Equals(configured, "true", StringComparison.OrdinalIgnoreCase);
    }

    private static ProjectFile FromSetting(ProjectFile project, string setting)
    {
        var path = Path.GetFullPath(Path.Combine(project.Directory, setting.Replace('\\', '/')));
        return Path.Exists(path)
            ? ProjectFile.Find(path, "--startup-project", mayBeOther: true)
            : throw new AutogenException(
                ErrorCode.ConfigurationInvalid,
                $"'startupProject' of autogen.json is '{setting}', and {path} does not exist. "
                    + "Correct the key (a .csproj or its folder, relative to autogen.json), or give --startup-project.");
    }

    private static bool IsProgram(ProjectFile project)
        => ReadQuietly(project) is { } text
            && IsProgram(text)
            && !text.References(name => testPackages.Contains(name, StringComparer.OrdinalIgnoreCase));

    private static bool IsProgram(ProjectText text)
    {
        text.TryGetProperty("OutputType", out var type);
        text.TryGetProperty("IsTestProject", out var isTest);
        text.TryGetProperty("IsAspireHost", out var isHost);
        var isOther = new[] { isTest, isHost }.Contains("true", StringComparer.OrdinalIgnoreCase)
            || text.Sdk.StartsWith("Aspire.AppHost.Sdk", StringComparison.OrdinalIgnoreCase)
            || text.Sdk.StartsWith("MSTest.Sdk", StringComparison.OrdinalIgnoreCase);
        var isByDefault = type is null && text.Sdk is "Microsoft.NET.Sdk.Web" or "Microsoft.NET.Sdk.Worker";
        return !isOther && (isByDefault || type?.ToUpperInvariant() is "EXE" or "WINEXE");
    }

    private static bool RefersTo(ProjectFile from, ProjectFile to, HashSet<string> seen)
        => seen.Add(from.Path)
            && ReadQuietly(from) is { } text
            && text.ProjectReferences(from.Directory).Any(
                path => PathComparer.Equals(path, to.Path) || (File.Exists(path) && RefersTo(new ProjectFile(path), to, seen)));

    private static StringComparer PathComparer => OperatingSystem.IsLinux() ? StringComparer.Ordinal : StringComparer.OrdinalIgnoreCase;

    // Another project's faults are not this command's: whoever builds it hears of them.
    private static ProjectText? ReadQuietly(ProjectFile project)
    {
        try
        {
            return ProjectText.Read(project);
        }
        catch (Exception exception) when (exception is AutogenException or IOException or UnauthorizedAccessException)
        {
            return null;
        }
    }
}
