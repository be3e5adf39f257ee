using Autogen.Messages;
using Autogen.Output;
using Autogen.Tool.Output;

namespace Autogen.EndToEnd.Tests.Output;

public class GraphDrawingTests
{
    [Fact]
    public void A_line_is_a_line() => Draws("* c\n* b\n* a", ("c", "b"), ("b", "a"), ("a", ""));

    [Fact]
    public void Branches_come_together_where_they_began()
        => Draws("* d\n| * c\n|/\n* b\n* a", ("d", "b"), ("c", "b"), ("b", "a"), ("a", ""));

    [Fact]
    public void A_merge_opens_a_column()
        => Draws("* d (mergepoint)\n|\\\n| * c\n* | b\n|/\n* a", ("d", "b c"), ("c", "a"), ("b", "a"), ("a", ""));

    [Fact]
    public void A_third_branch_crosses_the_second()
        => Draws("* d\n| * c\n| | * b\n|_|/\n* | a\n /\n* x", ("d", "a"), ("c", "x"), ("b", "a"), ("a", ""), ("x", ""));

    [Fact]
    public void Separate_histories_are_drawn_below_each_other()
        => Draws("* b2\n* b1\n* a2\n* a1", ("b2", "b1"), ("b1", ""), ("a2", "a1"), ("a1", ""));

    [Fact]
    public void What_is_not_in_the_range_is_not_drawn() => Draws("* c\n* b", ("c", "b"), ("b", "a"));

    private static void Draws(string expected, params (string Id, string Revises)[] revisions)
        => Assert.Equal(expected, string.Join('\n', GraphDrawing.Lines([.. revisions.Select(revision =>
            new RevisionMessage(revision.Id, revision.Revises.Split(' ', StringSplitOptions.RemoveEmptyEntries), "", IsHead: false))])));
}
