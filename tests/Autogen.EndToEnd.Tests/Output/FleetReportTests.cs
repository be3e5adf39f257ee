using Autogen.Messages;
using Autogen.Output;
using Autogen.Tool.Output;

namespace Autogen.EndToEnd.Tests.Output;

public class FleetReportTests
{
    private static readonly FleetResult result = new()
    {
        Command = "fleet upgrade",
        Shard = "1/4",
        OtherShards = 1200,
        States = new SortedDictionary<string, int>(StringComparer.Ordinal) { ["failed"] = 1, ["upgraded"] = 1, ["notStarted"] = 1 },
        Databases =
        [
            new("a", FleetStates.Upgraded, ["r1"]),
            new("<b>|*", FleetStates.Failed, [], "AG0014", "The server <x> does not answer."),
            new("c", FleetStates.NotStarted, []),
        ],
        Stopped = "Stopped: 1 database failed.",
    };

    [Fact]
    public void Summary_counts_the_states() => Assert.Equal(
        "3 databases in shard 1/4 (1,200 in others): 1 upgraded, 1 failed, 1 not started.", FleetReport.Summary(result));

    [Fact]
    public void Names_are_not_markup()
    {
        Assert.Contains("* \\<b\\>\\|\\*: AG0014 The server \\<x\\> does", FleetReport.Markdown(result), StringComparison.Ordinal);
        var html = FleetReport.Html(result);
        Assert.Contains("<li>&lt;b&gt;|*: AG0014 The server &lt;x&gt; does", html, StringComparison.Ordinal);
        Assert.DoesNotContain("<b>", html, StringComparison.Ordinal);
    }

    [Fact]
    public void Bar_has_the_rate_the_failures_and_the_time_that_is_left() => Assert.Equal(
        "[#####...............] 25 % 250 of 1,000, 3 failed, 120 a second, 00:00:07 left",
        FleetProgress.Bar(new FleetDatabaseEvent(result.Databases[0], 250, 1000, 3, 4), rate: 120)
            .Replace("]  ", "] ", StringComparison.Ordinal));
}
