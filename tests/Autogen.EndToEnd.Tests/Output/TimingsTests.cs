using Autogen.Messages;
using Autogen.Tool.Commands;
using Autogen.Tool.Output;

namespace Autogen.EndToEnd.Tests.Output;

public class TimingsTests
{
    private static readonly StageTime[] stages = [new("model", 100, 0, 0), new("catalogue", 50, 4, 30)];

    [Fact]
    public void Stages_rest_and_total_are_one_aligned_table()
    {
        var timings = new Timings();
        timings.AddEngine(new TimingsEvent(stages, 170), TimeSpan.FromMilliseconds(470));
        Assert.Equal(
            [
                "stage                          ms    %  round trips  in them, ms",
                "start and end of the engine   300   30            0            0",
                "model                         100   10            0            0",
                "catalogue                      50    5            4           30",
                "rest of the engine             20    2            0            0",
                "rest of the tool              530   53            0            0",
                "total                        1000  100            4           30",
            ],
            timings.Lines(TimeSpan.FromSeconds(1)));
    }

    [Fact]
    public void Columns_of_round_trips_are_left_out_if_the_provider_traces_none()
    {
        var timings = new Timings();
        timings.AddEngine(new TimingsEvent([stages[0]], 100), TimeSpan.FromMilliseconds(100));
        Assert.Equal("stage                          ms    %", timings.Lines(TimeSpan.FromSeconds(1)).First());
    }

    [Fact]
    public void Times_of_several_databases_are_added_up()
    {
        var timings = new Timings();
        timings.AddEngine(new TimingsEvent(stages, 150), TimeSpan.FromMilliseconds(150));
        timings.AddEngine(new TimingsEvent(stages, 150), TimeSpan.FromMilliseconds(150));
        Assert.Contains(
            timings.Lines(TimeSpan.FromSeconds(1)), line => line.StartsWith("model", StringComparison.Ordinal) && line.Contains(" 200 "));
    }

    [Fact]
    public void Engine_that_ended_early_is_counted_as_a_whole()
    {
        var timings = new Timings();
        timings.AddEngine(null, TimeSpan.FromMilliseconds(470));
        var line = timings.Lines(TimeSpan.FromSeconds(1)).ElementAt(1);
        Assert.StartsWith("start and end of the engine   470", line, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("check --timings")]
    [InlineData("fleet status --timings")]
    [InlineData("history --timings")]
    public void Option_is_known_to_every_command(string line)
    {
        var parsed = AutogenCommandLine.Create().Parse(line.Split(' '));
        Assert.Empty(parsed.Errors);
        Assert.True(parsed.GetValue(GlobalOptions.Timings));
    }
}
