namespace Autogen.Tool.Projects;

/// <summary>What a build made, as far as the engine needs it; all paths are absolute.</summary>
/// <param name="Assembly">The assembly that holds the context.</param>
/// <param name="StartupAssembly">The assembly that starts the application.</param>
/// <param name="StartupDirectory">The startup project's folder.</param>
/// <param name="DepsFile">The startup project's <c>.deps.json</c>.</param>
/// <param name="RuntimeConfig">The startup project's <c>.runtimeconfig.json</c>.</param>
/// <param name="PackageFolders">Where packages were restored to.</param>
internal sealed record BuildResult(
    string Assembly,
    string StartupAssembly,
    string StartupDirectory,
    string DepsFile,
    string RuntimeConfig,
    IReadOnlyList<string> PackageFolders)
{
    /// <summary>The startup project's target framework.</summary>
    public string TargetFramework { get; init; } = "";

    /// <summary>The warnings that the startup project does not want to hear.</summary>
    public string NoWarn { get; init; } = "";

    /// <summary>Whether the startup project does without cultures; empty for what the SDK thinks.</summary>
    public string InvariantGlobalization { get; init; } = "";
}
