using Autogen.Graph;
using Autogen.Schema;

namespace Autogen.EntityFrameworkCore.Tests.Graph;

public class NewRevisionPlaceTests
{
    [Theory]
    [InlineData("a b:a", null, false, "b")]
    [InlineData("a b:a", "base", false, "")]
    [InlineData("a b:a c:a#l", "l@head", false, "c")]
    [InlineData("a b:a c:a", "a", true, "a")]
    public void A_revision_is_based_on_a_head_unless_it_begins_a_branch(string graph, string? head, bool splice, string revises)
        => Assert.Equal(revises, string.Join(' ', NewRevisionPlace.On(Graphs.Of(graph), head, splice, [], []).Revises));

    [Fact]
    public void The_first_has_no_parent() => Assert.Empty(NewRevisionPlace.On(new RevisionGraph([]), null, splice: false, [], []).Revises);

    [Theory]
    [InlineData("a b:a c:a", null, ErrorCode.SeveralHeads)]
    [InlineData("a b:a c:a", "heads", ErrorCode.TargetAmbiguous)]
    [InlineData("a b:a", "a", ErrorCode.NotAHead)]
    [InlineData("a b:a", "nowhere", ErrorCode.RevisionNotFound)]
    public void Invalid_parent_is_rejected(string graph, string? head, ErrorCode code)
        => Assert.Equal(
            code, Assert.Throws<AutogenException>(() => NewRevisionPlace.On(Graphs.Of(graph), head, splice: false, [], [])).Code);

    [Fact]
    public void Dependencies_are_whole_ids_and_labels_as_they_are()
    {
        var graph = Graphs.Of("abcd0001 abcd0002:abcd0001#left ffff0001:abcd0001");
        Assert.Equal(
            ["left", "ffff0001", "abcd0001"],
            NewRevisionPlace.On(graph, "ffff", splice: false, ["left", "ffff", "left@head-1"], []).DependsOn);
    }

    [Theory]
    [InlineData("left", ErrorCode.LabelDuplicated)]
    [InlineData("a", ErrorCode.LabelDuplicated)]
    [InlineData("", ErrorCode.RevisionInvalid)]
    [InlineData("head", ErrorCode.RevisionInvalid)]
    [InlineData("current", ErrorCode.RevisionInvalid)]
    [InlineData("a-b", ErrorCode.RevisionInvalid)]
    [InlineData("a@b", ErrorCode.RevisionInvalid)]
    [InlineData("a b", ErrorCode.RevisionInvalid)]
    public void A_taken_or_invalid_label_is_rejected(string label, ErrorCode code)
        => Assert.Equal(
            code,
            Assert.Throws<AutogenException>(() => NewRevisionPlace.On(Graphs.Of("a b:a#left"), null, splice: false, [], [label])).Code);

    [Fact]
    public void A_merge_revises_the_heads_in_the_order_given()
        => Assert.Equal(["c", "b"], NewRevisionPlace.Merging(Graphs.Of("a b:a c:a#l"), ["l", "heads"], []).Revises);

    [Theory]
    [InlineData("b", ErrorCode.CommandLine)]
    [InlineData("base", ErrorCode.CommandLine)]
    [InlineData("a b", ErrorCode.NotAHead)]
    public void A_merge_of_less_than_two_heads_is_refused(string targets, ErrorCode code)
        => Assert.Equal(
            code, Assert.Throws<AutogenException>(() => NewRevisionPlace.Merging(Graphs.Of("a b:a c:a"), targets.Split(' '), [])).Code);
}
