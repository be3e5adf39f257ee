using Autogen.Tool.Projects;

namespace Autogen.EndToEnd.Tests.Projects;

[Case("W11")]
public sealed class RevisionErrorsTests : IDisposable
{
    private readonly string folder = Directory.CreateTempSubdirectory("autogen-errors-").FullName;

    public void Dispose() => Directory.Delete(folder, recursive: true);

    [Theory]
    [InlineData("""[Revision("c", Revises = ["a", "b"])]""", "[Revision(\"id\", [\"a\", \"b\"])]")]
    [InlineData("""[Revision("c", DependsOn = [ "a" ])]""", "DependsOn = new[] { \"a\", \"b\" }")]
    [InlineData("""[Revision("c", Branch=["a"])]""", "Branch = new[] { \"a\", \"b\" }")]
    public void Error_about_a_list_in_the_attribute_is_explained(string attribute, string advice)
        => Assert.Contains(advice, Explained(attribute, "CS9174"), StringComparison.Ordinal);

    [Theory]
    [InlineData("object x = [1];", "CS9174")]
    [InlineData("""[Revision("c", Revises = ["a"])]""", "CS0103")]
    public void Other_errors_stay_as_they_are(string line, string code) => Assert.Single(Explained(line, code).Split('\n'));

    [Fact]
    public void Missing_file_is_ignored()
        => Assert.Equal("/none.cs(1,2): error CS9174: x", RevisionErrors.Explained("/none.cs(1,2): error CS9174: x"));

    private string Explained(string line, string code)
    {
        var file = Path.Combine(folder, "c (1).cs");
        File.WriteAllText(file, "\n" + line);
        return RevisionErrors.Explained($"{file}(2,26): error {code}: Cannot initialize type 'object' with a collection expression.");
    }
}
