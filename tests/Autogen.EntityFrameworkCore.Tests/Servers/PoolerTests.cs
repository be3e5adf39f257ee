using System.Globalization;
using Autogen.Scenarios.Databases;
using Autogen.Schema;
using Autogen.Torture.Holders;
using Autogen.Torture.Races;
using Npgsql;

namespace Autogen.EntityFrameworkCore.Tests.Servers;

/// <summary>
/// Upgrades through PgBouncer. <c>tools/torture/run.sh --through</c> does it for longer, with processes, and with other poolers.
/// </summary>
public class PoolerTests
{
    private const int Starters = 4;

    [Case("S3")]
    [Case("S4")]
    [Theory]
    [InlineData("direct")]
    [InlineData("pgbouncer")]
    public async Task Of_upgrades_that_start_at_once_each_revision_is_applied_by_one(string through)
    {
        await using var pooler = through == "direct" ? null : await Pooler.StartAsync(Repository.Root, through);
        var seed = Random.Shared.Next(1, 1_000_000);
        var log = new StringWriter(CultureInfo.InvariantCulture);
        var way = pooler?.Through(PostgreSqlDatabase.ServerConnectionString);
        var races = new MixedRaces(null, [StarterKind.InProcess], way, new Random(seed), log);
        await races.RunAsync(Starters);
        Assert.True((races.Lost, races.LocksLeft) == (0, 0), string.Create(CultureInfo.InvariantCulture, $"seed {seed}\n{log}"));
    }

    [Case("S3")]
    [Fact]
    public async Task Holder_that_wakes_up_after_another_has_taken_over_changes_nothing()
    {
        await using var pooler = await Pooler.StartAsync(Repository.Root, "pgbouncer");
        var log = new StringWriter(CultureInfo.InvariantCulture);
        var trials = new HolderTrials(pooler.Through(PostgreSqlDatabase.ServerConnectionString), Random.Shared, log);
        await trials.FreezeAsync("backfill");
        Assert.True(trials.Lost == 0, log.ToString());
    }

    [Case("S3")]
    [Fact]
    public async Task Statement_pooling_is_refused_before_anything_is_changed()
    {
        await using var pooler = await Pooler.StartAsync(Repository.Root, "pgbouncer-statement");
        await using var server = await ServerDatabase.CreateAsync();
        var error = await Assert.ThrowsAsync<AutogenException>(() => server.UpgradeAsync(pooler.Through));
        Assert.Equal(ErrorCode.ServerNotSupported, error.Code);
        Assert.Contains("transaction", error.Message, StringComparison.Ordinal);
        Assert.Equal(0L, await server.TablesAsync());
    }
}
