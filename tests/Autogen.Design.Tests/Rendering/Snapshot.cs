using System.Runtime.CompilerServices;

namespace Autogen.Design.Tests.Rendering;

/// <summary>Golden files. With <c>AUTOGEN_UPDATE_SNAPSHOTS=1</c> in the environment they are written instead of compared: review them before they are committed.</summary>
internal static class Snapshot
{
    internal static string Folder { get; } = Path.Combine(Repository(), "tests", "Autogen.Design.Tests", "Rendering", "_snapshots");

    internal static void Matches(string fileName, string text)
    {
        var path = Path.Combine(Folder, fileName);
        if (Environment.GetEnvironmentVariable("AUTOGEN_UPDATE_SNAPSHOTS") is "1")
            File.WriteAllText(path, text);
        Assert.True(File.Exists(path), $"There is no golden file {fileName}. Write it with AUTOGEN_UPDATE_SNAPSHOTS=1, and review it.");
        Assert.Equal(File.ReadAllText(path), text);
    }

    private static string Repository([CallerFilePath] string path = "")
    {
        // The compiler's path may be mapped in a deterministic build; the build's output is inside the repository in any case.
        for (var folder = new DirectoryInfo(AppContext.BaseDirectory); folder is not null; folder = folder.Parent)
        {
            if (File.Exists(Path.Combine(folder.FullName, "Autogen.sln")))
                return folder.FullName;
        }

        return Path.GetFullPath(Path.Combine(path, "..", "..", "..", ".."));
    }
}
