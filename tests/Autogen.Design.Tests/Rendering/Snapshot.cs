namespace Autogen.Design.Tests.Rendering;

/// <summary>
/// Golden files. With <c>AUTOGEN_UPDATE_SNAPSHOTS=1</c> in the environment they are written instead of compared: review
/// them before they are committed.
/// </summary>
internal static class Snapshot
{
    internal static string Folder { get; } = Path.Combine(Repository.Root, "tests", "Autogen.Design.Tests", "Rendering", "_snapshots");

    internal static void Matches(string fileName, string text)
    {
        var path = Path.Combine(Folder, fileName);
        if (Environment.GetEnvironmentVariable("AUTOGEN_UPDATE_SNAPSHOTS") is "1")
            File.WriteAllText(path, text);
        Assert.True(File.Exists(path), $"There is no golden file {fileName}. Write it with AUTOGEN_UPDATE_SNAPSHOTS=1, and review it.");
        Assert.Equal(File.ReadAllText(path), text);
    }
}
