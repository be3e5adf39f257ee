using Autogen.Messages;
using Autogen.Schema;
using Npgsql;

namespace Autogen.Design.Tests.Fleets;

/// <summary>Workers that share a fleet by a ledger, on schemas of a real database.</summary>
public class LedgerTests
{
    [Fact]
    public async Task Workers_upgrade_every_database_once()
    {
        await using var fleet = await TestFleet.CreateAsync("postgresql", count: 30);
        TestFleet[] workers = [fleet, fleet.Share(), fleet.Share()];
        var runs = await Task.WhenAll(workers.Select(worker => Task.Run(() => worker.RunAsync(Request(worker)))));
        Assert.All(runs, run => Assert.Equal((0, "upgraded 30"), (run.ExitCode, States(run.Result))));
        Assert.All(runs, run => Assert.All(run.Result.Databases, database => Assert.Equal(["fleet0000002"], database.Current)));
        Assert.Equal(30, runs.Sum(run => run.Result.Own));
        foreach (var database in fleet.Databases)
            Assert.Equal(2L, await ScalarAsync(fleet, $"SELECT count(*) FROM \"{database.Schema}\".autogen_log"));

        // Another run looks again; the same one is over.
        var (_, same) = await fleet.RunAsync(Request(fleet));
        Assert.Equal(("upgraded 30", 0), (States(same), same.Own));
        var (_, next) = await fleet.RunAsync(Request(fleet) with { Ledger = "release 2" });
        Assert.Equal(("current 30", 30), (States(next), next.Own));
    }

    [Fact]
    public async Task Worker_that_is_left_takes_what_a_dead_one_had()
    {
        await using var fleet = await TestFleet.CreateAsync("postgresql", count: 5);
        await fleet.RunAsync(Request(fleet) with { Target = "fleet0000001" });
        await ExecuteAsync(fleet, "UPDATE autogen_fleet SET state = 'waiting', target = 'head (of fleet0000002)'");
        await using var dead = new NpgsqlConnection(fleet.Home);
        await dead.OpenAsync();
        await using var transaction = await dead.BeginTransactionAsync();
        await using (var claim = new NpgsqlCommand("SELECT FROM autogen_fleet WHERE name = 'tenant 02' FOR UPDATE", dead, transaction))
            await claim.ExecuteNonQueryAsync();
        fleet.Listening = told =>
        {
            if (told is FleetDatabaseEvent { Done: 4 })
                _ = Task.Run(() => ExecuteAsync(fleet, $"SELECT pg_terminate_backend({dead.ProcessID})"));
        };
        var (exitCode, result) = await fleet.RunAsync(Request(fleet));
        Assert.Equal((0, "upgraded 5", 5), (exitCode, States(result), result.Own));
        Assert.Equal("tenant 02", fleet.Events.OfType<FleetDatabaseEvent>().Last().Database.Name);
    }

    [Fact]
    public async Task Failures_are_tried_again_when_the_run_is_over()
    {
        await using var fleet = await TestFleet.CreateAsync("postgresql", count: 6);
        await fleet.ExecuteAsync(fleet.Databases[1], "CREATE TABLE items (other integer)");
        var (exitCode, result) = await fleet.RunAsync(Request(fleet));
        Assert.Equal((1, "failed 1 upgraded 5"), (exitCode, States(result)));
        Assert.Equal(ErrorCode.ObjectExists.Written(), result.Databases[1].Code);
        await fleet.ExecuteAsync(fleet.Databases[1], "DROP TABLE items");
        (exitCode, result) = await fleet.RunAsync(Request(fleet));
        Assert.Equal((0, "upgraded 6", 1), (exitCode, States(result), result.Own));
    }

    [Fact]
    public async Task Failed_canary_stops_every_worker()
    {
        await using var fleet = await TestFleet.CreateAsync("postgresql", count: 8);
        await fleet.ExecuteAsync(fleet.Databases[0], "CREATE TABLE items (other integer)");
        TestFleet[] workers = [fleet, fleet.Share()];
        var runs = await Task.WhenAll(workers.Select(
            worker => Task.Run(() => worker.RunAsync(Request(worker) with { Canary = "1", MaxFailures = 3 }))));
        Assert.All(runs, run => Assert.Equal((1, "failed 1 notStarted 7"), (run.ExitCode, States(run.Result))));
        Assert.All(runs, run => Assert.Contains("canary", run.Result.Stopped, StringComparison.Ordinal));
    }

    [Fact]
    public async Task Budget_is_one_for_all_workers()
    {
        await using var fleet = await TestFleet.CreateAsync("postgresql", count: 12);
        foreach (var database in fleet.Databases)
            await fleet.ExecuteAsync(database, "CREATE TABLE items (other integer)");
        TestFleet[] workers = [fleet, fleet.Share()];
        await Task.WhenAll(workers.Select(
            worker => Task.Run(() => worker.RunAsync(Request(worker) with { MaxFailures = 2, Parallel = 1 }))));

        // The other worker may have begun one before it saw the third failure.
        Assert.InRange((long)(await ScalarAsync(fleet, "SELECT count(*) FROM autogen_fleet WHERE state = 'failed'"))!, 3, 4);
    }

    [Fact]
    public async Task Lost_ledger_costs_a_second_look()
    {
        await using var fleet = await TestFleet.CreateAsync("postgresql", count: 3);
        var lost = false;
        Revisions.Second.Value.Value = async (connection, _) =>
        {
            if (lost)
                return;
            lost = true;
            await ExecuteAsync(
                fleet,
                "SELECT pg_terminate_backend(pid) FROM pg_locks WHERE relation = 'autogen_fleet'::regclass AND mode = 'RowShareLock'");
        };
        var (exitCode, result) = await fleet.RunAsync(Request(fleet) with { Parallel = 1 });
        Revisions.Second.Value.Value = null;
        Assert.Equal((0, "current 1 upgraded 2", 3), (exitCode, States(result), result.Own));
        Assert.Contains(fleet.Events.OfType<LogEvent>(), log => log.Text.Contains("looks at the database again", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Claim_holds_no_snapshot_that_concurrent_indexes_would_wait_for()
    {
        await using var fleet = await TestFleet.CreateAsync("postgresql", count: 1);
        object? claims = null;
        Revisions.Second.Value.Value = async (_, _) => claims = await ScalarAsync(
            fleet,
            "SELECT string_agg(coalesce(backend_xmin::text, 'none'), ',') FROM pg_stat_activity JOIN pg_locks USING (pid) "
                + "WHERE relation = 'autogen_fleet'::regclass AND mode = 'RowShareLock'");
        await fleet.RunAsync(Request(fleet));
        Revisions.Second.Value.Value = null;
        Assert.Equal("none", claims);
    }

    [Fact]
    public async Task Run_has_one_target()
    {
        await using var fleet = await TestFleet.CreateAsync("postgresql", count: 2);
        await fleet.RunAsync(Request(fleet) with { Target = "fleet0000001" });
        var refused = await Assert.ThrowsAsync<AutogenException>(() => fleet.RunAsync(Request(fleet)));
        Assert.Equal(ErrorCode.FleetInvalid, refused.Code);
        Assert.Contains("fleet0000001 (of fleet0000002)", refused.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Ledger_that_is_not_there_is_refused()
    {
        await using var fleet = await TestFleet.CreateAsync("postgresql", count: 1);
        var request = Request(fleet);
        var unnamed = await Assert.ThrowsAsync<AutogenException>(
            () => fleet.RunAsync(request with { Source = request.Source with { Ledger = null } }));
        Assert.Equal(ErrorCode.FleetInvalid, unnamed.Code);
        var gone = await Assert.ThrowsAsync<AutogenException>(
            () => fleet.RunAsync(
                request with { Source = request.Source with { Ledger = "Host=127.0.0.1;Port=1;Password=hidden-pw;Timeout=3" } }));
        Assert.Equal(ErrorCode.FleetLedgerFailed, gone.Code);
        Assert.DoesNotContain("hidden-pw", gone.Message, StringComparison.Ordinal);

        await using var files = await TestFleet.CreateAsync("sqlite", count: 1);
        var sqlite = await Assert.ThrowsAsync<AutogenException>(() => files.RunAsync(Request(files)));
        Assert.Contains("--shard", sqlite.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Table_that_would_run_others_code_is_refused()
    {
        await using var fleet = await TestFleet.CreateAsync("postgresql", count: 1);
        await ExecuteAsync(fleet, "CREATE VIEW autogen_fleet AS SELECT 1 AS run");
        var refused = await Assert.ThrowsAsync<AutogenException>(() => fleet.RunAsync(Request(fleet)));
        Assert.Equal(ErrorCode.VersionTableInvalid, refused.Code);
    }

    private static FleetUpgradeRequest Request(TestFleet fleet)
    {
        var request = fleet.Upgrade();
        return request with { Ledger = "release 1", Source = request.Source with { Ledger = fleet.Home } };
    }

    private static async Task ExecuteAsync(TestFleet fleet, string sql) => await ScalarAsync(fleet, sql);

    private static async Task<object?> ScalarAsync(TestFleet fleet, string sql)
    {
        await using var connection = new NpgsqlConnection(fleet.Home);
        await connection.OpenAsync();
        await using var command = new NpgsqlCommand(sql, connection);
        return await command.ExecuteScalarAsync();
    }

    private static string States(FleetResult result) => string.Join(' ', result.States.Select(state => $"{state.Key} {state.Value}"));
}
