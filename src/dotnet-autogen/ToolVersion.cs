using System.Reflection;

namespace Autogen.Tool;

/// <summary>The tool's version.</summary>
internal static class ToolVersion
{
    /// <summary>As it is printed, and as the library's must be.</summary>
    public static string Text { get; } =
        typeof(ToolVersion).Assembly.GetCustomAttribute<AssemblyInformationalVersionAttribute>()?.InformationalVersion.Split('+')[0]
            ?? "0.0.0";
}
