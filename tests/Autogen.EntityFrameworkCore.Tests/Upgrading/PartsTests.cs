using System.Globalization;
using Autogen.Schema;
using Autogen.Upgrading;
using Microsoft.EntityFrameworkCore.Migrations;

namespace Autogen.EntityFrameworkCore.Tests.Upgrading;

/// <summary>
/// Revisions that are more than one transaction: what is done stays done, once, and an upgrade goes on where the last one ended.
/// </summary>
public class PartsTests
{
    private const string Count = "SELECT count(*) FROM t";

    public static TheoryData<string> Kinds => ["sqlite", "postgresql"];

    [Theory]
    [MemberData(nameof(Kinds))]
    public async Task An_upgrade_resumes_at_the_statement_that_failed(string kind)
    {
        await using var database = await TestDatabase.CreateAsync(kind);
        await database.ExecuteAsync("CREATE TABLE t (id integer)");
        Revisions.First.Value = op => Wrong(op, "INSERT INTO nowhere VALUES (1)");
        var failed = await Assert.ThrowsAsync<AutogenException>(() => database.UpgradeAsync());
        Assert.Equal(ErrorCode.RevisionFailed, failed.Code);
        Assert.Contains("operation 3", failed.Message, StringComparison.Ordinal);
        Assert.Contains("2 of the revision's 5 statements are done and stay", failed.Message, StringComparison.Ordinal);
        Assert.Contains("the version table says <base>", failed.Message, StringComparison.Ordinal);
        Assert.Equal(2L, await NumberAsync(database, Count));
        Assert.Contains(
            "nowhere", (await Assert.ThrowsAsync<AutogenException>(() => database.UpgradeAsync())).Message, StringComparison.Ordinal);

        Revisions.First.Value = op => Wrong(op, "INSERT INTO t VALUES (3)");
        await database.UpgradeAsync("first0000000");
        Assert.Equal(5L, await NumberAsync(database, Count));
        Assert.Equal(5L, await NumberAsync(database, "SELECT count(DISTINCT id) FROM t"));
        Assert.Null(await database.UseAsync(upgrader => upgrader.GetUnfinishedAsync(CancellationToken.None)));
        Assert.Equal(1L, await NumberAsync(database, "SELECT count(*) FROM autogen_log"));

        static void Wrong(MigrationBuilder op, string third)
        {
            op.Sql("INSERT INTO t VALUES (1)");
            op.Autocommit(inner => inner.Sql("INSERT INTO t VALUES (2)"));
            op.Sql(third);
            op.Autocommit(inner => inner.Sql("INSERT INTO t VALUES (4)"));
            op.Sql("INSERT INTO t VALUES (5)");
        }
    }

    [Theory]
    [MemberData(nameof(Kinds))]
    public async Task Nothing_else_runs_before_a_revision_is_whole(string kind)
    {
        await using var database = await TestDatabase.CreateAsync(kind);
        await database.UpgradeAsync("first0000000");
        Revisions.Second.Value = op =>
        {
            op.Sql("CREATE TABLE t (id integer)");
            op.Autocommit(inner => inner.Sql("INSERT INTO t VALUES (2)"));
            op.Sql("INSERT INTO nowhere VALUES (1)");
        };
        await Assert.ThrowsAsync<AutogenException>(() => database.UpgradeAsync());
        var refused = await Assert.ThrowsAsync<AutogenException>(
            () => database.UseAsync(upgrader => upgrader.DowngradeAsync("base", CancellationToken.None)));
        Assert.Equal(ErrorCode.RevisionUnfinished, refused.Code);
        Assert.Contains("'dotnet autogen upgrade second000000' resumes it", refused.Message, StringComparison.Ordinal);

        var first = Revisions.Second.Value;
        Revisions.Second.Value = op => op.Sql("CREATE TABLE other (id integer)");
        Assert.Contains(
            "were changed in the file",
            (await Assert.ThrowsAsync<AutogenException>(() => database.UpgradeAsync())).Message,
            StringComparison.Ordinal);

        Revisions.Second.Value = first;
        await database.ExecuteAsync("DROP TABLE t");
        await database.UseAsync(async upgrader =>
        {
            await upgrader.StampAsync(["first0000000"], purge: false, CancellationToken.None);
            return true;
        });
        Revisions.Second.Value = op => op.Sql("CREATE TABLE t (id integer)");
        Assert.Equal(["second000000"], await database.UpgradeAsync());
    }

    [Fact]
    public async Task An_invalid_index_left_by_a_failure_is_rebuilt()
    {
        await using var database = await TestDatabase.CreateAsync("postgresql");
        await database.ExecuteAsync(
            "CREATE SCHEMA \"Odd one\"; CREATE TABLE \"Odd one\".\"T\" (id integer); INSERT INTO \"Odd one\".\"T\" VALUES (1), (1)");
        Revisions.First.Value = op =>
        {
            op.Sql("CREATE TABLE before (id integer)");
            op.Autocommit(inner =>
                inner.CreateIndex("IX \"T\"", "T", "id", schema: "Odd one", unique: true).Annotation("Npgsql:CreatedConcurrently", true));
            op.Sql("CREATE TABLE after (id integer)");
        };
        var failed = await Assert.ThrowsAsync<AutogenException>(() => database.UpgradeAsync());
        Assert.Contains("removes the invalid index", failed.Message, StringComparison.Ordinal);
        Assert.Equal(
            false,
            await database.ScalarAsync("SELECT indisvalid FROM pg_index WHERE indexrelid = '\"Odd one\".\"IX \"\"T\"\"\"'::regclass"));
        await database.ExecuteAsync("DELETE FROM \"Odd one\".\"T\"");
        await database.UpgradeAsync();
        Assert.Equal(
            true,
            await database.ScalarAsync("SELECT indisvalid FROM pg_index WHERE indexrelid = '\"Odd one\".\"IX \"\"T\"\"\"'::regclass"));
    }

    [Theory]
    [InlineData(
        "CREATE INDEX CONCURRENTLY Ix ON t (id)",
        "CREATE INDEX ix ON t (id)",
        "SELECT count(*) FROM pg_index WHERE indexrelid = 'ix'::regclass AND indisvalid")]
    [InlineData("DROP INDEX CONCURRENTLY kept", "DROP INDEX kept", "SELECT count(*) FROM t WHERE to_regclass('kept') IS NULL")]
    [InlineData(
        "-- why\nCREATE UNIQUE INDEX CONCURRENTLY IF NOT EXISTS \"Ix\" ON ONLY public.t (id)",
        "CREATE UNIQUE INDEX \"Ix\" ON t (id); UPDATE pg_index SET indisvalid = false WHERE indexrelid = '\"Ix\"'::regclass",
        "SELECT count(*) FROM pg_index WHERE indexrelid = '\"Ix\"'::regclass AND indisvalid")]
    public async Task What_ended_unseen_is_asked_of_the_catalogue(string statement, string happened, string isThere)
    {
        await using var database = await TestDatabase.CreateAsync("postgresql");
        await database.ExecuteAsync("CREATE TABLE t (id integer); CREATE INDEX kept ON t (id); INSERT INTO t VALUES (1)");
        Revisions.First.Value = op =>
        {
            op.Autocommit(inner => inner.Sql(statement));
            op.Sql("INSERT INTO nowhere VALUES (1)");
        };
        await Assert.ThrowsAsync<AutogenException>(() => database.UpgradeAsync());

        // As if the process had been killed after the server had done it, and before that could be noted.
        await database.ExecuteAsync("DROP INDEX IF EXISTS ix, \"Ix\"; CREATE INDEX IF NOT EXISTS kept ON t (id)");
        await database.ExecuteAsync(
            $"{happened}; UPDATE autogen_version_unfinished SET done = 0, is_begun = 1, begun = '{statement}', "
                + "checksum = 'e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855'");
        Revisions.First.Value = op => op.Autocommit(inner => inner.Sql(statement));
        await database.UpgradeAsync();
        Assert.Equal(1L, await NumberAsync(database, isThere));
    }

    [Fact]
    public async Task Leftovers_of_a_failed_statement_are_dropped_when_a_statement_is_inserted_before_it()
    {
        await using var database = await TestDatabase.CreateAsync("postgresql");
        await database.ExecuteAsync("CREATE TABLE t (id integer); INSERT INTO t VALUES (1), (1)");
        const string Index = "CREATE UNIQUE INDEX CONCURRENTLY ix ON t (id)";
        Revisions.First.Value = op => op.Autocommit(inner => inner.Sql(Index));
        await Assert.ThrowsAsync<AutogenException>(() => database.UpgradeAsync());
        Revisions.First.Value = op =>
        {
            op.Sql("DELETE FROM t");
            op.Autocommit(inner => inner.Sql(Index));
        };
        await database.UpgradeAsync();
        Assert.Equal(true, await database.ScalarAsync("SELECT indisvalid FROM pg_index WHERE indexrelid = 'ix'::regclass"));
        Assert.Equal(DBNull.Value, await database.ScalarAsync("SELECT to_regclass('autogen_version_unfinished')::text"));
    }

    [Fact]
    public async Task An_invalid_index_is_not_passed_over()
    {
        await using var database = await TestDatabase.CreateAsync("postgresql");
        await database.ExecuteAsync(
            "CREATE TABLE t (id integer); CREATE INDEX ix ON t (id); UPDATE pg_index SET indisvalid = false "
                + "WHERE indexrelid = 'ix'::regclass");
        Revisions.First.Value = op => op.Autocommit(inner => inner.Sql("CREATE INDEX CONCURRENTLY IF NOT EXISTS ix ON t (id)"));
        var failed = await Assert.ThrowsAsync<AutogenException>(() => database.UpgradeAsync());
        Assert.Contains("The index ix exists but is invalid", failed.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("CREATE INDEX CONCURRENTLY ix ON t (id)", "42P07")]
    [InlineData("DROP INDEX CONCURRENTLY gone", "42704")]
    public async Task What_somebody_else_did_is_not_taken_for_the_statements_work(string statement, string state)
    {
        await using var database = await TestDatabase.CreateAsync("postgresql");
        await database.ExecuteAsync("CREATE TABLE t (id integer, other integer); CREATE INDEX ix ON t (other)");
        Revisions.First.Value = op => op.Autocommit(inner => inner.Sql(statement));
        for (var attempt = 0; attempt < 2; attempt++)
        {
            var failed = await Assert.ThrowsAsync<AutogenException>(() => database.UpgradeAsync());
            Assert.Contains(state, failed.Message, StringComparison.Ordinal);
            Assert.DoesNotContain("removes the invalid index", failed.Message, StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task SQLite_runs_by_itself_what_it_would_not_do_in_a_transaction()
    {
        await using var database = await TestDatabase.CreateAsync("sqlite");
        Revisions.First.Value = op => op.Autocommit(inner =>
        {
            inner.Sql("PRAGMA user_version = 7");
            inner.Sql("VACUUM");
        });
        await database.UpgradeAsync();
        Assert.Equal(7L, await NumberAsync(database, "PRAGMA user_version"));
    }

    private static async Task<long> NumberAsync(TestDatabase database, string sql)
        => Convert.ToInt64(await database.ScalarAsync(sql), CultureInfo.InvariantCulture);
}
