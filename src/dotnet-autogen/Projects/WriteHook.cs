using System.Diagnostics;
using Autogen.Output;
using Autogen.Schema;
using Autogen.Tool.Output;

namespace Autogen.Tool.Projects;

/// <summary>A command of <c>afterWrite</c> in <c>autogen.json</c>: it formats or checks a file that has just been written.</summary>
internal static class WriteHook
{
    private const string File = "{file}";

    /// <summary>Runs it in the project's folder; <c>{file}</c> stands for the file, relative to that.</summary>
    /// <exception cref="AutogenException"><see cref="ErrorCode.HookFailed"/>.</exception>
    public static async Task RunAsync(
        string commandLine, string file, string directory, Terminal terminal, CancellationToken cancellationToken)
    {
        terminal.ProgressPart($"Running {terminal.Redacted(commandLine.Replace(File, file, StringComparison.Ordinal))} ...");
        var start = Shell.Start(commandLine.Replace(File, Shell.Quoted(file), StringComparison.Ordinal), directory);
        start.RedirectStandardOutput = true;
        start.RedirectStandardError = true;
        using var process = Process.Start(start)
            ?? throw new AutogenException(ErrorCode.HookFailed, $"'{commandLine}' could not be started. {file} has been written.");
        var output = process.StandardOutput.ReadToEndAsync(cancellationToken);
        var errors = process.StandardError.ReadToEndAsync(cancellationToken);
        await process.WaitForExitAsync(cancellationToken);
        var said = $"{await output}{await errors}".Trim();
        if (process.ExitCode != 0)
            throw new AutogenException(
                ErrorCode.HookFailed,
                $"'{commandLine}' of 'afterWrite' in autogen.json ended with exit code {process.ExitCode}. "
                    + $"{file} has been written.{(said.Length == 0 ? "" : "\n" + said)}");
        terminal.Progress(" done");
        if (said.Length > 0)
            terminal.Verbose(said);
    }
}
