using Autogen.Host.Fleets;

namespace Autogen.Design.Tests.Fleets;

public class FleetBudgetTests
{
    [Theory]
    [InlineData(false, null, 3, 0, 1, 0, false)] // within a wave any number may fail
    [InlineData(false, null, 3, 1, 1, 0, true)] // and none before the next one
    [InlineData(false, null, 3, 3, 5, 2, false)] // nothing comes after the last one
    [InlineData(false, 2, 3, 1, 2, 0, false)]
    [InlineData(false, 2, 3, 0, 3, 0, true)]
    [InlineData(true, 2, 3, 0, 1, 0, true)] // the canary has no budget
    [InlineData(true, 2, 3, 1, 1, 1, false)]
    [InlineData(true, null, 3, 1, 1, 1, false)]
    [InlineData(true, null, 3, 2, 1, 1, true)]
    public void Failures_stop_waves(bool hasCanary, int? maxFailures, int waves, int wave, int failed, int firstFailed, bool isStopped)
    {
        var budget = new FleetBudget(hasCanary, maxFailures, waves);
        Assert.Equal(isStopped, budget.Refuse(wave, failed, firstFailed) is not null);
        Assert.Null(budget.Refuse(wave, failed: 0, firstFailed: null));
    }

    [Fact]
    public void The_reason_says_how_many_failed_and_where()
        => Assert.StartsWith(
            "Stopped in wave 1 of 3: 2 databases failed. Run the command again",
            new FleetBudget(HasCanary: false, MaxFailures: null, Waves: 3).Refuse(1, failed: 2, firstFailed: 0),
            StringComparison.Ordinal);
}
