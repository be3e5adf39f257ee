using Autogen.Output;
using Autogen.Schema;
using Autogen.Tool.Output;

namespace Autogen.Tool.Projects;

/// <summary>
/// What a command that writes a revision must know of the project. MSBuild is asked only for what the project's files
/// leave open, and nothing is built.
/// </summary>
/// <param name="Project">The project.</param>
/// <param name="RootNamespace">The root namespace, as MSBuild has it: not always a valid one.</param>
/// <param name="LanguageVersion">The version of C#; <see langword="null"/> for the SDK's default.</param>
/// <param name="HasLibrary">Whether the project's compiler gets <c>Autogen.EntityFrameworkCore</c>, through others too.</param>
internal sealed record ProjectFacts(ProjectFile Project, string RootNamespace, string? LanguageVersion, bool HasLibrary)
{
    private const string Library = "Autogen.EntityFrameworkCore";

    /// <summary>Finds the facts, from the files where possible.</summary>
    /// <exception cref="AutogenException"><see cref="ErrorCode.BuildFailed"/>: the project can't be read.</exception>
    public static Task<ProjectFacts> OfAsync(ProjectFile project, Terminal terminal, CancellationToken cancellationToken)
        => OfAsync(project, [], terminal, cancellationToken);

    /// <summary>Refuses a project that could not compile a revision.</summary>
    /// <exception cref="AutogenException">
    /// <see cref="ErrorCode.ReferenceMissing"/>, <see cref="ErrorCode.ProjectNotSupported"/>.
    /// </exception>
    public void RequireRevisions()
    {
        if (!HasLibrary)
            throw new AutogenException(
                ErrorCode.ReferenceMissing,
                $"{Project.Name} does not reference the package {Library}, so it can't compile a revision. "
                    + "Run 'dotnet autogen init' in its folder first. Nothing was written.");
        ProjectSupport.RequireLanguage(Project, LanguageVersion);
    }

    private static async Task<ProjectFacts> OfAsync(
        ProjectFile project, HashSet<ProjectFile> seen, Terminal terminal, CancellationToken cancellationToken)
    {
        seen.Add(project);
        var text = ProjectText.Read(project);
        var isKnown = text.TryGetProperty("RootNamespace", out var rootNamespace)
            & text.TryGetProperty("LangVersion", out var languageVersion);
        var hasLibrary = text.References(IsLibrary) || Compiles(Path.Combine(project.Directory, "obj", "project.assets.json"), text);
        if (isKnown && hasLibrary)
            return new ProjectFacts(project, rootNamespace ?? project.DefaultNamespace, languageVersion, hasLibrary);
        var evaluation = await ProjectEvaluation.RunAsync(project, terminal, cancellationToken);
        hasLibrary = hasLibrary
            || Compiles(evaluation.Property("ProjectAssetsFile"), text)
            || evaluation.Items("PackageReference")
                .Concat(evaluation.Items("GlobalPackageReference"))
                .Any(item => IsLibrary(item.Name) && item["ExcludeAssets"].Length == 0)
            || evaluation.Items("Reference").Any(item => IsLibrary(item.Name.Split(',')[0]))
            || await ComesWithProjectAsync(project, evaluation, seen, terminal, cancellationToken);
        return new ProjectFacts(project, evaluation.Property("RootNamespace"), evaluation.Property("LangVersion"), hasLibrary);
    }

    private static bool IsLibrary(string name)
        => name.Equals(Library, StringComparison.OrdinalIgnoreCase)
            || name.Equals(Library + ".Hosting", StringComparison.OrdinalIgnoreCase);

    private static bool Compiles(string assetsFile, ProjectText text)
        => ProjectAssets.Read(assetsFile, text.Files)?.Compiles(IsLibrary) == true;

    // Before the first restore: what a project refers to comes along with it.
    private static async Task<bool> ComesWithProjectAsync(
        ProjectFile project,
        ProjectEvaluation evaluation,
        HashSet<ProjectFile> seen,
        Terminal terminal,
        CancellationToken cancellationToken)
    {
        foreach (var reference in evaluation.Items("ProjectReference").Where(item => item["PrivateAssets"].Length == 0))
        {
            var other = new ProjectFile(Path.GetFullPath(reference.Name.Replace('\\', '/'), project.Directory));
            if (IsLibrary(Path.GetFileNameWithoutExtension(other.Path))
                || (!seen.Contains(other)
                    && File.Exists(other.Path)
                    && (await OfAsync(other, seen, terminal, cancellationToken)).HasLibrary))
                return true;
        }

        return false;
    }
}
