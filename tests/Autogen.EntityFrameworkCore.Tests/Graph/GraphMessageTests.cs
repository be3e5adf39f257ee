using Autogen.Graph;
using Autogen.Schema;

namespace Autogen.EntityFrameworkCore.Tests.Graph;

/// <summary>Messages for an invalid target or graph: people act on the words.</summary>
public class GraphMessageTests
{
    private const string Branched = "a b:a c:b#left d:b#right e:d";

    [Theory]
    [InlineData(
        "up",
        "",
        "head",
        "Multiple head revisions are present: c, e. Name one of them, say LABEL@head for one branch or 'heads' for all, or bring them "
            + "together with 'dotnet autogen merge heads' or 'rebase'.")]
    [InlineData(
        "up",
        "",
        "b@head",
        "Branch 'b' has multiple heads: c, e. Name one of them, say LABEL@head for one branch or 'heads' for all, or bring them together "
            + "with 'dotnet autogen merge heads' or 'rebase'.")]
    [InlineData(
        "up",
        "",
        "heads-1",
        "Multiple head revisions are present: c, e. Name one of them, say LABEL@head for one branch or 'heads' for all, or bring them "
            + "together with 'dotnet autogen merge heads' or 'rebase'.")]
    [InlineData(
        "up",
        "",
        "b+1",
        "Ambiguous walk: 'b+1' is not clear, as after b there are c, d. Name the revision, or the branch with LABEL@ or REV@.")]
    [InlineData(
        "up",
        "",
        "a+9",
        "Ambiguous walk: 'a+9' is not clear, as after b there are c, d. Name the revision, or the branch with LABEL@ or REV@.")]
    [InlineData("up", "", "left@+4", "Relative revision left@+4 didn't produce 4 migrations: the history ends before.")]
    [InlineData("up", "e", "right@+1", "Relative revision right@+1 didn't produce 1 migrations: the history ends before.")]
    [InlineData("up", "", "base-1", "Relative revision base-1 didn't produce 1 migrations: the history ends before.")]
    [InlineData("up", "c d", "+1", "'+1' is ambiguous: the database is at several revisions (c, d). Say which is meant: c@+1.")]
    [InlineData("up", "c d", "b@-1", "Relative revision b@-1 goes down: use 'dotnet autogen downgrade b@-1'.")]
    [InlineData("down", "c d", "b@-1", "'b@-1' is ambiguous: the database is at several revisions (c, d). Say which is meant: c@-1.")]
    [InlineData(
        "down",
        "c d",
        "current-1",
        "'current-1' is ambiguous: the database is at several revisions (c, d). Say which is meant: c@current-1.")]
    [InlineData("up", "c", "base", "'base' is below every revision: use 'dotnet autogen downgrade base'.")]
    [InlineData("up", "c", "left@base", "'left@base' is below every revision: use 'dotnet autogen downgrade left@base'.")]
    [InlineData("down", "c", "+2", "Relative revision +2 goes up: downgrade takes base, a revision, or -N.")]
    [InlineData("down", "c e", "heads", "'heads' is ambiguous: it means c, e. A downgrade goes to one of them.")]
    [InlineData("down", "c", "e", "Destination e is not a valid downgrade target from where the database is (c): it is not applied.")]
    [InlineData("down", "", "b", "Destination b is not a valid downgrade target from where the database is (<base>): it is not applied.")]
    [InlineData(
        "down", "c e", "a@b", "'a@b' leaves open what is meant: branch 'a' begins at or below it. Name a revision of one branch: REV@b.")]
    [InlineData("up", "", "a b", "Can't locate revision identified by 'a b'. 'dotnet autogen history' lists the revisions.")]
    [InlineData(
        "up",
        "",
        "@head",
        "'@head' is not a valid target. A target is head, heads, base, a revision's id, a prefix or a label of it, +N, -N, REV+N, REV-N, "
            + "or one of these behind LABEL@.")]
    [InlineData(
        "up",
        "b c",
        "head",
        "The version table holds 'b' and 'c', which overlap: the latter builds on the former, and only it belongs there. "
            + "'dotnet autogen stamp --purge c' sets that right.")]
    [InlineData("up", "", "lefd@head", "No such branch: 'lefd'. There are left, right.")]
    [InlineData("up", "", "lefd", "Can't locate revision identified by 'lefd'. Did you mean left?")]
    [InlineData("up", "", "left@e", "Revision e is not a member of branch 'left'. 'dotnet autogen history --graph' shows which is.")]
    [InlineData(
        "stamp",
        "x",
        "head",
        "The database is at revision 'x', which no file has: it was upgraded from another branch or by a newer version. "
            + "Get the files: switch to that branch, or merge it. Or take the database back: 'dotnet autogen downgrade' on that branch. "
            + "If the files are gone for good and the database is as another revision leaves it, run 'dotnet autogen stamp --purge REV'.")]
    public void A_target_that_makes_no_sense_is_explained(string command, string current, string target, string message)
    {
        var (graph, rows) = (Graphs.Of(Branched), current.Split(' ', StringSplitOptions.RemoveEmptyEntries));
        var refused = Assert.Throws<AutogenException>(() => command switch
        {
            "up" => UpgradePlan.Up(graph, rows, target).Count,
            "down" => UpgradePlan.Down(graph, rows, target).Count,
            _ => UpgradePlan.Stamp(graph, rows, [target]).Count,
        });
        Assert.Equal(message, refused.Message);
    }

    [Fact]
    public void A_branch_without_any_label_says_where_labels_come_from()
        => Assert.Equal(
            "No such branch: 'left'. No revision has a branch label: 'Branch' in its attribute gives one.",
            Assert.Throws<AutogenException>(() => Graphs.Of("a b:a").RequireBranch("left")).Message);

    [Fact]
    public void What_is_nearly_right_is_proposed_nearest_first()
    {
        var graph = Graphs.Of("abcd0001 abcd0012:abcd0001 abxx0013:abcd0012 ffff0000:abxx0013");
        Assert.EndsWith(
            "Did you mean abcd0012?", Assert.Throws<AutogenException>(() => graph.Require("abcd0x12")).Message, StringComparison.Ordinal);
        Assert.EndsWith(
            "Did you mean abcd0001 or abcd0012?",
            Assert.Throws<AutogenException>(() => graph.Require("abcd0002")).Message,
            StringComparison.Ordinal);
        Assert.Equal("abcd0001,abcd0012", Assert.Throws<AutogenException>(() => graph.Require("ABCD")).Details["matches"]);
        Assert.Equal(
            "'abcd' is the beginning of several revisions: abcd0001, abcd0012. Give more characters.",
            Assert.Throws<AutogenException>(() => graph.Require("abcd")).Message);
        Assert.Equal(
            "'ff' is too short for a revision: a prefix needs at least 4 characters. It begins ffff0000.",
            Assert.Throws<AutogenException>(() => graph.Require("ff")).Message);
    }

    [Theory]
    [InlineData("a b c>a,b", "a b", "c", "c")]
    [InlineData("a b:a c:b", "a c", "c", "c")]
    [InlineData("a b:a c:a", "b", "c", "b c")]
    [InlineData("a b:a c:b d:a", "d", "c", "c d")]
    [InlineData("a b:a c:b", "c", "a", "a")]
    [InlineData("a b:a", "", "heads", "b")]
    [InlineData("a b:a x y:x", "b y", "base", "")]
    [InlineData("a b:a x y:x", "b y", "y@base", "b")]
    public void A_stamp_leaves_what_is_on_other_lines(string graph, string current, string target, string rows)
        => Assert.Equal(
            rows,
            string.Join(' ', UpgradePlan.Stamp(Graphs.Of(graph), current.Split(' ', StringSplitOptions.RemoveEmptyEntries), [target])));

    [Fact]
    public void An_unapplied_branch_begins_at_its_applied_ancestor()
    {
        var graph = Graphs.Of("a b:a c:b d:b#right e:d x:b");
        Assert.Equal(["d"], UpgradePlan.Up(graph, ["c", "x"], "right@+1").Select(step => step.Node.Id));
        Assert.Equal(["c", "d", "x"], UpgradePlan.Up(graph, ["c", "x"], "right@+1")[^1].After);
        Assert.Equal(["c", "x"], UpgradePlan.Down(graph, ["c", "d", "x"], "right@-1")[^1].After);
    }

    [Fact]
    public void A_text_of_a_target_says_all_of_it()
        => Assert.All(["left@head-1", "-2", "a+3", "base", "x@b"], text => Assert.Equal(text, Target.Parse(text).ToString()));
}
