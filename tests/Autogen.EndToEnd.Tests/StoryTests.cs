using Autogen.EndToEnd.Tests.Running;

namespace Autogen.EndToEnd.Tests;

public class StoryTests
{
    public static TheoryData<string, string> Stories()
    {
        var data = new TheoryData<string, string>();
        foreach (var file in Directory.EnumerateFiles(Path.Combine(PackedTool.RepositoryRoot, "tests/Autogen.EndToEnd.Tests/Stories"), "*.story").Order(StringComparer.Ordinal))
        {
            foreach (var database in Story.DatabasesOf(File.ReadAllText(file)))
                data.Add(Path.GetFileNameWithoutExtension(file), database);
        }

        return data;
    }

    [Theory]
    [MemberData(nameof(Stories))]
    public async Task Goes_as_it_is_told(string story, string database)
    {
        await using var workspace = await Workspace.CreateAsync(database);
        var text = await File.ReadAllTextAsync(Path.Combine(PackedTool.RepositoryRoot, $"tests/Autogen.EndToEnd.Tests/Stories/{story}.story"));
        await new Story(text, workspace).RunAsync();
    }
}
