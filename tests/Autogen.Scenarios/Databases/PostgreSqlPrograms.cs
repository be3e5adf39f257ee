using System.Diagnostics;
using System.Globalization;

namespace Autogen.Scenarios.Databases;

/// <summary>PostgreSQL's own client programs, where a machine has them.</summary>
public static class PostgreSqlPrograms
{
    /// <summary>
    /// The path of a program: in the folder that <c>pg_config</c> names, on the path, or where distributions put it; <see langword="null"/>
    /// where it is nowhere, or only an older one than the server: <c>pg_dump</c> refuses a newer server.
    /// </summary>
    public static string? Find(string program)
        => Folders()
            .Select(folder => Path.Combine(folder, program))
            .Where(File.Exists)
            .FirstOrDefault(path => VersionOf(path) >= PostgreSqlServer.Version);

    /// <summary>Runs a program and returns its output.</summary>
    /// <exception cref="InvalidOperationException">It failed.</exception>
    public static async Task<string> RunAsync(string path, IEnumerable<string> arguments, string password, string input = "")
    {
        var start = new ProcessStartInfo(path, arguments)
        {
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true
        };
        start.Environment["PGPASSWORD"] = password;
        using var process = Process.Start(start)!; // not null, as no shell is used
        var (output, error) = (process.StandardOutput.ReadToEndAsync(), process.StandardError.ReadToEndAsync());
        await process.StandardInput.WriteAsync(input);
        process.StandardInput.Close();
        await process.WaitForExitAsync();
        return process.ExitCode == 0
            ? await output
            : throw new InvalidOperationException($"{Path.GetFileName(path)} failed: {await error}");
    }

    private static int VersionOf(string path)
    {
        // not null, as no shell is used
        using var process = Process.Start(new ProcessStartInfo(path, ["--version"]) { RedirectStandardOutput = true })!;
        var text = process.StandardOutput.ReadToEnd(); // "pg_dump (PostgreSQL) 15.18 (Debian 15.18-0+deb12u1)"
        process.WaitForExit();
        var number = text.Split(' ').FirstOrDefault(word => word.Length > 0 && char.IsAsciiDigit(word[0])) ?? "0";
        return int.Parse(string.Concat(number.TakeWhile(char.IsAsciiDigit)), CultureInfo.InvariantCulture);
    }

    private static IEnumerable<string> Folders()
    {
        var onPath = (Environment.GetEnvironmentVariable("PATH") ?? "").Split(Path.PathSeparator, StringSplitOptions.RemoveEmptyEntries);
        if (onPath.Select(folder => Path.Combine(folder, "pg_config")).FirstOrDefault(File.Exists) is { } configuration)
        {
            // not null, as no shell is used
            using var process = Process.Start(new ProcessStartInfo(configuration, ["--bindir"]) { RedirectStandardOutput = true })!;
            yield return process.StandardOutput.ReadToEnd().Trim();
            process.WaitForExit();
        }

        foreach (var folder in onPath)
            yield return folder;

        const string debian = "/usr/lib/postgresql";
        if (Directory.Exists(debian))
        {
            foreach (var folder in Directory.EnumerateDirectories(debian).OrderByDescending(folder => folder, StringComparer.Ordinal))
                yield return Path.Combine(folder, "bin");
        }
    }
}
