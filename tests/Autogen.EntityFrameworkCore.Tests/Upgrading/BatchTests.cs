using System.Diagnostics;
using System.Globalization;
using Autogen.Schema;
using Microsoft.EntityFrameworkCore.Migrations;

namespace Autogen.EntityFrameworkCore.Tests.Upgrading;

/// <summary>Statements of a revision that are sent in one round trip fail as they do when each is sent by itself.</summary>
public class BatchTests
{
    [Fact]
    public async Task Error_names_the_statement_of_the_batch_that_failed()
    {
        await using var database = await TestDatabase.CreateAsync("postgresql");
        Revisions.First.Value = op =>
        {
            op.Sql("CREATE TABLE t (id integer PRIMARY KEY)");
            op.Sql("INSERT INTO t VALUES (1);");
            op.Sql("INSERT INTO t SELECT 1 -- again");
            op.Sql("INSERT INTO t VALUES (2)");
        };
        var failed = await Assert.ThrowsAsync<AutogenException>(() => database.UpgradeAsync());
        Assert.Equal(ErrorCode.RevisionFailed, failed.Code);
        Assert.Contains("failed in operation 3, Sql: 23505", failed.Message, StringComparison.Ordinal);
        Assert.Contains("\nINSERT INTO t SELECT 1 -- again\n", failed.Message, StringComparison.Ordinal);
        Assert.Equal("INSERT INTO t SELECT 1 -- again", failed.Details["sql"]);
        Assert.Equal(0L, await database.ScalarAsync("SELECT count(*) FROM pg_class WHERE relname = 't'"));
    }

    [Theory]
    [InlineData(0)]
    [InlineData(19)]
    [InlineData(20)]
    [InlineData(44)]
    public async Task Any_statement_of_any_batch_is_the_one_that_is_named(int place)
    {
        await using var database = await TestDatabase.CreateAsync("postgresql");
        Revisions.First.Value = op =>
        {
            for (var number = 0; number < 45; number++)
                op.Sql(number == place ? "SELECT 1 / 0" : number % 7 == 3 ? "SELECT 1; SELECT 2" : $"SELECT {number}");
        };
        var failed = await Assert.ThrowsAsync<AutogenException>(() => database.UpgradeAsync());
        Assert.Contains(
            string.Create(CultureInfo.InvariantCulture, $"failed in operation {place + 1}, Sql: 22012"),
            failed.Message,
            StringComparison.Ordinal);
    }

    [Fact]
    public async Task Statement_that_cannot_run_in_a_transaction_is_named()
    {
        await using var database = await TestDatabase.CreateAsync("postgresql");
        Revisions.First.Value = op =>
        {
            op.Sql("CREATE TABLE t (id integer)");
            op.Sql("VACUUM t");
            op.Sql("DROP TABLE t");
        };
        var failed = await Assert.ThrowsAsync<AutogenException>(() => database.UpgradeAsync());
        Assert.Contains("failed in operation 2, Sql: 25001", failed.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Statement_that_runs_by_itself_ends_a_batch()
    {
        await using var database = await TestDatabase.CreateAsync("postgresql");
        Revisions.First.Value = op =>
        {
            op.Sql("CREATE TABLE t (id integer)");
            op.Sql("INSERT INTO t VALUES (1)");
            op.Autocommit(inner => inner.Sql("VACUUM t"));
            op.Sql("INSERT INTO t VALUES (2)");
            op.Sql("INSERT INTO t SELECT 1 / 0");
        };
        var failed = await Assert.ThrowsAsync<AutogenException>(() => database.UpgradeAsync());
        Assert.Contains("failed in operation 5, Sql: 22012", failed.Message, StringComparison.Ordinal);
        Assert.Contains("3 of the revision's 5 statements", failed.Message, StringComparison.Ordinal);
        Assert.Equal(1L, await database.ScalarAsync("SELECT count(*) FROM t"));
    }

    [Fact]
    public async Task Session_that_ends_within_a_batch_is_a_lost_connection()
    {
        await using var database = await TestDatabase.CreateAsync("postgresql");
        Revisions.First.Value = op =>
        {
            op.Sql("CREATE TABLE t (id integer)");
            op.Sql("SELECT pg_terminate_backend(pg_backend_pid())");
            op.Sql("CREATE TABLE u (id integer)");
        };
        var failed = await Assert.ThrowsAsync<AutogenException>(() => database.UpgradeAsync());
        Assert.Equal(ErrorCode.ConnectionLost, failed.Code);
        Assert.Contains("failed in operation 2, Sql: the connection was lost", failed.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Row_that_exists_already_is_a_change_by_somebody_else()
    {
        await using var database = await TestDatabase.CreateAsync("postgresql");
        Revisions.First.Value = op => op.Sql("SELECT 1");
        Revisions.Second.Value = op => op.Sql("INSERT INTO autogen_version VALUES ('second000000')");
        var refused = await Assert.ThrowsAsync<AutogenException>(() => database.UpgradeAsync());
        Assert.Equal(ErrorCode.VersionTableChanged, refused.Code);
        Assert.Equal("first0000000", await database.ScalarAsync("SELECT version_num FROM autogen_version"));
    }

    [Fact]
    public async Task Round_trips_do_not_grow_with_the_statements_of_a_revision()
    {
        var few = await RoundTripsAsync(2, statements: 2);
        var many = await RoundTripsAsync(2, statements: 20);
        Assert.Equal(few, many);

        // BEGIN with the settings and the lease; where the books are; the version; the statements; the books with the lease; COMMIT.
        Assert.Equal(6, few - await RoundTripsAsync(1, statements: 2));
    }

    [Fact]
    public async Task Upgrade_with_nothing_to_do_asks_three_times()
    {
        await using var database = await TestDatabase.CreateAsync("postgresql");
        Revisions.First.Value = op => op.Sql("SELECT 1");
        Revisions.Second.Value = null;
        await database.UpgradeAsync();
        Assert.Equal(3, await CountAsync(() => database.UpgradeAsync()));
    }

    // How many the second revision takes, or the lack of one, in a database that has the first.
    private static async Task<int> RoundTripsAsync(int revisions, int statements)
    {
        await using var database = await TestDatabase.CreateAsync("postgresql");
        Action<MigrationBuilder> body = op =>
        {
            for (var number = 0; number < statements; number++)
                op.Sql($"CREATE TABLE t{number} (id integer)");
        };
        (Revisions.First.Value, Revisions.Second.Value) = (op => op.Sql("SELECT 1; SELECT 2"), body);
        return await CountAsync(async () =>
        {
            await database.UpgradeAsync(revisions == 1 ? "first0000000" : "head");
        });
    }

    // What Npgsql's own tracing sees go to the server, but for opening connections.
    private static async Task<int> CountAsync(Func<Task> run)
    {
        var count = 0;
        using var trace = new Activity(nameof(CountAsync)).Start();
        using var listener = new ActivityListener
        {
            ShouldListenTo = source => source.Name == "Npgsql",
            Sample = (ref ActivityCreationOptions<ActivityContext> _) => ActivitySamplingResult.AllData,
            ActivityStopped = activity =>
            {
                if (activity.TraceId == trace.TraceId && !activity.DisplayName.StartsWith("CONNECT", StringComparison.Ordinal))
                    count++;
            },
        };
        ActivitySource.AddActivityListener(listener);
        await run();
        return count;
    }
}
