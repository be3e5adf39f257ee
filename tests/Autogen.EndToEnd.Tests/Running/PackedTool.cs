using System.Diagnostics;
using System.Text;

namespace Autogen.EndToEnd.Tests.Running;

/// <summary>The packed tool, installed once for the run of the tests, from the folder that <c>AUTOGEN_TEST_PACKAGES</c> names.</summary>
public static class PackedTool
{
    private static readonly Lazy<string> folder = new(Install);

    /// <summary>The packages' folder.</summary>
    public static string Packages => Required("AUTOGEN_TEST_PACKAGES");

    /// <summary>The packages' version.</summary>
    public static string Version => Required("AUTOGEN_TEST_VERSION");

    /// <summary>Runs a command with the tool on the PATH.</summary>
    public static async Task<(int ExitCode, string Output, string Errors)> RunAsync(
        string directory, IEnumerable<string> command, IReadOnlyDictionary<string, string> environment)
    {
        using var process = Process.Start(Start(directory, command, environment))!;
        process.StandardInput.Close();
        var output = process.StandardOutput.ReadToEndAsync();
        var errors = process.StandardError.ReadToEndAsync();
        await process.WaitForExitAsync();
        return (process.ExitCode, await output, await errors);
    }

    /// <summary>Runs a command on a terminal, where somebody answers its questions.</summary>
    /// <returns>The exit code, and what the terminal shows.</returns>
    public static Task<(int ExitCode, string Output)> RunOnTerminalAsync(
        string directory,
        IEnumerable<string> command,
        IReadOnlyDictionary<string, string> environment,
        IReadOnlyList<Func<int, string?>> answers)
        => PseudoTerminal.RunAsync(Start(directory, command, environment), answers);

    private static ProcessStartInfo Start(
        string directory, IEnumerable<string> command, IReadOnlyDictionary<string, string> environment)
    {
        var words = command.ToList();

        // 'dotnet autogen' finds this program on the PATH, and takes a third of a second for that. 'init' goes the whole way.
        if (words is ["dotnet", "autogen", not "init", ..])
            words = [Path.Combine(folder.Value, "dotnet-autogen"), .. words[2..]];

        // A program of the folder is looked for there, not where the tests run.
        var program = words[0].Contains('/', StringComparison.Ordinal) ? Path.Combine(directory, words[0]) : words[0];
        var start = new ProcessStartInfo(program, words[1..])
        {
            WorkingDirectory = directory,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            RedirectStandardInput = true,
            StandardOutputEncoding = Encoding.UTF8,
            StandardErrorEncoding = Encoding.UTF8,
        };
        start.Environment["PATH"] = folder.Value + Path.PathSeparator + Environment.GetEnvironmentVariable("PATH");
        start.Environment["DOTNET_NOLOGO"] = "1";
        start.Environment["DOTNET_CLI_TELEMETRY_OPTOUT"] = "1";

        // One compiler for all builds, as on a developer's machine; build/run-tests.sh ends it.
        start.Environment["UseSharedCompilation"] = "true";
        foreach (var unwanted in new[]
        {
            "AUTOGEN_URL", "DB_URL", "MSBuildSDKsPath", "MSBUILD_EXE_PATH", "MSBuildExtensionsPath", "VSTEST_HOST_DEBUG"
        })
            start.Environment.Remove(unwanted);
        foreach (var (name, value) in environment)
            start.Environment[name] = value;
        return start;
    }

    private static string Install()
    {
        var path = Directory.CreateTempSubdirectory("autogen-tool-").FullName;
        AppDomain.CurrentDomain.ProcessExit += (_, _) => Directory.Delete(path, recursive: true);
        using var process = Process.Start(
            new ProcessStartInfo(
                "dotnet", ["tool", "install", "dotnet-autogen", "--tool-path", path, "--add-source", Packages, "--version", Version])
            {
                RedirectStandardOutput = true
            })!;
        process.StandardOutput.ReadToEnd();
        process.WaitForExit();
        return process.ExitCode == 0 ? path : throw new InvalidOperationException("The packed tool can't be installed.");
    }

    private static string Required(string variable)
        => Environment.GetEnvironmentVariable(variable)
            ?? throw new InvalidOperationException(
                $"Start the tests with ./build/test.sh: they need {variable}, the tool that build/pack.sh packed.");
}
