using Autogen.Graph;
using Autogen.Schema;

namespace Autogen.EntityFrameworkCore.Tests.Graph;

public class BranchRebaseTests
{
    [Theory]
    [InlineData("a b:a c:a", "b", null, "b onto c: b")]
    [InlineData("a b:a c:b d:a e:d", "e", null, "d onto c: d e")] // the whole branch, not its head alone
    [InlineData("a b:a c:b d:a#mine e:d", "mine", null, "d onto c: d e")]
    [InlineData("a b:a c:a d:a", "b", "d", "b onto d: b")]
    [InlineData("a b:a x y:x", "x", null, "x onto b: x y")] // a history of its own goes on top of the other
    [InlineData("a b:a c:b d:b", "d", "c", "d onto c: d")]
    public void A_branch_is_rebased_onto_another(string graph, string target, string? onto, string expected)
    {
        var rebase = BranchRebase.Of(Graphs.Of(graph), target, onto);
        Assert.Equal(expected, $"{rebase.First.Id} onto {rebase.Onto}: {string.Join(' ', rebase.Moved.Select(node => node.Id))}");
    }

    [Theory]
    [InlineData("a b:a", "b", null, ErrorCode.NothingToRebase)]
    [InlineData("a b:a c:a", "a", null, ErrorCode.NothingToRebase)]
    [InlineData("a b:a c:a", "b", "a", ErrorCode.NothingToRebase)]
    [InlineData("a b:a c:b", "c", "b", ErrorCode.NothingToRebase)]
    [InlineData("a b:a c:a d:a", "b", null, ErrorCode.SeveralHeads)]
    [InlineData("a b:a c:a d:b,c e:a", "d", "e", ErrorCode.NotRebasable)] // begins at two revisions
    [InlineData("a b:a", "a", "b", ErrorCode.NothingToRebase)]
    [InlineData("a b:a c:a>b", "b", "c", ErrorCode.NotRebasable)] // what depends on a branch can't come before it
    [InlineData("a b:a c:a", "base", null, ErrorCode.TargetInvalid)]
    [InlineData("a b:a c:a", "heads", null, ErrorCode.TargetInvalid)]
    public void What_can_not_move_is_refused(string graph, string target, string? onto, ErrorCode code)
        => Assert.Equal(code, Assert.Throws<AutogenException>(() => BranchRebase.Of(Graphs.Of(graph), target, onto)).Code);
}
