using System.Globalization;
using Autogen.Graph;
using Autogen.Schema;
using Autogen.Upgrading;
using Microsoft.EntityFrameworkCore;

namespace Autogen.EntityFrameworkCore.Tests.Upgrading;

public class UpgraderTests
{
    public static TheoryData<string> Kinds => ["sqlite", "postgresql"];

    [Theory]
    [MemberData(nameof(Kinds))]
    public async Task A_revision_its_version_and_its_log_go_together(string kind)
    {
        await using var database = await TestDatabase.CreateAsync(kind);
        Revisions.First.Value = op => op.Sql("CREATE TABLE t (id integer)");
        Assert.Equal(["first0000000"], await database.UpgradeAsync("first0000000"));
        Assert.Equal("first0000000", await database.ScalarAsync("SELECT version_num FROM autogen_version"));
        Assert.Equal(
            "upgrade",
            await database.ScalarAsync(
                "SELECT direction FROM autogen_log WHERE revision = 'first0000000' AND checksum LIKE 'o1-%' AND length(checksum) = 67"));
    }

    [Theory]
    [MemberData(nameof(Kinds))]
    public async Task A_revision_that_fails_leaves_nothing_and_says_where(string kind)
    {
        await using var database = await TestDatabase.CreateAsync(kind);
        Revisions.Second.Value = op =>
        {
            op.Sql("CREATE TABLE half (id integer)");
            op.Sql("INSERT INTO nowhere VALUES (1)");
        };
        var failed = await Assert.ThrowsAsync<AutogenException>(() => database.UpgradeAsync());
        Assert.Equal(ErrorCode.RevisionFailed, failed.Code);
        Assert.Equal("second000000", failed.Details["revision"]);
        Assert.Equal("INSERT INTO nowhere VALUES (1)", failed.Details["sql"].TrimEnd(';'));
        Assert.Contains("operation 2", failed.Message, StringComparison.Ordinal);
        Assert.Contains("the database is at first0000000", failed.Message, StringComparison.Ordinal);
        Assert.Equal(["first0000000"], await database.UseAsync(upgrader => upgrader.GetCurrentAsync(CancellationToken.None)));
        await database.ExecuteAsync("CREATE TABLE half (id integer)");
    }

    [Theory]
    [MemberData(nameof(Kinds))]
    public async Task Reading_writes_nothing(string kind)
    {
        await using var database = await TestDatabase.CreateAsync(kind);
        Assert.Empty(await database.UseAsync(upgrader => upgrader.GetCurrentAsync(CancellationToken.None)));
        Assert.Equal(
            2, (await database.UseAsync(upgrader => upgrader.PlanAsync("head", StepDirection.Upgrade, CancellationToken.None))).Count);
        Assert.Contains("autogen_version", await database.UseAsync(upgrader => ScriptAsync(upgrader)), StringComparison.Ordinal);
        await database.ExecuteAsync("CREATE TABLE autogen_version (version_num varchar(255))");
    }

    [Theory]
    [MemberData(nameof(Kinds))]
    public async Task A_script_is_the_same_for_the_same_database(string kind)
    {
        await using var database = await TestDatabase.CreateAsync(kind);
        Revisions.First.Value = op => op.CreateTable("t", table => new { id = table.Column<int>() });
        var script = await database.UseAsync(upgrader => ScriptAsync(upgrader));
        Assert.Equal(script, await database.UseAsync(upgrader => ScriptAsync(upgrader)));
        await database.ExecuteAsync(script);
        Assert.Equal(["second000000"], await database.UseAsync(upgrader => upgrader.GetCurrentAsync(CancellationToken.None)));
    }

    private static async Task<string> ScriptAsync(
        Upgrader upgrader,
        IReadOnlyList<string>? from = null,
        bool isIdempotent = false,
        string target = "head",
        StepDirection direction = StepDirection.Upgrade)
        => (await upgrader.ScriptAsync(
            new ScriptOptions { Target = target, Direction = direction, From = from, IsIdempotent = isIdempotent },
            CancellationToken.None)).Text;

    [Theory]
    [MemberData(nameof(Kinds))]
    public async Task A_script_leaves_what_the_upgrade_leaves_and_the_way_back_too(string kind)
    {
        await using var database = await TestDatabase.CreateAsync(kind);
        Revisions.First.Value = op => op.CreateTable("t", table => new { id = table.Column<int>() });
        await database.ExecuteAsync(await database.UseAsync(upgrader => ScriptAsync(upgrader, from: [])));
        Assert.Equal(["second000000"], await database.UseAsync(upgrader => upgrader.GetCurrentAsync(CancellationToken.None)));
        Assert.Equal(
            2L,
            Convert.ToInt64(
                await database.ScalarAsync(
                    "SELECT count(*) FROM autogen_log WHERE direction = 'upgrade' AND applied_at LIKE '20__-__-__T__:__:__.___Z'"),
                System.Globalization.CultureInfo.InvariantCulture));

        await database.ExecuteAsync(await database.UseAsync(
            upgrader => ScriptAsync(upgrader, from: ["second000000"], target: "base", direction: StepDirection.Downgrade)));
        Assert.Empty(await database.UseAsync(upgrader => upgrader.GetCurrentAsync(CancellationToken.None)));
    }

    [Fact]
    public async Task A_script_of_a_range_asks_no_database()
    {
        await using var context = new DbContext(new DbContextOptionsBuilder().UseNpgsql("Host=127.0.0.1;Port=1;Username=nobody").Options);
        Revisions.First.Value = op => op.Sql("SELECT 1");
        var script = await ScriptAsync(
            new Upgrader(context, Revisions.Set, new UpgradeOptions(), SilentProgress.Instance), from: ["first0000000"]);
        Assert.DoesNotContain("first0000000:", script, StringComparison.Ordinal);
        Assert.Contains(
            "UPDATE \"autogen_version\" SET version_num = 'second000000' WHERE version_num OPERATOR(pg_catalog.=) 'first0000000';",
            script,
            StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_idempotent_script_of_another_range_is_refused_by_the_database()
    {
        await using var database = await TestDatabase.CreateAsync("postgresql");
        Revisions.Second.Value = op => op.CreateTable("t", table => new { id = table.Column<int>() });
        var upgrade = await database.UseAsync(upgrader => ScriptAsync(upgrader, from: ["first0000000"], isIdempotent: true));
        var refused = await Assert.ThrowsAsync<Npgsql.PostgresException>(() => database.ExecuteAsync(upgrade));
        Assert.Equal("Revision second000000 builds on first0000000, which the database does not have.", refused.MessageText);

        await database.UpgradeAsync();
        var downgrade = await database.UseAsync(upgrader => ScriptAsync(
            upgrader, from: ["first0000000"], isIdempotent: true, target: "base", direction: StepDirection.Downgrade));
        refused = await Assert.ThrowsAsync<Npgsql.PostgresException>(() => database.ExecuteAsync(downgrade));
        Assert.Equal("The database has revisions that build on first0000000.", refused.MessageText);
        Assert.Equal(["second000000"], await database.UseAsync(upgrader => upgrader.GetCurrentAsync(CancellationToken.None)));
    }

    [Theory]
    [InlineData("base")]
    [InlineData("first0000000")]
    [InlineData("head")]
    public async Task An_idempotent_script_runs_wherever_the_database_is_and_again(string where)
    {
        await using var database = await TestDatabase.CreateAsync("postgresql");
        Revisions.First.Value = op =>
        {
            op.CreateTable("t", table => new { id = table.Column<int>() });
            op.Sql("INSERT INTO t SELECT 1; COMMENT ON TABLE t IS '$sql$ $autogen$';");
        };
        if (where != "base")
            await database.UpgradeAsync(where);
        var script = await database.UseAsync(upgrader => ScriptAsync(upgrader, from: [], isIdempotent: true));
        await database.ExecuteAsync(script);
        await database.ExecuteAsync(script);
        Assert.Equal(["second000000"], await database.UseAsync(upgrader => upgrader.GetCurrentAsync(CancellationToken.None)));
        Assert.Equal("1 $sql$ $autogen$", await database.ScalarAsync("SELECT count(*) || ' ' || obj_description('t'::regclass) FROM t"));
        Assert.Equal(2L, await database.ScalarAsync("SELECT count(*) FROM autogen_log"));
    }

    [Fact]
    public async Task An_idempotent_script_is_refused_where_no_condition_can_hold_it()
    {
        await using var lite = await TestDatabase.CreateAsync("sqlite");
        await using var postgres = await TestDatabase.CreateAsync("postgresql");
        Revisions.First.Value = op => op.Autocommit(inner => inner.Sql("VACUUM"));
        foreach (var database in new[] { lite, postgres })
            Assert.Equal(
                ErrorCode.OperationNotSupported,
                (await Assert.ThrowsAsync<AutogenException>(
                    () => database.UseAsync(upgrader => ScriptAsync(upgrader, from: [], isIdempotent: true)))).Code);
    }

    [Theory]
    [MemberData(nameof(Kinds))]
    public async Task Code_runs_at_its_place_and_inside_the_transaction(string kind)
    {
        await using var database = await TestDatabase.CreateAsync(kind);
        Revisions.First.Value = op =>
        {
            op.Sql("CREATE TABLE t (id integer)");
            op.Run(async (connection, cancellationToken) =>
            {
                using var command = connection.CreateCommand();
                command.CommandText = "INSERT INTO t VALUES (7)";
                await command.ExecuteNonQueryAsync(cancellationToken);
            });
            op.Sql("UPDATE t SET id = id + 1");
        };
        await database.UpgradeAsync();
        Assert.Equal(
            8L, Convert.ToInt64(await database.ScalarAsync("SELECT id FROM t"), System.Globalization.CultureInfo.InvariantCulture));

        var refused = await Assert.ThrowsAsync<AutogenException>(async () =>
        {
            await database.UseAsync(async upgrader =>
            {
                await upgrader.StampAsync(["base"], purge: false, CancellationToken.None);
                return await ScriptAsync(upgrader);
            });
        });
        Assert.Equal(ErrorCode.OperationNotSupported, refused.Code);
    }

    [Fact]
    public async Task What_PostgreSQL_refuses_in_a_transaction_runs_outside_of_it()
    {
        await using var database = await TestDatabase.CreateAsync("postgresql");
        Revisions.First.Value = op =>
        {
            op.Sql("CREATE TABLE t (id integer)");
            op.Autocommit(inner => inner.Sql("CREATE INDEX CONCURRENTLY ix ON t (id)"));
            op.Sql("INSERT INTO t VALUES (1)");
        };
        await database.UpgradeAsync();
        Assert.Equal(true, await database.ScalarAsync("SELECT indisvalid FROM pg_index WHERE indexrelid = 'ix'::regclass"));
    }

    [Theory]
    [MemberData(nameof(Kinds))]
    public async Task Stamping_sets_the_version_and_runs_nothing(string kind)
    {
        await using var database = await TestDatabase.CreateAsync(kind);
        Revisions.First.Value = op => op.Sql("this is no SQL");
        await database.UseAsync(async upgrader =>
        {
            await upgrader.StampAsync(["head"], purge: false, CancellationToken.None);
            return true;
        });
        Assert.Equal(["second000000"], await database.UseAsync(upgrader => upgrader.GetCurrentAsync(CancellationToken.None)));
        await database.ExecuteAsync("INSERT INTO autogen_version VALUES (' ')");
        var invalid = await Assert.ThrowsAsync<AutogenException>(
            () => database.UseAsync(upgrader => upgrader.GetCurrentAsync(CancellationToken.None)));
        Assert.Equal(ErrorCode.VersionTableInvalid, invalid.Code);
        await database.UseAsync(async upgrader =>
        {
            await upgrader.StampAsync(["first0000000"], purge: true, CancellationToken.None);
            return true;
        });
        Assert.Equal(["first0000000"], await database.UseAsync(upgrader => upgrader.GetCurrentAsync(CancellationToken.None)));
        Assert.Equal(
            2L,
            Convert.ToInt64(
                await database.ScalarAsync(
                    "SELECT count(*) FROM autogen_log WHERE direction = 'stamp' AND revision IN ('first0000000', 'second000000')"),
                CultureInfo.InvariantCulture));
    }

    [Theory]
    [MemberData(nameof(Kinds))]
    public async Task Second_upgrade_times_out_waiting_for_the_lock(string kind)
    {
        await using var database = await TestDatabase.CreateAsync(kind);
        var inside = new TaskCompletionSource();
        var leave = new TaskCompletionSource();
        Revisions.First.Value = op => op.Run(async (_, _) =>
        {
            inside.TrySetResult();
            await leave.Task;
        });
        var first = database.UpgradeAsync();
        await inside.Task;
        var waiting = new WaitingProgress();
        var refused = await Assert.ThrowsAsync<AutogenException>(
            () => database.UpgradeAsync(progress: waiting, options: new UpgradeOptions { LockTimeout = TimeSpan.FromMilliseconds(50) }));
        Assert.Equal(ErrorCode.LockTimeout, refused.Code);
        Assert.NotNull(waiting.Holder);

        var second = database.UpgradeAsync();
        leave.SetResult();
        Assert.Equal(2, (await first).Count + (await second).Count);
    }

    [Theory]
    [MemberData(nameof(Kinds))]
    public async Task An_application_can_upgrade_by_itself(string kind)
    {
        await using var database = await TestDatabase.CreateAsync(kind);
        await using var context = new DbContext(database.Options);
        var options = new UpgradeOptions
        {
            RevisionsAssembly = typeof(Revisions).Assembly,
            RevisionsNamespace = typeof(Revisions).Namespace
        };
        Assert.Equal(["first0000000", "second000000"], await context.Database.GetPendingRevisionsAsync(options));
        Assert.Equal(["first0000000", "second000000"], await context.Database.UpgradeAsync(options: options));
        Assert.Empty(await context.Database.UpgradeAsync(options: options));
        Assert.Equal(["second000000"], await context.Database.GetCurrentRevisionsAsync(options));
        Assert.Equal(["second000000"], await context.Database.DowngradeAsync("-1", options));
    }

    [Fact]
    public async Task An_upgrade_that_is_cancelled_is_rolled_back()
    {
        await using var database = await TestDatabase.CreateAsync("postgresql");
        using var cancellation = new CancellationTokenSource();
        Revisions.First.Value = op =>
        {
            op.Sql("CREATE TABLE t (id integer)");
            op.Run((_, _) => cancellation.CancelAsync());
            op.Sql("SELECT pg_sleep(60)");
        };
        await using (var context = new DbContext(database.Options))
        {
            var upgrader = new Upgrader(context, Revisions.Set, new UpgradeOptions(), SilentProgress.Instance);
            await Assert.ThrowsAnyAsync<OperationCanceledException>(() => upgrader.UpgradeAsync("head", cancellation.Token));
        }

        Assert.Equal(DBNull.Value, await database.ScalarAsync("SELECT to_regclass('t')::text"));
    }

    private sealed class WaitingProgress : IUpgradeProgress
    {
        public string? Holder { get; private set; }

        public void Waiting(string holder) => Holder = holder;
    }
}
