using Autogen.Drivers;
using Autogen.Host.Rehearsing;
using Autogen.Messages;
using Autogen.Schema.Objects;

namespace Autogen.Design.Tests.Rehearsing;

public class RehearsedStepsTests
{
    [Fact]
    public void Only_what_exceeds_a_limit_is_named()
    {
        IReadOnlyList<RehearsedStepMessage> steps =
        [
            Step("upgrade", 300, ["table 'a'"], ("table 'a'", "reads and writes", 250)),
            Step("downgrade", 90_000, ["table 'b'", "table 'c'"], ("table 'b'", "writes", 90_000)),
        ];
        Assert.Empty(RehearsedSteps.Exceeded(steps, new RehearsalLimits()));
        Assert.Empty(RehearsedSteps.Exceeded(steps, new RehearsalLimits { MaxExclusiveLock = 0.25, Rewrites = 1, MaxTime = 0.3 }));
        Assert.Equal(
            [
                "maxExclusiveLock 240 ms: revision r1 blocks reads and writes of table 'a' for 250 ms (ACCESS EXCLUSIVE, operation 1).",
                "rewrites 0: 1 (table 'a').",
                "maxTime 0 ms: the upgrade takes 300 ms.",
            ],
            RehearsedSteps.Exceeded(steps, new RehearsalLimits { MaxExclusiveLock = 0.24, Rewrites = 0, MaxTime = 0 }));
    }

    [Fact]
    public void Lock_that_blocks_neither_reading_nor_writing_is_no_exclusive_one()
        => Assert.Empty(RehearsedSteps.Exceeded(
            [Step("upgrade", 1, [], ("table 'a'", "schema changes", 5000))], new RehearsalLimits { MaxExclusiveLock = 0 }));

    [Fact]
    public void Column_that_lost_values_is_named_with_their_number()
    {
        var (t, u) = (new ObjectName("s", "t"), new ObjectName("u"));
        IReadOnlyList<ColumnSum> before = [new(t, "gone", 5, "1"), new(t, "less", 5, "1"), new(u, "other", 5, "1"), new(u, "same", 5, "1")];
        IReadOnlyList<ColumnSum> after = [new(t, "less", 3, "2"), new(u, "other", 5, "2"), new(u, "same", 5, "1"), new(u, "new", 9, "9")];
        Assert.Equal(
            [
                "'s.t.gone': all 5 values are gone", "'s.t.less': 2 of 5 values are gone; others may have changed",
                "'u.other': some of 5 values are others",
            ],
            KeptValues.Differences(before, after, isMissingTold: true));
        Assert.Equal(2, KeptValues.Differences(before, after, isMissingTold: false).Count);
    }

    private static RehearsedStepMessage Step(
        string direction, double milliseconds, string[] rewritten, (string Table, string Blocks, double Milliseconds) taken)
        => new(
            "r1",
            "",
            direction,
            milliseconds,
            [new RehearsedStatementMessage(1, "Sql", "SELECT 1", milliseconds, 0, null, rewritten, 1, false, false)],
            [new RehearsedLockMessage(taken.Table, "ACCESS EXCLUSIVE", taken.Blocks, taken.Milliseconds, 1)]);
}
