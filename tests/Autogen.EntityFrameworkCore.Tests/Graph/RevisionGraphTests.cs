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
    [InlineData("a:a", ErrorCode.RevisionSelfLoop, "a.cs names its own id")]
    [InlineData("a>a", ErrorCode.RevisionSelfLoop, "'DependsOn'")]
    [InlineData("a>l#l", ErrorCode.RevisionSelfLoop, "'DependsOn'")]
    [InlineData("a:c b:a c:b d e:c", ErrorCode.RevisionCycle, "(a, b, c). Correct 'Revises' in one of their files: a.cs, b.cs, c.cs")]
    [InlineData("a b:a>d c d:c>b", ErrorCode.DependencyCycle, "(b, d)")]
    [InlineData("a b:a>x", ErrorCode.DependencyMissing, "b.cs depends on 'x'")]
    [InlineData("a#l b:a#l", ErrorCode.LabelDuplicated, "a.cs and b.cs")]
    [InlineData("a b:a#a", ErrorCode.LabelDuplicated, "the id of a.cs")]
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
    public void An_id_or_a_unique_prefix_finds_a_revision(string text, string id)
        => Assert.Equal(id, Graphs.Of("abcd11110000 ffff00000000").Require(text).Id);

    [Theory]
    [InlineData("abcd", ErrorCode.RevisionAmbiguous)]
    [InlineData("abc", ErrorCode.PrefixTooShort)]
    [InlineData("abx", ErrorCode.RevisionNotFound)]
    [InlineData("abdd11110000", ErrorCode.RevisionNotFound)]
    public void Ambiguous_and_missing_targets_are_rejected(string text, ErrorCode code)
        => Assert.Equal(code, Assert.Throws<AutogenException>(() => Graphs.Of("abcd11110000 abcd22220000").Require(text)).Code);

    [Theory]
    [InlineData("a b:a c:b#left d:c e:b f:e", "c d", "left")]
    [InlineData("a b:a c:b#one", "a b c", "one")]
    [InlineData("a b:a c:a d:b,c e:d#one", "e", "one")]
    public void A_label_belongs_to_descendants_and_to_ancestors_down_to_the_last_branch_point(string graph, string members, string label)
        => Assert.Equal(members, string.Join(' ', Graphs.Of(graph).ParentsFirst
            .Where(node => Graphs.Of(graph).BranchesOf(node.Id).Contains(label))
            .Select(node => node.Id)));

    [Theory]
    [InlineData("a b>a", "a b", "b")]
    [InlineData("a b:a c>a", "b c", "b c")]
    public void A_real_head_is_one_that_nothing_depends_on(string graph, string heads, string effective)
        => Assert.Equal((heads, effective), (string.Join(' ', Graphs.Of(graph).Heads), string.Join(' ', Graphs.Of(graph).RealHeads)));

    [Theory]
    [InlineData("up", "nope@head", ErrorCode.BranchNotFound)]
    [InlineData("up", "left@d", ErrorCode.NotInBranch)]
    [InlineData("up", "left@+9", ErrorCode.TargetTooFar)]
    [InlineData("up", "b+1", ErrorCode.TargetAmbiguous)]
    [InlineData("up", "left@left@head", ErrorCode.TargetInvalid)]
    [InlineData("up", "@head", ErrorCode.TargetInvalid)]
    [InlineData("up", "left@", ErrorCode.TargetInvalid)]
    [InlineData("up", "a:b", ErrorCode.TargetInvalid)]
    [InlineData("up", "b+x", ErrorCode.TargetInvalid)]
    [InlineData("up", "b+1+1", ErrorCode.TargetInvalid)]
    [InlineData("up", "base", ErrorCode.TargetInvalid)]
    [InlineData("up", "-1", ErrorCode.TargetInvalid)]
    [InlineData("down", "+1", ErrorCode.TargetInvalid)]
    [InlineData("down", "e", ErrorCode.TargetInvalid)]
    [InlineData("down", "left@-9", ErrorCode.TargetTooFar)]
    public void A_target_that_makes_no_sense_is_refused(string direction, string target, ErrorCode code)
    {
        var graph = Graphs.Of("a b:a c:b#left d:b e:d");
        Assert.Equal(
            code,
            Assert.Throws<AutogenException>(
                () => direction == "up" ? UpgradePlan.Up(graph, ["b"], target) : UpgradePlan.Down(graph, ["c"], target)).Code);
    }

    [Fact]
    public void Rows_that_a_dependency_implies_are_not_stored_and_come_back()
    {
        var graph = Graphs.Of("a b:a c>b d:c");
        Assert.Equal(
            [new RowOperation(null, "a"), new RowOperation("a", "b"), new RowOperation("b", "c"), new RowOperation("c", "d")],
            UpgradePlan.Up(graph, [], "d").SelectMany(step => step.Rows));
        Assert.Equal(["b"], UpgradePlan.Down(graph, ["d"], "c@base")[^1].After);
        Assert.Equal(ErrorCode.VersionTableInvalid, Assert.Throws<AutogenException>(() => UpgradePlan.Up(graph, ["b", "c"], "heads")).Code);
    }

    [Fact]
    public void A_thousand_revisions_are_planned()
    {
        var graph = Graphs.Of(
            string.Join(' ', Enumerable.Range(0, 1000).Select(number => number == 0 ? "r0000" : $"r{number:0000}:r{number - 1:0000}")));
        Assert.Equal(1000, UpgradePlan.Up(graph, [], "head").Count);
    }
}
