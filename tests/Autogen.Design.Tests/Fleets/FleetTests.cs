using Autogen.Messages;
using Autogen.Schema;
using Microsoft.EntityFrameworkCore;

namespace Autogen.Design.Tests.Fleets;

/// <summary>The commands of the fleet on real databases: files, and schemas of one database.</summary>
public class FleetTests
{
    public static TheoryData<string> Kinds => ["sqlite", "postgresql"];

    [Theory]
    [MemberData(nameof(Kinds))]
    public async Task Every_database_is_upgraded_once(string kind)
    {
        await using var fleet = await TestFleet.CreateAsync(kind, count: 25);
        var (exitCode, first) = await fleet.RunAsync(fleet.Upgrade());
        Assert.Equal((0, "upgraded 25"), (exitCode, States(first)));
        Assert.All(first.Databases, database => Assert.Equal(["fleet0000002"], database.Current));
        Assert.Equal(fleet.Databases.Select(database => database.Name), first.Databases.Select(database => database.Name));
        (exitCode, var second) = await fleet.RunAsync(fleet.Upgrade());
        Assert.Equal((0, "current 25"), (exitCode, States(second)));
        foreach (var database in fleet.Databases)
            await fleet.ExecuteAsync(database, "INSERT INTO items (id, name) VALUES (1, 'a')");
    }

    [Theory]
    [MemberData(nameof(Kinds))]
    public async Task Names_and_a_shard_choose_databases(string kind)
    {
        await using var fleet = await TestFleet.CreateAsync(kind, count: 20);
        var (_, named) = await fleet.RunAsync(fleet.Upgrade() with { Names = ["tenant 0*", "tenant 11"] });
        Assert.Equal(11, named.Databases.Count);
        var (_, one) = await fleet.RunAsync(fleet.Upgrade() with { Shard = new FleetShard(0, 2) });
        var (_, other) = await fleet.RunAsync(fleet.Upgrade() with { Shard = new FleetShard(1, 2) });
        Assert.Equal(20, one.Databases.Count + other.Databases.Count);
        Assert.Equal((other.Databases.Count, "0/2"), (one.OtherShards, one.Shard));
        Assert.Equal("current 20", States((await fleet.RunAsync(fleet.Upgrade())).Result));
    }

    [Theory]
    [MemberData(nameof(Kinds))]
    public async Task Database_that_fails_is_named_and_the_others_go_on(string kind)
    {
        await using var fleet = await TestFleet.CreateAsync(kind, count: 8);
        await fleet.ExecuteAsync(fleet.Databases[2], "CREATE TABLE items (other integer)");
        await fleet.RunAsync(fleet.Upgrade() with { Names = ["tenant 05", "tenant 06"], Target = "fleet0000001" });
        await fleet.ExecuteAsync(fleet.Databases[5], "UPDATE autogen_version SET version_num = 'unknown00000'");
        var refused = kind == "sqlite"
            ? new FleetDatabase("refused", "Data Source=/nowhere/at/all.db;Password=hidden-pw")
            : new FleetDatabase("refused", "Host=127.0.0.1;Port=1;Username=u;Password=hidden-pw;Database=d;Timeout=3");
        var unset = new FleetDatabase("unset", null, Problem: "Its connection is in the environment variable X_URL, which is not set.");
        var broken = new FleetDatabase("broken", "No Such Keyword=1;Password=hidden-pw");

        var (exitCode, result) = await fleet.RunAsync(fleet.Upgrade(refused, unset, broken));
        Assert.Equal((1, "failed 5 upgraded 6"), (exitCode, States(result)));
        var failed = result.Databases.Where(database => database.State == FleetStates.Failed).ToDictionary(database => database.Name);
        Assert.Equal(["broken", "refused", "tenant 02", "tenant 05", "unset"], failed.Keys.Order(StringComparer.Ordinal));
        Assert.Equal(ErrorCode.ObjectExists.Written(), failed["tenant 02"].Code);
        Assert.Equal(ErrorCode.DatabaseRevisionUnknown.Written(), failed["tenant 05"].Code);
        Assert.Equal(ErrorCode.ConnectionInvalid.Written(), failed["unset"].Code);
        Assert.Contains("X_URL", failed["unset"].Reason, StringComparison.Ordinal);
        Assert.All(failed.Values, database => Assert.DoesNotContain("hidden-pw", database.Reason, StringComparison.Ordinal));
        Assert.All(failed.Values, database => Assert.DoesNotContain('\n', database.Reason!));
        Assert.NotNull(failed["refused"].Code);
    }

    [Theory]
    [MemberData(nameof(Kinds))]
    public async Task Failed_canary_stops_the_waves_and_the_next_run_resumes(string kind)
    {
        await using var fleet = await TestFleet.CreateAsync(kind, count: 10);
        await fleet.ExecuteAsync(fleet.Databases[1], "CREATE TABLE items (other integer)");
        var request = fleet.Upgrade() with { Canary = "2", Then = ["30%", "rest"], MaxFailures = 5 };
        var (exitCode, result) = await fleet.RunAsync(request);
        Assert.Equal((1, "failed 1 notStarted 8 upgraded 1"), (exitCode, States(result)));
        Assert.Contains("canary", result.Stopped, StringComparison.Ordinal);

        await fleet.ExecuteAsync(fleet.Databases[1], "DROP TABLE items");
        (exitCode, result) = await fleet.RunAsync(request);
        Assert.Equal((0, "current 1 upgraded 9"), (exitCode, States(result)));
        Assert.Equal([2, 3, 5], fleet.Events.OfType<FleetWaveEvent>().Select(wave => wave.Databases));
    }

    [Fact]
    public async Task Spent_budget_begins_no_other_database()
    {
        await using var fleet = await TestFleet.CreateAsync("sqlite", count: 10);
        foreach (var database in fleet.Databases)
            await fleet.ExecuteAsync(database, "CREATE TABLE items (other integer)");
        var (exitCode, result) = await fleet.RunAsync(fleet.Upgrade() with { MaxFailures = 2, Parallel = 1 });
        Assert.Equal((1, "failed 3 notStarted 7"), (exitCode, States(result)));
        Assert.Contains("3 databases failed", result.Stopped, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Failure_in_a_wave_stops_before_the_next_one()
    {
        await using var fleet = await TestFleet.CreateAsync("sqlite", count: 6);
        await fleet.ExecuteAsync(fleet.Databases[0], "CREATE TABLE items (other integer)");
        var (_, result) = await fleet.RunAsync(fleet.Upgrade() with { Then = ["3", "rest"] });
        Assert.Equal("failed 1 notStarted 3 upgraded 2", States(result));
        (_, result) = await fleet.RunAsync(fleet.Upgrade() with { Then = ["3", "rest"], MaxFailures = 1 });
        Assert.Equal("current 2 failed 1 upgraded 3", States(result));
    }

    [Fact]
    public async Task Person_is_asked_between_waves()
    {
        await using var fleet = await TestFleet.CreateAsync("sqlite", count: 6);
        var request = fleet.Upgrade() with { Canary = "1", Then = ["2", "rest"] };
        var (exitCode, result) = await fleet.RunAsync(
            request, CancellationToken.None, new ConfirmationAnswer(IsYes: true), new ConfirmationAnswer(IsYes: false));
        Assert.Equal((1, "notStarted 3 upgraded 3"), (exitCode, States(result)));
        Assert.Equal(
            ["Go on with the next 2 databases?", "Go on with the next 3 databases?"],
            fleet.Events.OfType<QuestionEvent>().Select(question => question.Question.Text));
        (exitCode, result) = await fleet.RunAsync(
            request with { PauseSeconds = 0 }, CancellationToken.None, new ConfirmationAnswer(IsYes: false));
        Assert.Equal((0, "current 3 upgraded 3"), (exitCode, States(result)));
    }

    [Theory]
    [MemberData(nameof(Kinds))]
    public async Task Interrupted_revision_is_rolled_back_and_the_rest_is_not_begun(string kind)
    {
        await using var fleet = await TestFleet.CreateAsync(kind, count: 6);
        using var cancellation = new CancellationTokenSource();
        Revisions.Second.Value.Value = async (_, token) =>
        {
            await cancellation.CancelAsync();
            token.ThrowIfCancellationRequested();
        };
        var (exitCode, result) = await fleet.RunAsync(fleet.Upgrade() with { Parallel = 1 }, cancellation.Token);
        Assert.Equal((130, "interrupted 1 notStarted 5"), (exitCode, States(result)));
        Revisions.Second.Value.Value = null;
        Assert.Equal(["fleet0000001"], (await fleet.RunAsync(fleet.Status())).Result.Databases[0].Current);
        (exitCode, result) = await fleet.RunAsync(fleet.Upgrade());
        Assert.Equal((0, "upgraded 6"), (exitCode, States(result)));
    }

    [Theory]
    [MemberData(nameof(Kinds))]
    public async Task Status_groups_by_revision_and_finds_drift(string kind)
    {
        await using var fleet = await TestFleet.CreateAsync(kind, count: 9);
        await fleet.RunAsync(fleet.Upgrade() with { Names = ["tenant 0?"] });
        await fleet.ExecuteAsync(fleet.Databases[3], "CREATE INDEX by_hand ON items (name)");
        await fleet.ExecuteAsync(fleet.Databases[4], "UPDATE autogen_version SET version_num = 'unknown00000'");
        await fleet.ExecuteAsync(fleet.Databases[5], "UPDATE autogen_version SET version_num = 'fleet0000001'");
        await fleet.ExecuteAsync(
            fleet.Databases[6],
            "CREATE TABLE autogen_version_unfinished (revision VARCHAR NOT NULL, direction VARCHAR NOT NULL, done INTEGER NOT NULL, "
                + "is_begun INTEGER NOT NULL, last_key VARCHAR NULL, row_count BIGINT NOT NULL, checksum VARCHAR NOT NULL, "
                + "begun VARCHAR NULL)");
        await fleet.ExecuteAsync(
            fleet.Databases[6], "INSERT INTO autogen_version_unfinished VALUES ('fleet0000002', 'upgrade', 1, 0, NULL, 0, '', NULL)");
        var (exitCode, result) = await fleet.RunAsync(fleet.Status());
        Assert.Equal((0, "ahead 1 current 6 pending 1 unfinished 1"), (exitCode, States(result)));
        var drifted = Assert.Single(result.Groups, group => group.IsDrifted);
        Assert.Equal(["tenant 03"], drifted.Names);
        Assert.Equal(5, result.Groups[0].Names.Count);
        Assert.Single(result.Databases.Where(database => database.Name is "tenant 00" or "tenant 08")
            .Select(database => database.Fingerprint).Distinct(StringComparer.Ordinal));

        (exitCode, result) = await fleet.RunAsync(fleet.Upgrade() with { Names = ["tenant 06"] });
        Assert.Equal((1, "failed 1"), (exitCode, States(result)));
        Assert.Equal(ErrorCode.RevisionUnfinished.Written(), result.Databases[0].Code);
    }

    [Theory]
    [MemberData(nameof(Kinds))]
    public async Task Check_groups_databases_that_differ_alike(string kind)
    {
        await using var fleet = await TestFleet.CreateAsync(kind, count: 6);
        await fleet.RunAsync(fleet.Upgrade());
        var (exitCode, result) = await fleet.RunAsync(fleet.Check());
        Assert.Equal((0, "same 6"), (exitCode, States(result)));

        foreach (var index in new[] { 1, 4 })
            await fleet.ExecuteAsync(fleet.Databases[index], "ALTER TABLE items DROP COLUMN name");
        await fleet.ExecuteAsync(fleet.Databases[2], "CREATE INDEX by_hand ON items (name)");
        (exitCode, result) = await fleet.RunAsync(fleet.Check());
        Assert.Equal((3, "different 3 same 3"), (exitCode, States(result)));
        Assert.Equal(["tenant 01", "tenant 04"], result.Groups[0].Names);
        Assert.Contains("'items.name'", Assert.Single(result.Groups[0].Changes).Text, StringComparison.Ordinal);
        Assert.Equal(["tenant 02"], result.Groups[1].Names);
    }

    private static string States(FleetResult result) => string.Join(' ', result.States.Select(state => $"{state.Key} {state.Value}"));
}
