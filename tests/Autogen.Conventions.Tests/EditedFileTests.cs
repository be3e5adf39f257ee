using System.Text.RegularExpressions;

namespace Autogen.Conventions.Tests;

/// <summary>
/// How many files a new kind of object, and a new facet, take. Kinds and facets that exist are counted: they are named in just those files
/// that adding such a one means to edit, and docs/common-tasks.md lists these.
/// </summary>
public class EditedFileTests
{
    private const int MostOfKind = 5;
    private const int MostOfFacet = 7;

    [Theory]
    [InlineData("RangeType")]
    [InlineData("Collation")]
    public void A_kind_is_named_in_its_own_files_and_in_those_that_the_page_lists(string kind)
    {
        var pattern = new Regex(
            $@"ObjectKind\.{kind}\b|<{kind}>|\bnew {kind}\(|\.{kind}s\b|\b{kind}(Comparison|Model|Planner)\b|""{Words(kind)}s""");
        var edited = Sources()
            .Where(file => file.EndsWith(".cs", StringComparison.Ordinal) && !IsOwn(file, kind) && pattern.IsMatch(Repository.Read(file)));
        var documented = Documented("Support a kind of object");
        Assert.Equal(documented, edited.Order(StringComparer.Ordinal));
        Assert.True(documented.Count <= MostOfKind, $"A kind takes {documented.Count} edited files; {MostOfKind} are allowed.");
    }

    [Theory]
    [InlineData("ForeignKey", "IsEnforced")]
    [InlineData("CheckConstraint", "IsEnforced")]
    [InlineData("ForeignKey", "IsValidated")]
    [InlineData("CheckConstraint", "IsValidated")]
    public void A_facet_is_named_in_few_files(string kind, string facet)
    {
        var others = new[] { "ForeignKey", "CheckConstraint" }.Except([kind]).ToList();
        var pattern = new Regex($@"\b({facet}|{Words(facet)})\b");
        var files = Sources().Where(file => !others.Exists(other => IsOwn(file, other)) && pattern.IsMatch(Repository.Read(file))).ToList();
        Assert.True(
            files.Count <= MostOfFacet,
            $"The facet {facet} is in {files.Count} files; {MostOfFacet} are allowed:\n{string.Join('\n', files)}");
        var rows = Documented("Add a facet").ConvertAll(path => new Regex($"^{Regex.Replace(Regex.Escape(path), "<\\w+>", "\\w+")}$"));
        Assert.All(files.Select(Listed), file => Assert.Contains(rows, row => row.IsMatch(file)));
        Assert.All(rows, row => Assert.Contains(files.Select(Listed), row.IsMatch));
    }

    [Fact]
    public void The_files_that_the_page_lists_exist()
        => Assert.All(
            Documented("Support a kind of object"),
            path => Assert.True(Repository.Exists(path), $"docs/common-tasks.md names {path}, which does not exist."));

    private static IEnumerable<string> Sources()
        => new[] { "*.cs", "*.sql", "PublicAPI.*.txt" }.SelectMany(pattern => Repository.Files("src", pattern));

    private static bool IsOwn(string file, string kind)
        => Path.GetFileName(file) is var name
            && (name.StartsWith(kind, StringComparison.Ordinal) || string.Equals(name, $"{Words(kind)}s.sql", StringComparison.Ordinal));

    // What is public is added to the one file, and is in the other after a release.
    private static string Listed(string file) => file.Replace("PublicAPI.Shipped", "PublicAPI.Unshipped", StringComparison.Ordinal);

    private static string Words(string name) => Regex.Replace(name, "(?<!^)([A-Z])", "_$1").ToLowerInvariant();

    /// <summary>The paths in the table of a chapter whose first column says "edit".</summary>
    private static List<string> Documented(string chapter)
    {
        var page = Repository.Read("docs/common-tasks.md");
        var start = page.IndexOf($"## {chapter}\n", StringComparison.Ordinal);
        var text = page[start..(page.IndexOf("\n## ", start, StringComparison.Ordinal) is var end and > 0 ? end : page.Length)];
        return [.. Regex.Matches(text, "^\\| edit \\| `([^`]+)`", RegexOptions.Multiline)
            .Select(match => match.Groups[1].Value)
            .Order(StringComparer.Ordinal)];
    }
}
