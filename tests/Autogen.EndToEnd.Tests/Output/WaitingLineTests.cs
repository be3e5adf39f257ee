using Autogen.Output;

namespace Autogen.EndToEnd.Tests.Output;

public class WaitingLineTests
{
    [Fact]
    [Case("W2")]
    public void A_waiting_line_moves_with_the_beat_and_leaves_nothing()
    {
        var time = new Beat();
        var written = new StringWriter();
        var line = new WaitingLine(written, "Building x ...", time);
        time.Tick();
        time.Tick();
        line.Dispose();
        time.Tick();
        Assert.Equal("\rBuilding x ... |\rBuilding x ... /\r" + new string(' ', 16) + "\r", written.ToString());
    }

    private sealed class Beat : TimeProvider, ITimer
    {
        private Action tick = () => { };

        public void Tick() => tick();

        public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period)
        {
            tick = () => callback(state);
            return this;
        }

        public bool Change(TimeSpan dueTime, TimeSpan period) => true;

        public void Dispose()
        {
        }

        public ValueTask DisposeAsync() => ValueTask.CompletedTask;
    }
}
