using System.Globalization;
using System.Text.RegularExpressions;
using Autogen.Schema;

namespace Autogen.Tool.Projects;

/// <summary>Which projects can have revisions: C# 12 or later, .NET 10 or later, EF Core 10 or later.</summary>
internal static partial class ProjectSupport
{
    /// <summary>A revision's file has file-scoped namespaces (10), raw texts (11) and collection expressions (12).</summary>
    private const int LowestLanguage = 12;
    private const int LowestFramework = 10;
    private const int LowestEntityFramework = 10;

    /// <summary>Refuses a project in another language than C#.</summary>
    /// <exception cref="AutogenException"><see cref="ErrorCode.ProjectNotSupported"/>.</exception>
    public static void RequireCSharp(ProjectFile project)
    {
        var language = Path.GetExtension(project.Path).ToUpperInvariant() switch
        {
            ".CSPROJ" => null,
            ".FSPROJ" => "an F#",
            ".VBPROJ" => "a Visual Basic",
            _ => "not a C#"
        };
        if (language is not null)
            throw OtherLanguage(project, language);
    }

    /// <summary>Refuses a version of C# that is older than a revision's file needs.</summary>
    /// <param name="project">The project.</param>
    /// <param name="version">MSBuild's <c>LangVersion</c>: a number or a word; empty or <see langword="null"/> for the default.</param>
    /// <exception cref="AutogenException"><see cref="ErrorCode.ProjectNotSupported"/>.</exception>
    public static void RequireLanguage(ProjectFile project, string? version)
    {
        if (version is null || !Number().IsMatch(version) || Major(version) >= LowestLanguage)
            return;
        throw NotSupported(
            $"{project.Name} sets LangVersion to {version}, and a revision's file is C# {LowestLanguage} or later. "
                + $"Take LangVersion out of the project (or out of Directory.Build.props), or set it to {LowestLanguage}.0 or later.");
    }

    /// <summary>Refuses a project that can't have the package: its frameworks or its EF Core are older.</summary>
    /// <exception cref="AutogenException"><see cref="ErrorCode.ProjectNotSupported"/>.</exception>
    public static void Require(ProjectFile project, ProjectEvaluation evaluation, ProjectAssets? assets)
    {
        RequireLanguage(project, evaluation.Property("LangVersion"));
        var frameworks = Frameworks(evaluation);
        if (frameworks.Count == 0)
            throw NotSupported(
                $"{project.Name} has no TargetFramework: it is not an SDK-style project for .NET. "
                    + $"Supported is .NET {LowestFramework} or later.");
        var old = frameworks.Where(framework => !IsSupported(framework)).ToList();
        if (old.Count > 0)
        {
            throw NotSupported(
                $"{project.Name} targets {string.Join(", ", old)}. Supported is .NET {LowestFramework} or later (net{LowestFramework}.0). "
                + (old.Count < frameworks.Count
                    || old.Exists(framework => framework.StartsWith("netstandard", StringComparison.OrdinalIgnoreCase))
                    ? $"Keep the revisions in a class library that targets net{LowestFramework}.0 only, "
                        + "and run 'dotnet autogen init' there."
                    : $"Raise TargetFramework, and EF Core with it, then run 'dotnet autogen init' again."));
        }

        if (OldEntityFramework(evaluation, assets) is { } package)
            throw NotSupported(
                $"{project.Name} uses {package}. Supported is EF Core {LowestEntityFramework} or later: "
                    + "update the EF Core packages and the provider, then run 'dotnet autogen init' again.");
    }

    private static List<string> Frameworks(ProjectEvaluation evaluation)
    {
        var one = evaluation.Property("TargetFramework");
        return [.. (one.Length > 0 ? one : evaluation.Property("TargetFrameworks")).Split(
            ';', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries)];
    }

    // net10.0, net10.0-windows; not net8.0, net48, netstandard2.1, netcoreapp3.1.
    private static bool IsSupported(string framework)
        => Framework().Match(framework) is { Success: true } match
            && int.Parse(match.Groups["major"].Value, CultureInfo.InvariantCulture) >= LowestFramework;

    private static string? OldEntityFramework(ProjectEvaluation evaluation, ProjectAssets? assets)
    {
        var central = evaluation.Items("PackageVersion")
            .GroupBy(item => item.Name, StringComparer.OrdinalIgnoreCase)
            .ToDictionary(group => group.Key, group => group.Last()["Version"], StringComparer.OrdinalIgnoreCase);
        foreach (var item in evaluation.Items("PackageReference").Where(item => Package().IsMatch(item.Name)))
        {
            var version = new[] { item["VersionOverride"], item["Version"], central.GetValueOrDefault(item.Name, "") }.FirstOrDefault(
                text => text.Length > 0)
                ?? "";
            if (Number().IsMatch(version) && Major(version) < LowestEntityFramework)
                return $"{item.Name} {version}";
        }

        return assets?.VersionOf("Microsoft.EntityFrameworkCore") is { } restored && Major(restored) < LowestEntityFramework
            ? $"Microsoft.EntityFrameworkCore {restored}"
            : null;
    }

    private static AutogenException OtherLanguage(ProjectFile project, string language)
        => NotSupported(
            $"{project.Name} is {language} project, and revisions are C#. Make a C# class library for them (dotnet new classlib), run "
                + $"'dotnet autogen init' there, refer to it from {project.Name}, "
            + $"and name the application with --startup-project {project.Name}.");

    private static AutogenException NotSupported(string message) => new(ErrorCode.ProjectNotSupported, message + " Nothing was changed.");

    private static int Major(string version) => int.Parse(Number().Match(version).Groups["major"].Value, CultureInfo.InvariantCulture);

    // 9, 9.0.1, [9.0,10), 9.*, ISO-2; not latest, default, preview.
    [GeneratedRegex(
        @"^(\[|\(|ISO-)?\s*(?<major>\d{1,4})",
        RegexOptions.ExplicitCapture | RegexOptions.IgnoreCase | RegexOptions.CultureInvariant,
        60_000)]
    private static partial Regex Number();

    [GeneratedRegex(
        @"^net(?<major>\d{1,4})\.\d", RegexOptions.ExplicitCapture | RegexOptions.IgnoreCase | RegexOptions.CultureInvariant, 60_000)]
    private static partial Regex Framework();

    [GeneratedRegex(
        @"^(Microsoft|Npgsql)\.EntityFrameworkCore(\.|$)",
        RegexOptions.ExplicitCapture | RegexOptions.IgnoreCase | RegexOptions.CultureInvariant,
        60_000)]
    private static partial Regex Package();
}
