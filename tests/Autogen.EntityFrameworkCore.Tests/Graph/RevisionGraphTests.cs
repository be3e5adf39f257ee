using Autogen.Graph;
using Autogen.Schema;

namespace Autogen.EntityFrameworkCore.Tests.Graph;

public class RevisionGraphTests
{
    [Theory]
    [InlineData("a b:a c:b", "c")]
    [InlineData("a b:a c:a", "b c")]
    [InlineData("a b:a c:a d:b,c", "d")]
    [InlineData("a x y:x", "a y")]
    public void Heads_are_what_nothing_revises(string graph, string heads) => Assert.Equal(heads, string.Join(' ', Graphs.Of(graph).Heads));

    [Theory]
    [InlineData("c:b b:a a", "a b c")]
    [InlineData("d:b,c c:a b:a a", "a b c d")]
    public void Parents_come_first_and_ties_go_by_id(string graph, string order)
        => Assert.Equal(order, string.Join(' ', Graphs.Of(graph).ParentsFirst.Select(node => node.Id)));

    [Theory]
    [InlineData("a a", ErrorCode.RevisionDuplicated, "a.cs and a.cs")]
    [InlineData("a b:x", ErrorCode.ParentMissing, "b.cs revises 'x'")]
    [InlineData("a:a", ErrorCode.RevisionCycle, "(a)")]
    [InlineData("a:c b:a c:b d", ErrorCode.RevisionCycle, "(a, b, c)")]
    public void A_graph_that_is_not_whole_is_refused(string graph, ErrorCode code, string part)
    {
        var refused = Assert.Throws<AutogenException>(() => Graphs.Of(graph));
        Assert.Equal(code, refused.Code);
        Assert.Contains(part, refused.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Several_heads_are_listed_where_one_is_needed()
    {
        var refused = Assert.Throws<AutogenException>(() => UpgradePlan.Up(Graphs.Of("a b:a c:a"), [], "head"));
        Assert.Equal(ErrorCode.SeveralHeads, refused.Code);
        Assert.Equal("b,c", refused.Details["heads"]);
        Assert.Equal(["a", "b", "c"], UpgradePlan.Up(Graphs.Of("a b:a c:a"), [], "heads").Select(step => step.Node.Id));
    }

    [Theory]
    [InlineData("a b:a", "x", ErrorCode.DatabaseRevisionUnknown)]
    [InlineData("a b:a", "a b", ErrorCode.VersionTableInvalid)]
    public void Rows_that_can_not_be_are_refused(string graph, string rows, ErrorCode code)
        => Assert.Equal(code, Assert.Throws<AutogenException>(() => UpgradePlan.Up(Graphs.Of(graph), rows.Split(' '), "head")).Code);

    [Theory]
    [InlineData("abcd11110000", "abcd11110000")]
    [InlineData("abcd1", "abcd11110000")]
    public void An_id_or_a_unique_prefix_finds_a_revision(string text, string id) => Assert.Equal(id, Graphs.Of("abcd11110000 ffff00000000").Require(text).Id);

    [Theory]
    [InlineData("abcd", ErrorCode.RevisionAmbiguous)]
    [InlineData("abc", ErrorCode.RevisionNotFound)]
    [InlineData("abdd11110000", ErrorCode.RevisionNotFound)]
    public void What_finds_none_or_several_is_refused(string text, ErrorCode code)
        => Assert.Equal(code, Assert.Throws<AutogenException>(() => Graphs.Of("abcd11110000 abcd22220000").Require(text)).Code);

    [Fact]
    public void A_thousand_revisions_are_planned()
    {
        var graph = Graphs.Of(string.Join(' ', Enumerable.Range(0, 1000).Select(number => number == 0 ? "r0000" : $"r{number:0000}:r{number - 1:0000}")));
        Assert.Equal(1000, UpgradePlan.Up(graph, [], "head").Count);
    }
}
