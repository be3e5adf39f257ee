using Autogen.Schema.Comparison;

namespace Autogen.Conventions.Tests;

public class DocumentedDifferenceTests
{
    [Fact]
    public void The_table_of_cosmetic_differences_is_that_of_the_code()
    {
        var documented = Repository.Read("docs/differences.md").Split("\n## ")[0]
            .Split('\n')
            .Where(line => line.StartsWith("| ", StringComparison.Ordinal))
            .Skip(2);
        var declared = CosmeticDifferences.All.Select(
            difference => $"| {difference.Kind} | {difference.Reason} | {(difference.IsActedOnWhenStrict ? "yes" : "no")} |");
        Assert.Equal(declared, documented);
    }
}
