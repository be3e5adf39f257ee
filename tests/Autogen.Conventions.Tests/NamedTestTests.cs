using System.Text.RegularExpressions;

namespace Autogen.Conventions.Tests;

public class NamedTestTests
{
    private static readonly Lazy<string> tests = new(() => string.Concat(Repository.Files("tests", "*.cs")
        .Where(file => !file.Contains("Conventions.Tests", StringComparison.Ordinal))
        .Select(Repository.Read)));

    [Fact]
    public void Every_test_that_the_page_on_Alembic_names_exists()
    {
        var missing = Rows()
            .SelectMany(row => Regex.Matches(row.Split(" | ")[^1], "`([^`]+)`").Select(match => match.Groups[1].Value))
            .Where(name => !Exists(name));
        Assert.Empty(missing);
    }

    [Fact]
    public void Every_row_of_the_page_on_Alembic_names_a_test()
    {
        Assert.NotEmpty(Rows());
        Assert.DoesNotContain(Rows(), row => !row.Split(" | ")[^1].Contains('`', StringComparison.Ordinal));
    }

    // A table's head and the line beneath have no code in them.
    private static List<string> Rows()
        => [.. Repository.Read("docs/alembic.md").Split('\n').Where(line => line.StartsWith("| ", StringComparison.Ordinal)
            && !line.StartsWith("| ---", StringComparison.Ordinal)
            && !line.EndsWith("| test |", StringComparison.Ordinal))];

    // A scenario's name is a text; a test's is its method's.
    private static bool Exists(string name)
        => tests.Value.Contains($"\"{name}\"", StringComparison.Ordinal) || tests.Value.Contains($" {name}(", StringComparison.Ordinal);
}
