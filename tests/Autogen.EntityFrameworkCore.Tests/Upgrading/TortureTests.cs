using System.Globalization;
using Autogen.Torture.Interrupted;

namespace Autogen.EntityFrameworkCore.Tests.Upgrading;

/// <summary>Upgrades that are interrupted at random moments; <c>tools/torture/run.sh</c> does it for longer.</summary>
public class TortureTests
{
    private const int Kills = 4;
    private const int Cuts = 2;
    private const int Racers = 6;

    [Theory]
    [InlineData("sqlite")]
    [InlineData("pg")]
    public async Task Nothing_is_lost_and_nothing_runs_twice_whatever_happens(string kind)
    {
        var seed = Random.Shared.Next(1, 1_000_000);
        var log = new StringWriter(CultureInfo.InvariantCulture);
        var trials = new Trials(kind, seed, log);
        await trials.PrepareAsync();
        for (var kill = 0; kill < Kills; kill++)
            await trials.KillAsync();
        for (var cut = 0; cut < Cuts && kind == "pg"; cut++)
            await trials.CutAsync();
        await trials.RaceAsync(Racers);
        Assert.True(trials.Lost == 0, string.Create(CultureInfo.InvariantCulture, $"seed {seed}\n{log}"));
    }
}
