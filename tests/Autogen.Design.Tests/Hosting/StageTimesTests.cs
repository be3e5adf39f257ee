using System.Diagnostics;
using Autogen.Host.Session;
using Autogen.Messages;
using Autogen.Schema;

namespace Autogen.Design.Tests.Hosting;

// Listeners are the process's, and tests run at the same time: each looks at stages of its own.
public class StageTimesTests
{
    [Fact]
    public void Stage_has_the_time_and_the_round_trips_of_itself_only()
    {
        using var provider = new ActivitySource("Any provider");
        using var times = new StageTimes();
        using (Stage.Begin("outer of times"))
        {
            Call(provider, "db.system.name");
            using (Stage.Begin("inner of times"))
            {
                Call(provider, "db.system");
                Call(provider, "db.system");
                Call(provider, "http.request.method");
            }
        }

        Assert.Equal(["outer of times: 1", "inner of times: 2"], Read(times, "of times").Select(time => $"{time.Name}: {time.RoundTrips}"));
        Assert.All(Read(times, "of times"), time => Assert.True(time.Milliseconds >= 0, $"{time.Name}: {time.Milliseconds}"));
    }

    [Fact]
    public void Stage_that_comes_again_keeps_its_place()
    {
        using var times = new StageTimes();
        using (var stage = Stage.Begin("first of places"))
        {
            stage.Next("second of places");
            stage.Next("first of places");
        }

        Assert.Equal(["first of places", "second of places"], Read(times, "of places").Select(time => time.Name));
    }

    private static IReadOnlyList<StageTime> Read(StageTimes times, string end)
        => [.. times.Read().Stages.Where(time => time.Name.EndsWith(end, StringComparison.Ordinal))];

    private static void Call(ActivitySource source, string tag)
    {
        using var call = source.StartActivity("call", ActivityKind.Client);
        call?.SetTag(tag, "x");
    }
}
