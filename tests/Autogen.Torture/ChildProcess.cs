using System.Diagnostics;

namespace Autogen.Torture;

/// <summary>A program that runs to its end.</summary>
internal static class ChildProcess
{
    /// <summary>Starts this program again.</summary>
    public static Process StartSelf(params string[] arguments)
    {
        var program = Path.Combine(AppContext.BaseDirectory, "Autogen.Torture.dll");
        return Process.Start(new ProcessStartInfo("dotnet", ["exec", program, .. arguments])
        {
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            UseShellExecute = false,
        }) ?? throw new InvalidOperationException("No process could be started.");
    }

    /// <summary>Runs it, and returns its exit code and all that it printed.</summary>
    public static async Task<(int ExitCode, string Output)> RunAsync(
        string program, IEnumerable<string> arguments, string? folder = null, IReadOnlyDictionary<string, string>? environment = null)
    {
        var start = new ProcessStartInfo(program, arguments)
        {
            WorkingDirectory = folder ?? Path.GetTempPath(),
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            UseShellExecute = false,
        };
        start.Environment["DOTNET_NOLOGO"] = "1";
        start.Environment["DOTNET_CLI_TELEMETRY_OPTOUT"] = "1";
        foreach (var unwanted in new[] { "AUTOGEN_URL", "DB_URL" })
            start.Environment.Remove(unwanted);
        foreach (var (name, value) in environment ?? new Dictionary<string, string>(StringComparer.Ordinal))
            start.Environment[name] = value;
        using var process = Process.Start(start) ?? throw new InvalidOperationException($"{program} could not be started.");
        process.StandardInput.Close();
        var (output, errors) = (process.StandardOutput.ReadToEndAsync(), process.StandardError.ReadToEndAsync());
        await process.WaitForExitAsync();
        return (process.ExitCode, await output + await errors);
    }

    /// <summary>As <see cref="RunAsync"/>, for one that must succeed.</summary>
    /// <exception cref="InvalidOperationException">It failed.</exception>
    public static async Task<string> RequireAsync(
        string program, IReadOnlyList<string> arguments, string? folder = null, IReadOnlyDictionary<string, string>? environment = null)
    {
        var (exitCode, output) = await RunAsync(program, arguments, folder, environment);
        return exitCode == 0 ? output : throw new InvalidOperationException($"{program} {string.Join(' ', arguments)} failed: {output}");
    }

    /// <summary>As <see cref="RequireAsync"/>, by the user that runs PostgreSQL: its programs refuse to run as root.</summary>
    public static Task<string> RequireAsServerAsync(string shellCommand, string? folder = null)
        => Environment.UserName == "root"
            ? RequireAsync("su", ["postgres", "-s", "/bin/bash", "-c", shellCommand], folder ?? "/")
            : RequireAsync("bash", ["-c", shellCommand], folder ?? "/");
}
