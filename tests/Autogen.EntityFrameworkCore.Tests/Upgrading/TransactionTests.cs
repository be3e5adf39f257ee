using System.Globalization;
using Autogen.Schema;
using Autogen.Upgrading;
using Microsoft.EntityFrameworkCore;

namespace Autogen.EntityFrameworkCore.Tests.Upgrading;

/// <summary>What is one transaction, what it waits for, and how it ends.</summary>
public class TransactionTests
{
    public static TheoryData<string> Kinds => ["sqlite", "postgresql"];

    [Theory]
    [MemberData(nameof(Kinds))]
    public async Task An_upgrade_can_be_one_transaction(string kind)
    {
        await using var database = await TestDatabase.CreateAsync(kind);
        Revisions.First.Value = op => op.CreateTable("t", table => new { id = table.Column<int>() });
        Revisions.Second.Value = op => op.Sql("INSERT INTO nowhere VALUES (1)");
        var options = new UpgradeOptions { TransactionMode = TransactionMode.All };
        var failed = await Assert.ThrowsAsync<AutogenException>(() => database.UpgradeAsync(options: options));
        Assert.Contains(
            "The upgrade is one transaction: first0000000 before it was rolled back, too.", failed.Message, StringComparison.Ordinal);
        Assert.Empty(await database.UseAsync(upgrader => upgrader.GetCurrentAsync(CancellationToken.None)));
        Revisions.Second.Value = op => op.DropTable("t");
        Assert.Equal(2, (await database.UpgradeAsync(options: options)).Count);
        Assert.Equal(2L, Convert.ToInt64(await database.ScalarAsync("SELECT count(*) FROM autogen_log"), CultureInfo.InvariantCulture));
    }

    [Theory]
    [MemberData(nameof(Kinds))]
    public async Task What_must_run_by_itself_can_not_be_part_of_it(string kind)
    {
        await using var database = await TestDatabase.CreateAsync(kind);
        Revisions.First.Value = op => op.Sql("CREATE TABLE t (id integer)");
        Revisions.Second.Value = op => op.Autocommit(inner => inner.Sql("VACUUM"));
        var refused = await Assert.ThrowsAsync<AutogenException>(
            () => database.UpgradeAsync(options: new UpgradeOptions { TransactionMode = TransactionMode.All }));
        Assert.Equal(ErrorCode.TransactionMode, refused.Code);
        Assert.Empty(await database.UseAsync(upgrader => upgrader.GetCurrentAsync(CancellationToken.None)));
    }

    [Theory]
    [MemberData(nameof(Kinds))]
    public async Task What_would_end_the_transaction_is_refused_before_anything_runs(string kind)
    {
        await using var database = await TestDatabase.CreateAsync(kind);
        Revisions.First.Value = op => op.Sql("CREATE TABLE t (id integer)");
        Revisions.Second.Value = op => op.Sql("DELETE FROM t; COMMIT;");
        var refused = await Assert.ThrowsAsync<AutogenException>(() => database.UpgradeAsync());
        Assert.Equal(ErrorCode.RevisionInvalid, refused.Code);
        Assert.StartsWith("Revision second000000 has 'COMMIT' in operation 1:", refused.Message, StringComparison.Ordinal);
        Assert.Empty(await database.UseAsync(upgrader => upgrader.GetCurrentAsync(CancellationToken.None)));
    }

    [Fact]
    public async Task A_statement_that_waits_for_a_lock_gives_way_and_tries_again()
    {
        await using var database = await TestDatabase.CreateAsync("postgresql");
        await database.ExecuteAsync("CREATE TABLE t (id integer)");
        Revisions.First.Value = op =>
        {
            op.Sql("CREATE TABLE mine (id integer)");
            op.AddColumn<int>("n", "t", nullable: true);
        };
        await using var reader = new DbContext(database.Options);
        await using var reading = await reader.Database.BeginTransactionAsync();
        await reader.Database.ExecuteSqlRawAsync("SELECT id FROM t");

        var options = new UpgradeOptions { LockAttempt = TimeSpan.FromMilliseconds(20), LockTimeout = TimeSpan.FromMilliseconds(300) };
        var refused = await Assert.ThrowsAsync<AutogenException>(() => database.UpgradeAsync(options: options));
        Assert.Equal(ErrorCode.LockTimeout, refused.Code);
        Assert.Matches("process [0-9]+ of postgres.*, idle in transaction since .*, uses t", refused.Message);

        // The one in the way leaves once it is told of.
        var told = new List<string>();
        var progress = new OnTryingAgain(why =>
        {
            told.Add(why);
            reading.Rollback();
        });
        Assert.Equal(
            2, (await database.UpgradeAsync(progress: progress, options: options with { LockTimeout = TimeSpan.FromMinutes(5) })).Count);
        Assert.Contains("uses t. It is rolled back, and tried again", Assert.Single(told), StringComparison.Ordinal);
        Assert.Equal(1L, await database.ScalarAsync("SELECT count(*) FROM autogen_log WHERE revision = 'first0000000'"));
    }

    [Fact]
    public async Task SQLite_commits_once_nobody_reads()
    {
        await using var database = await TestDatabase.CreateAsync("sqlite");
        await database.ExecuteAsync("CREATE TABLE t (id integer); INSERT INTO t VALUES (1), (2)");
        Revisions.First.Value = op => op.Sql("INSERT INTO t VALUES (3)");
        await using var reader = new DbContext(database.Options);
        await reader.Database.OpenConnectionAsync();
        var command = reader.Database.GetDbConnection().CreateCommand();
        command.CommandText = "SELECT id FROM t";
        var rows = await command.ExecuteReaderAsync();
        await rows.ReadAsync();
        var refused = await Assert.ThrowsAsync<AutogenException>(
            () => database.UpgradeAsync(options: new UpgradeOptions { LockTimeout = TimeSpan.FromMilliseconds(50) }));
        Assert.Equal(ErrorCode.LockTimeout, refused.Code);

        var progress = new OnTryingAgain(_ => { }, _ =>
        {
            rows.Dispose();
            command.Dispose();
        });
        Assert.Equal(2, (await database.UpgradeAsync(progress: progress)).Count);
        Assert.Equal(3L, await database.ScalarAsync("SELECT count(*) FROM t"));
    }

    [Fact]
    public async Task A_statement_that_takes_too_long_is_ended()
    {
        await using var database = await TestDatabase.CreateAsync("postgresql");
        Revisions.First.Value = op => op.Sql("SELECT pg_sleep(600)");
        var refused = await Assert.ThrowsAsync<AutogenException>(
            () => database.UpgradeAsync(options: new UpgradeOptions { StatementTimeout = TimeSpan.FromMilliseconds(20) }));
        Assert.Equal(ErrorCode.StatementTimeout, refused.Code);
        Assert.Contains("longer than the 0.02 seconds of --statement-timeout", refused.Message, StringComparison.Ordinal);
        Assert.Contains("the database is at <base>", refused.Message, StringComparison.Ordinal);

        Revisions.First.Value = op => op.Autocommit(inner => inner.Sql("DO 'BEGIN COMMIT; PERFORM pg_sleep(600); END'"));
        Assert.Equal(
            ErrorCode.StatementTimeout,
            (await Assert.ThrowsAsync<AutogenException>(
                () => database.UpgradeAsync(options: new UpgradeOptions { StatementTimeout = TimeSpan.FromMilliseconds(20) }))).Code);
    }

    [Theory]
    [MemberData(nameof(Kinds))]
    public async Task An_interruption_says_where_the_database_is(string kind)
    {
        await using var database = await TestDatabase.CreateAsync(kind);
        using var source = new CancellationTokenSource();
        Revisions.Second.Value = op =>
        {
            op.Sql("CREATE TABLE half (id integer)");
            op.Run((_, _) =>
            {
                source.Cancel();
                return Task.CompletedTask;
            });
            op.Sql("CREATE TABLE other (id integer)");
        };
        var interrupted = await Assert.ThrowsAsync<UpgradeInterruptedException>(
            () => database.UpgradeAsync(cancellationToken: source.Token));
        Assert.Contains("the database is at first0000000", interrupted.Message, StringComparison.Ordinal);
        await database.ExecuteAsync("CREATE TABLE half (id integer)");
    }

    [Fact]
    public async Task A_lost_connection_is_reported_as_such()
    {
        await using var database = await TestDatabase.CreateAsync("postgresql");
        Revisions.First.Value = op =>
        {
            op.Sql("CREATE TABLE t (id integer)");
            op.Sql("SELECT pg_terminate_backend(pg_backend_pid())");
        };
        var lost = await Assert.ThrowsAsync<AutogenException>(() => database.UpgradeAsync());
        Assert.Equal(ErrorCode.ConnectionLost, lost.Code);
        Revisions.First.Value = op => op.Sql("CREATE TABLE t (id integer)");
        Assert.Equal(2, (await database.UpgradeAsync()).Count);
    }

    [Fact]
    public async Task A_full_disk_leaves_the_whole_revision_or_nothing()
    {
        await using var database = await TestDatabase.CreateAsync("sqlite");
        await database.UpgradeAsync("first0000000");
        Revisions.Second.Value = op =>
        {
            op.Sql("CREATE TABLE t (id integer, body text)");
            op.Run(async (connection, cancellationToken) =>
            {
                using var limit = connection.CreateCommand();
                limit.CommandText = "PRAGMA max_page_count = 20";
                await limit.ExecuteNonQueryAsync(cancellationToken);
            });
            op.Sql("INSERT INTO t SELECT 1, hex(zeroblob(1000000))");
        };
        var full = await Assert.ThrowsAsync<AutogenException>(() => database.UpgradeAsync());
        Assert.Contains("the disk is full", full.Message, StringComparison.Ordinal);
        Assert.Contains("the database is at first0000000", full.Message, StringComparison.Ordinal);
        Assert.Equal(0L, await database.ScalarAsync("SELECT count(*) FROM sqlite_master WHERE name = 't'"));
    }

    [Fact]
    public async Task A_full_disk_of_a_server_leaves_the_whole_revision_or_nothing()
    {
        await using var database = await TestDatabase.CreateAsync("postgresql");
        using var disk = SmallDisk.TryCreate((string)(await database.ScalarAsync("SHOW data_directory"))!);
        var tablespace = "small_" + Guid.NewGuid().ToString("N");
        if (disk is not null)
            await database.ExecuteAsync($"CREATE TABLESPACE {tablespace} LOCATION '{disk.Path}'");
        try
        {
            await database.UpgradeAsync("first0000000");
            Revisions.Second.Value = op =>
            {
                op.Sql("CREATE TABLE before (id integer)");

                // Where no small disk can be had, the server's code for it is all there is.
                op.Sql(disk is null
                    ? "DO $$ BEGIN RAISE 'could not extend file: No space left on device' USING ERRCODE = 'disk_full'; END $$"
                    : $"CREATE TABLE large TABLESPACE {tablespace} AS SELECT i, repeat(md5(i::text), 30) AS body FROM generate_series(1, "
                        + "100000) AS i");
            };
            var full = await Assert.ThrowsAsync<AutogenException>(() => database.UpgradeAsync());
            Assert.Contains("the disk is full", full.Message, StringComparison.Ordinal);
            Assert.Contains("No space left on device", full.ToString(), StringComparison.Ordinal);
            Assert.Contains("the database is at first0000000", full.Message, StringComparison.Ordinal);
            Assert.Equal(0L, await database.ScalarAsync("SELECT count(*) FROM pg_class WHERE relname IN ('before', 'large')"));
            Assert.Equal(["first0000000"], await database.UseAsync(upgrader => upgrader.GetCurrentAsync(CancellationToken.None)));
        }
        finally
        {
            if (disk is not null)
                await database.ExecuteAsync($"DROP TABLESPACE {tablespace}");
        }
    }

    private sealed class OnTryingAgain(Action<string> again, Action<string>? waiting = null) : IUpgradeProgress
    {
        public void TryingAgain(string why) => again(why);

        public void Waiting(string holder) => waiting?.Invoke(holder);
    }
}
