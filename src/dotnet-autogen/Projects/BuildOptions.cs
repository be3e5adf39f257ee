using System.CommandLine;
using Autogen.Tool.Commands;

namespace Autogen.Tool.Projects;

/// <summary>How to build.</summary>
/// <param name="Configuration">MSBuild's configuration, or <see langword="null"/>.</param>
/// <param name="Framework">The target framework, or <see langword="null"/>.</param>
/// <param name="NoBuild">Whether the output is used as it is.</param>
internal sealed record BuildOptions(string? Configuration, string? Framework, bool NoBuild)
{
    /// <summary>What the command line says.</summary>
    public static BuildOptions From(ParseResult parsed)
        => new(
            parsed.GetValue(GlobalOptions.Configuration), parsed.GetValue(GlobalOptions.Framework), parsed.GetValue(GlobalOptions.NoBuild));
}
