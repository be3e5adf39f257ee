using Autogen.Graph;
using Autogen.Schema;

namespace Autogen.EntityFrameworkCore.Tests.Graph;

public class HistoryRangeTests
{
    [Theory]
    [InlineData(":", "e d c b a")]
    [InlineData("b:", "e d c b")]
    [InlineData(":b", "b a")]
    [InlineData("b:c", "c b")]
    [InlineData("base:a", "a")]
    [InlineData("current:", "e d c")]
    [InlineData("-1:current", "c b")]
    [InlineData("current:+1", "d c")]
    [InlineData("d:b", "")]
    public void Both_ends_are_included_newest_first(string range, string expected)
        => Assert.Equal(
            expected,
            string.Join(
                ' ', HistoryRange.Between(Graphs.Of("a b:a c:b d:c e:d"), ["c"], TargetRange.Parse(range)!).Select(node => node.Id)));

    [Fact]
    public void A_range_from_a_branch_holds_that_branch_only()
        => Assert.Equal(
            ["e", "d", "c"], HistoryRange.Between(Graphs.Of("a b:a c:a d:c e:b,d"), [], new TargetRange("c", "e")).Select(node => node.Id));

    [Theory]
    [InlineData(null, false)]
    [InlineData("head", false)]
    [InlineData("a-1", false)]
    [InlineData("base+1", false)]
    [InlineData("current", true)]
    [InlineData("current-1", true)]
    [InlineData("-1", true)]
    [InlineData("left@+1", true)]
    [InlineData("left@head", false)]
    public void The_database_is_asked_only_where_the_target_counts_from_there(string? target, bool needs)
        => Assert.Equal(needs, HistoryRange.NeedsDatabase(target));

    [Fact]
    public void More_than_two_ends_are_refused()
    {
        Assert.Null(TargetRange.Parse("head"));
        Assert.Equal(ErrorCode.TargetInvalid, Assert.Throws<AutogenException>(() => TargetRange.Parse("a:b:c")).Code);
    }
}
