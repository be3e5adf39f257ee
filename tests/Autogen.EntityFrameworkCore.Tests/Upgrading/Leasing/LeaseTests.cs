using System.Globalization;
using Autogen.Operations;
using Autogen.Schema;
using Autogen.Upgrading;
using Autogen.Upgrading.Leasing;
using Microsoft.EntityFrameworkCore;
using Npgsql;

namespace Autogen.EntityFrameworkCore.Tests.Upgrading.Leasing;

/// <summary>One upgrade at a time, on a real server.</summary>
public class LeaseTests
{
    // A statement that no transaction takes, and that notes each time it runs.
    private static string Outside(string body) => $"DO 'BEGIN COMMIT; INSERT INTO runs DEFAULT VALUES; COMMIT; {body} END'";

    [Fact]
    [Case("S4")]
    [Case("S3")]
    public async Task The_lock_is_the_same_however_the_table_is_named()
    {
        await using var database = await TestDatabase.CreateAsync("postgresql");
        await database.ExecuteAsync(
            "CREATE TABLE t (id integer PRIMARY KEY, n integer NOT NULL); INSERT INTO t SELECT i, 0 FROM generate_series(1, 3000) AS i");
        Revisions.First.Value = op => op.Backfill("t", key: "id", set: "n = n + 1", batchSize: 100);
        Revisions.Second.Value = op => op.Sql("UPDATE t SET n = n + 1");
        var starters = Enumerable.Range(0, 6).Select(
            i => database.UpgradeAsync(options: new UpgradeOptions { VersionTableSchema = i % 2 == 0 ? "public" : null }));
        var ran = (await Task.WhenAll(starters)).SelectMany(ids => ids);
        Assert.Equal(["first0000000", "second000000"], ran.Order(StringComparer.Ordinal));
        Assert.Equal("2 2 3000", await database.ScalarAsync("SELECT min(n) || ' ' || max(n) || ' ' || count(*) FROM t"));
    }

    [Fact]
    [Case("S3")]
    public async Task Nothing_of_the_lock_is_kept_by_a_session()
    {
        await using var database = await TestDatabase.CreateAsync("postgresql");
        object? during = null;
        Revisions.First.Value = op => op.Run(async (_, _) => during = await database.ScalarAsync(
            "SELECT count(*) FROM pg_locks WHERE locktype = 'advisory' AND database = (SELECT oid FROM pg_database "
                + "WHERE datname = current_database())"));
        await database.UpgradeAsync();
        Assert.Equal(0L, during);
        Assert.Equal("", await database.ScalarAsync("SELECT holder FROM autogen_version_lock"));
    }

    [Fact]
    public async Task Whoever_has_nothing_to_do_asks_for_no_lock()
    {
        await using var database = await TestDatabase.CreateAsync("postgresql");
        await database.UpgradeAsync();
        await HoldAsync(database, "1 hour");
        var before = await database.ScalarAsync("SELECT xmin::text FROM autogen_version_lock");
        Assert.Empty(await database.UpgradeAsync(options: new UpgradeOptions { LockTimeout = TimeSpan.Zero }));
        Assert.Equal(before, await database.ScalarAsync("SELECT xmin::text FROM autogen_version_lock"));
    }

    [Fact]
    [Case("S3")]
    public async Task A_lease_that_is_held_is_waited_for_and_one_that_is_over_is_taken()
    {
        await using var database = await TestDatabase.CreateAsync("postgresql");
        await database.UpgradeAsync("first0000000");
        await HoldAsync(database, "1 hour");
        var options = new UpgradeOptions { LockTimeout = TimeSpan.Zero };
        var refused = await Assert.ThrowsAsync<AutogenException>(() => database.UpgradeAsync(options: options));
        Assert.Equal(ErrorCode.LockTimeout, refused.Code);
        Assert.Matches("somebody else, since [0-9]{4}-.* UTC", refused.Message);

        // So do the other commands that write.
        await using var context = new DbContext(database.Options);
        var upgrader = new Upgrader(context, Revisions.Set, options, SilentProgress.Instance);
        Assert.Equal(
            ErrorCode.LockTimeout,
            (await Assert.ThrowsAsync<AutogenException>(() => upgrader.StampAsync(["base"], purge: false, CancellationToken.None))).Code);
        Assert.Equal(
            ErrorCode.LockTimeout,
            (await Assert.ThrowsAsync<AutogenException>(() => upgrader.EnsureVersionTableAsync(CancellationToken.None))).Code);
        Assert.Equal(
            ErrorCode.LockTimeout,
            (await Assert.ThrowsAsync<AutogenException>(() => upgrader.AdoptAsync("first0000000", [], CancellationToken.None))).Code);

        await database.ExecuteAsync("UPDATE autogen_version_lock SET expires_at = now() - interval '1 second'");
        Assert.Equal(["second000000"], await database.UpgradeAsync(options: options));
    }

    [Fact]
    [Case("S3")]
    public async Task A_lease_that_nobody_renews_is_taken_even_if_the_clock_was_set_back()
    {
        await using var database = await TestDatabase.CreateAsync("postgresql");
        await database.UpgradeAsync("first0000000");
        await HoldAsync(database, "1 year");
        Assert.Equal(
            ["second000000"],
            await database.UpgradeAsync(options: new UpgradeOptions { LeaseTimes = new LeaseTimes(TimeSpan.FromMilliseconds(200)) }));
    }

    [Fact]
    [Case("S3")]
    public async Task A_holder_that_was_stopped_for_too_long_changes_nothing()
    {
        await using var database = await TestDatabase.CreateAsync("postgresql");
        await database.ExecuteAsync("CREATE TABLE runs (id serial)");
        Revisions.Second.Value = op => op.Sql("INSERT INTO runs DEFAULT VALUES");
        var told = new List<string>();

        // The other one does the rest between two transactions of this one.
        var progress = new Listener
        {
            OnFinished = () =>
            {
                database.ExecuteAsync("UPDATE autogen_version_lock SET expires_at = now() - interval '1 second'").GetAwaiter().GetResult();
                Assert.Equal(["second000000"], database.UpgradeAsync().GetAwaiter().GetResult());
            },
            OnTryingAgain = told.Add,
        };
        Assert.Equal(["first0000000"], await database.UpgradeAsync(progress: progress));
        Assert.StartsWith("Another process has taken over the upgrade", Assert.Single(told), StringComparison.Ordinal);
        Assert.Equal(1L, await database.ScalarAsync("SELECT count(*) FROM runs"));
        Assert.Equal(1L, await database.ScalarAsync("SELECT count(*) FROM autogen_log WHERE revision = 'second000000'"));
    }

    [Fact]
    [Case("S3")]
    public async Task The_lease_is_extended_while_a_statement_runs_outside_of_transactions()
    {
        await using var database = await TestDatabase.CreateAsync("postgresql");
        await database.ExecuteAsync("CREATE TABLE runs (id serial)");

        // It ends when the row has been written more often than the upgrade's own transactions do.
        Revisions.First.Value = op => op.Autocommit(inner => inner.Sql(
            Outside("WHILE (SELECT beat FROM autogen_version_lock) < 30 LOOP PERFORM pg_sleep(0.01); COMMIT; END LOOP;")));
        await database.UpgradeAsync(options: new UpgradeOptions { LeaseTimes = new LeaseTimes(TimeSpan.FromSeconds(1)) });
        Assert.Equal(1L, await database.ScalarAsync("SELECT count(*) FROM runs"));
    }

    [Fact]
    [Case("S3")]
    public async Task Whoever_takes_over_ends_what_the_other_has_left_running()
    {
        await using var database = await TestDatabase.CreateAsync("postgresql");
        await database.ExecuteAsync("CREATE TABLE runs (id serial)");
        Revisions.First.Value = op => op.Autocommit(
            inner => inner.Sql(Outside("IF (SELECT count(*) FROM runs) = 1 THEN PERFORM pg_sleep(600); END IF;")));
        var first = database.UpgradeAsync();
        while (Convert.ToInt64(await database.ScalarAsync("SELECT count(*) FROM runs"), CultureInfo.InvariantCulture) == 0)
            await Task.Yield();
        await HoldAsync(database, "-1 second");
        var second = await database.UpgradeAsync();
        Assert.Equal(["first0000000", "second000000"], second.Concat(await first).Order(StringComparer.Ordinal));
        Assert.Equal(2L, await database.ScalarAsync("SELECT count(*) FROM runs"));
        Assert.Equal(
            0L,
            await database.ScalarAsync(
                "SELECT count(*) FROM pg_stat_activity WHERE datname = current_database() AND pid <> pg_backend_pid() "
                    + "AND query LIKE '%pg_sleep%' AND state = 'active'"));
    }

    [Fact]
    public async Task A_statement_that_may_not_be_cancelled_is_reported()
    {
        await using var database = await TestDatabase.CreateAsync("postgresql");
        await database.UpgradeAsync("first0000000");
        await HoldAsync(database, "-1 second");
        var role = "sees_" + Guid.NewGuid().ToString("N");
        await database.ExecuteAsync(
            $"CREATE ROLE {role} LOGIN PASSWORD 'x'; GRANT pg_read_all_stats TO {role}; "
                + $"GRANT ALL ON ALL TABLES IN SCHEMA public TO {role}; GRANT ALL ON SCHEMA public TO {role}");
        await using var theirs = new DbContext(database.Options);
        var builder = new NpgsqlConnectionStringBuilder(theirs.Database.GetConnectionString()) { Username = role, Password = "x" };
        await using var mine = new DbContext(new DbContextOptionsBuilder().UseNpgsql(builder.ConnectionString).Options);

        // What another process of the superuser's has left.
        var tag = await TagAsync(database);
        await using var connection = new NpgsqlConnection(theirs.Database.GetConnectionString());
        await connection.OpenAsync();
        await using var sleep = new NpgsqlCommand(tag + "SELECT pg_sleep(600)", connection) { CommandTimeout = 0 };
        using var cancel = new CancellationTokenSource();
        var left = sleep.ExecuteNonQueryAsync(cancel.Token);
        while (await database.ScalarAsync($"SELECT 1 FROM pg_stat_activity WHERE query LIKE '{tag}%' AND state = 'active'") is null)
            await Task.Yield();
        var upgrader = new Upgrader(mine, Revisions.Set, new UpgradeOptions(), SilentProgress.Instance);
        var refused = await Assert.ThrowsAsync<AutogenException>(() => upgrader.UpgradeAsync("head", CancellationToken.None));
        Assert.Equal(ErrorCode.StatementStillRuns, refused.Code);
        Assert.Matches(@"End it as a role that may: SELECT pg_catalog.pg_terminate_backend\([0-9]+\);", refused.Message);
        await cancel.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => left);
        await database.ExecuteAsync($"DROP OWNED BY {role}; DROP ROLE {role}");
    }

    [Fact]
    public async Task A_statement_outside_of_transactions_needs_a_second_connection()
    {
        await using var database = await TestDatabase.CreateAsync("postgresql");
        await database.ExecuteAsync("CREATE TABLE runs (id serial)");
        Revisions.First.Value = op => op.Autocommit(inner => inner.Sql(Outside("")));
        await using var given = new DbContext(database.Options);
        var builder = new NpgsqlConnectionStringBuilder(given.Database.GetConnectionString()) { Pooling = true, MaxPoolSize = 1 };
        await using var source = NpgsqlDataSource.Create(builder);
        await using var context = new DbContext(new DbContextOptionsBuilder().UseNpgsql(source).Options);
        var options = new UpgradeOptions { LeaseTimes = new LeaseTimes(TimeSpan.FromSeconds(1)) };
        var refused = await Assert.ThrowsAsync<AutogenException>(
            () => new Upgrader(context, Revisions.Set, options, SilentProgress.Instance).UpgradeAsync("head", CancellationToken.None));
        Assert.Equal(ErrorCode.SecondConnection, refused.Code);
        Assert.Equal(0L, await database.ScalarAsync("SELECT count(*) FROM runs"));

        // A data source hides its password, and the second connection has it nevertheless.
        builder.MaxPoolSize = 2;
        await using var larger = NpgsqlDataSource.Create(builder);
        await using var again = new DbContext(new DbContextOptionsBuilder().UseNpgsql(larger).Options);
        Assert.Equal(2, (await new Upgrader(again, Revisions.Set, options, SilentProgress.Instance)
            .UpgradeAsync("head", CancellationToken.None)).Count);
        Assert.Equal(1L, await database.ScalarAsync("SELECT count(*) FROM runs"));
    }

    [Fact]
    public async Task A_role_without_CREATE_learns_what_it_needs()
    {
        await using var database = await TestDatabase.CreateAsync("postgresql");
        await database.UpgradeAsync("first0000000");
        await database.ExecuteAsync("ALTER TABLE autogen_version_lock RENAME TO kept");
        var role = "poor_" + Guid.NewGuid().ToString("N");
        await database.ExecuteAsync(
            $"CREATE ROLE {role} LOGIN PASSWORD 'x'; GRANT ALL ON ALL TABLES IN SCHEMA public TO {role}; "
                + "REVOKE CREATE ON SCHEMA public FROM public");
        await using var theirs = new DbContext(database.Options);
        var builder = new NpgsqlConnectionStringBuilder(theirs.Database.GetConnectionString()) { Username = role, Password = "x" };
        await using var mine = new DbContext(new DbContextOptionsBuilder().UseNpgsql(builder.ConnectionString).Options);
        var upgrader = new Upgrader(mine, Revisions.Set, new UpgradeOptions(), SilentProgress.Instance);
        var refused = await Assert.ThrowsAsync<AutogenException>(() => upgrader.UpgradeAsync("head", CancellationToken.None));
        Assert.Equal(ErrorCode.PrivilegeMissing, refused.Code);
        Assert.Contains("needs SELECT, INSERT and UPDATE on it", refused.Message, StringComparison.Ordinal);
        await database.ExecuteAsync($"DROP OWNED BY {role}; DROP ROLE {role}");
    }

    [Theory]
    [InlineData("sqlite")]
    [InlineData("postgresql")]
    [Case("S3")]
    public async Task A_version_that_somebody_else_changes_is_not_overwritten(string kind)
    {
        await using var database = await TestDatabase.CreateAsync(kind);
        await database.ExecuteAsync("CREATE TABLE t (id integer)");
        Revisions.Second.Value = op =>
        {
            op.Sql("INSERT INTO t VALUES (1)");
            op.Sql("UPDATE autogen_version SET version_num = 'other'");
        };
        var refused = await Assert.ThrowsAsync<AutogenException>(() => database.UpgradeAsync());
        Assert.Equal(ErrorCode.VersionTableChanged, refused.Code);
        Assert.Equal(0L, await database.ScalarAsync("SELECT count(*) FROM t"));
        Assert.Equal(["first0000000"], await database.UseAsync(upgrader => upgrader.GetCurrentAsync(CancellationToken.None)));
    }

    [Fact]
    public async Task A_rejected_setting_is_reported_if_it_was_requested()
    {
        await using var database = await TestDatabase.CreateAsync("postgresql");
        var refused = await Assert.ThrowsAsync<AutogenException>(
            () => database.UpgradeAsync(options: new UpgradeOptions { StatementTimeout = TimeSpan.FromDays(100) }));
        Assert.Equal(ErrorCode.ServerNotSupported, refused.Code);
        Assert.Contains("SET LOCAL statement_timeout = 8640000000", refused.Message, StringComparison.Ordinal);
        Assert.Equal(2, (await database.UpgradeAsync(options: new UpgradeOptions { LockAttempt = TimeSpan.FromDays(100) })).Count);
    }

    [Fact]
    [Case("S3")]
    [Case("R11")]
    public async Task What_is_reported_is_on_the_disk()
    {
        await using var database = await TestDatabase.CreateAsync("postgresql");
        await database.ExecuteAsync(
            "DO $$ BEGIN EXECUTE format('ALTER DATABASE %I SET synchronous_commit = off', current_database()); END $$");
        var seen = new List<object?>();
        Revisions.First.Value = op => op.Run(async (connection, cancellationToken) =>
        {
            using var command = connection.CreateCommand();
            command.CommandText = "SELECT current_setting('synchronous_commit') || ' ' || current_setting('lock_timeout')";
            seen.Add(await command.ExecuteScalarAsync(cancellationToken));
        });
        await database.UpgradeAsync();
        Assert.Equal(["on 500ms"], seen);
    }

    /// <summary>Somebody else has the lease, and has died with it.</summary>
    private static Task HoldAsync(TestDatabase database, string time)
        => database.ExecuteAsync(
            "UPDATE autogen_version_lock SET holder = 'else', owner = 'somebody else', fence = fence + 1, beat = beat + 1, "
                + $"taken_at = now(), expires_at = now() + interval '{time}'");

    private static async Task<string> TagAsync(TestDatabase database)
    {
        var table = new Autogen.Drivers.PostgreSql.LeaseTable(
            Autogen.Schema.Dialects.AllDialects.ForProvider("Npgsql.EntityFrameworkCore.PostgreSQL"),
            new Autogen.Schema.Objects.ObjectName("public", "autogen_version"),
            TimeSpan.FromSeconds(1));
        return table.Tag(
            Convert.ToInt64(await database.ScalarAsync("SELECT fence FROM autogen_version_lock"), CultureInfo.InvariantCulture));
    }

    private sealed class Listener : IUpgradeProgress
    {
        public Action? OnFinished { get; set; }

        public Action<string>? OnTryingAgain { get; init; }

        public void StepFinished(Autogen.Graph.RevisionStep step, TimeSpan duration)
        {
            var once = OnFinished;
            OnFinished = null;
            once?.Invoke();
        }

        public void TryingAgain(string why) => OnTryingAgain?.Invoke(why);
    }
}
