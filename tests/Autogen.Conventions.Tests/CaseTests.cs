using System.Text.RegularExpressions;

namespace Autogen.Conventions.Tests;

public partial class CaseTests
{
    private static IReadOnlyList<string> Listed { get; } =
        [.. Repository.Read("tests/cases.txt")
            .Split('\n')
            .Where(line => line.Length > 0 && line[0] != '#')
            .Select(line => line.Split(' ')[0])];

    private static IReadOnlyList<string> Marked { get; } =
        [.. Repository.Files("tests", "*.*")
            .Where(file => file.EndsWith(".cs", StringComparison.Ordinal) || file.EndsWith(".story", StringComparison.Ordinal))
            .SelectMany(file => Mark().Matches(Repository.Read(file)).Select(match => match.Groups["name"].Value))
            .Distinct(StringComparer.Ordinal)];

    [Fact]
    public void Every_listed_case_has_a_marked_test() => Assert.Empty(Listed.Except(Marked, StringComparer.Ordinal));

    [Fact]
    public void Every_marked_test_is_of_a_listed_case() => Assert.Empty(Marked.Except(Listed, StringComparer.Ordinal));

    [Fact]
    public void No_case_is_listed_twice() => Assert.Equal(Listed.Distinct(StringComparer.Ordinal), Listed);

    [GeneratedRegex(
        """^\s*(?:\[Case\("(?<name>[A-Z]\d+)"\)\]|(?:#|//) case (?<name>[A-Z]\d+)\b)""",
        RegexOptions.Multiline | RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant,
        10_000)]
    private static partial Regex Mark();
}
