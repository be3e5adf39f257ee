using System.Diagnostics;

namespace Autogen.Design.Tests.Rendering;

public class FormattingTests
{
    [Fact]
    public async Task The_formatter_has_nothing_to_change_in_what_is_written()
    {
        // Away from the repository, so that its own settings do not count.
        var folder = Directory.CreateTempSubdirectory("autogen-format-");
        try
        {
            foreach (var file in Directory.GetFiles(Snapshot.Folder, "*.cs"))
                File.Copy(file, Path.Combine(folder.FullName, Path.GetFileName(file)));
            Assert.Equal((0, ""), await VerifyAsync(folder.FullName));
            await File.AppendAllTextAsync(Path.Combine(folder.FullName, "Empty.cs"), "  class  X { }");
            Assert.NotEqual(0, (await VerifyAsync(folder.FullName)).ExitCode);
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    private static async Task<(int ExitCode, string Output)> VerifyAsync(string folder)
    {
        var start = new ProcessStartInfo("dotnet", ["format", "whitespace", "--folder", folder, "--verify-no-changes"])
        {
            WorkingDirectory = folder,
            UseShellExecute = false,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        using var process = Process.Start(start)!;
        var output = process.StandardOutput.ReadToEndAsync();
        var errors = process.StandardError.ReadToEndAsync();
        await process.WaitForExitAsync();
        return (process.ExitCode, await output + await errors);
    }
}
