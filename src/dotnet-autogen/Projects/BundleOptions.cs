namespace Autogen.Tool.Projects;

/// <summary>How a bundle is made.</summary>
/// <param name="Output">The executable, absolute.</param>
/// <param name="Runtime">The runtime identifier (<c>linux-x64</c>); <see langword="null"/> for this machine's.</param>
/// <param name="IsSelfContained">Whether the .NET runtime is in it.</param>
/// <param name="Configuration">MSBuild's configuration.</param>
/// <param name="NoBuild">Whether the application's output is used as it is.</param>
internal sealed record BundleOptions(string Output, string? Runtime, bool IsSelfContained, string Configuration, bool NoBuild);
