using System.Diagnostics;

namespace Autogen.Tool.Projects;

/// <summary>Command lines that a user wrote, with a file in them.</summary>
internal static class Shell
{
    /// <summary>The arguments with which the system's shell runs one.</summary>
    /// <param name="commandLine">The command line, as the user wrote it.</param>
    /// <param name="directory">Where it runs.</param>
    public static ProcessStartInfo Start(string commandLine, string directory)
    {
        var start = OperatingSystem.IsWindows()
            ? new ProcessStartInfo("cmd.exe") { Arguments = $"/d /s /c \"{commandLine}\"" }
            : new ProcessStartInfo("/bin/sh", ["-c", commandLine]);
        start.WorkingDirectory = directory;
        start.UseShellExecute = false;
        return start;
    }

    /// <summary>A file's path as one word of a command line.</summary>
    public static string Quoted(string path)
        => OperatingSystem.IsWindows() ? $"\"{path}\"" : $"'{path.Replace("'", @"'\''", StringComparison.Ordinal)}'";
}
