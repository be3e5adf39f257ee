using System.Text.RegularExpressions;

namespace Autogen.Conventions.Tests;

public class FileTests
{
    private const int LongestFile = 400;

    [Fact]
    public void No_file_of_the_product_is_longer_than_a_room_may_be()
    {
        var offenders = Repository.Files("src", "*.cs")
            .Select(file => (file, lines: Repository.Read(file).Split('\n').Length))
            .Where(entry => entry.lines > LongestFile)
            .Select(entry => $"{entry.file}: {entry.lines} lines");
        Assert.Empty(offenders);
    }

    [Fact]
    public void No_file_has_a_name_that_says_nothing()
    {
        var offenders = Repository.Files("src", "*.cs").Where(file => Regex.IsMatch(Path.GetFileName(file), "Helper|Utils|Common|Manager"));
        Assert.Empty(offenders);
    }

    [Fact]
    public void Nothing_is_left_unfinished()
    {
        var offenders = Repository.Files("src", "*.cs")
            .Where(file => Regex.IsMatch(Repository.Read(file), @"\b(TODO|FIXME|HACK)\b|NotImplementedException|#region"));
        Assert.Empty(offenders);
    }

    [Fact]
    public void NormalizeWhitespace_is_not_used()
    {
        var offenders = Repository.Files("src", "*.cs").Where(
            file => Repository.Read(file).Contains(".NormalizeWhitespace(", StringComparison.Ordinal));
        Assert.Empty(offenders);
    }
}
