using Autogen.Schema;
using Autogen.Testing;
using Autogen.Upgrading;
using Autogen.Drivers.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Migrations;

namespace Autogen.EntityFrameworkCore.Tests.Upgrading;

/// <summary>
/// What a rebuild meets in a SQLite file: foreign keys that were broken before, a file that goes, a disk that is too small.
/// </summary>
public class SqliteTroubleTests
{
    private const string Old =
        "PRAGMA foreign_keys = OFF; CREATE TABLE old_regions (code TEXT); "
            + "CREATE TABLE old_shops (id INTEGER PRIMARY KEY, region TEXT REFERENCES old_regions(code)); "
            + "INSERT INTO old_shops VALUES (1, 'EU');";

    [Theory]
    [InlineData("")]
    [InlineData("UPDATE t SET n = 1")]
    [Case("R4")]
    public async Task A_foreign_key_of_somebody_else_that_was_broken_before_stops_no_rebuild(string sql)
    {
        await using var database = await TestDatabase.CreateAsync("sqlite");
        await database.ExecuteAsync(Old + "CREATE TABLE t (id INTEGER PRIMARY KEY, n INTEGER NOT NULL)");
        await database.ExecuteAsync(
            "PRAGMA foreign_keys = OFF; CREATE TABLE orphans (id INTEGER PRIMARY KEY, t INTEGER REFERENCES t); "
                + "INSERT INTO orphans VALUES (7, 99)");
        Revisions.First.Value = op =>
        {
            if (sql.Length > 0)
                op.Sql(sql);
            op.AlterColumn<int>("n", "t", "INTEGER", nullable: true, oldClrType: typeof(int), oldType: "INTEGER");
            op.RenameTable("orphans", newName: "renamed");
        };
        await database.UpgradeAsync();
        Assert.Equal(0L, await database.ScalarAsync("SELECT \"notnull\" FROM pragma_table_info('t') WHERE name = 'n'"));
    }

    [Fact]
    [Case("R4")]
    public async Task A_foreign_key_that_the_revision_itself_breaks_is_refused()
    {
        await using var database = await TestDatabase.CreateAsync("sqlite");
        await database.ExecuteAsync(
            Old
                + "CREATE TABLE parents (id INTEGER PRIMARY KEY, code TEXT, CONSTRAINT ux UNIQUE (code)); "
                + "CREATE TABLE children "
                + "(id INTEGER PRIMARY KEY, code TEXT REFERENCES parents(code), parent INTEGER REFERENCES parents(id)); "
                + "INSERT INTO parents VALUES (1, 'a'); INSERT INTO children VALUES (1, 'a', 1)");
        Action<MigrationBuilder>[] breaking =
        [
            op => op.DropUniqueConstraint("ux", "parents"),
            op =>
            {
                op.Sql("DELETE FROM parents");
                op.DropColumn("code", "children");
            },
            op => op.DropTable("parents"),
        ];
        foreach (var operations in breaking)
        {
            Revisions.First.Value = operations;
            var refused = await Assert.ThrowsAsync<AutogenException>(() => database.UpgradeAsync());
            Assert.Equal(ErrorCode.ForeignKeyViolated, refused.Code);
            Assert.Contains("'children'", refused.Message, StringComparison.Ordinal);
            Assert.DoesNotContain("old_shops", refused.Message, StringComparison.Ordinal);
        }

        Assert.Equal(1L, await database.ScalarAsync("SELECT count(*) FROM parents"));
    }

    [Fact]
    [Case("R13")]
    public async Task A_file_removed_during_an_upgrade_is_reported()
    {
        await using var database = await TestDatabase.CreateAsync("sqlite");
        Revisions.Second.Value = op =>
        {
            op.Run((connection, _) =>
            {
                File.Move(connection.DataSource, connection.DataSource + ".moved");
                return Task.CompletedTask;
            });
            op.Sql("CREATE TABLE t (id INTEGER)");
        };
        await database.UpgradeAsync("first0000000");
        var moved = await Assert.ThrowsAsync<AutogenException>(() => database.UpgradeAsync());
        Assert.DoesNotContain("may only be read", moved.Message, StringComparison.Ordinal);
        Assert.Contains("replaced, moved or removed while it was in use", moved.Message, StringComparison.Ordinal);
        Assert.Equal(ErrorCode.DatabaseNotFound, moved.Code);
    }

    [Fact]
    [Case("R13")]
    public async Task A_commit_that_fails_after_the_last_statement_says_that_all_are_done()
    {
        await using var database = await TestDatabase.CreateAsync("sqlite");
        await database.ExecuteAsync("CREATE TABLE t (id INTEGER PRIMARY KEY, n INTEGER); INSERT INTO t VALUES (1, 0)");
        Revisions.First.Value = op => op.Backfill("t", "id", "n = n + 1");

        // The revision can't be written down: the version table is somebody's view.
        await database.ExecuteAsync("CREATE VIEW autogen_log AS SELECT 1 AS x");
        var failed = await Assert.ThrowsAsync<AutogenException>(() => database.UpgradeAsync());
        Assert.Contains(
            "All statements of the revision are done and stay; only that is not recorded", failed.Message, StringComparison.Ordinal);
        await database.ExecuteAsync("DROP VIEW autogen_log");
        await database.UpgradeAsync();
        Assert.Equal(1L, await database.ScalarAsync("SELECT n FROM t"));
    }

    [Theory]
    [InlineData("delete", 60, false)]
    [InlineData("delete", 5, true)]
    [InlineData("wal", 15, true)]
    [InlineData("delete", null, false)]
    [Case("R13")]
    public async Task A_rebuild_that_does_not_fit_is_refused_before_it_starts(string journal, int? freeMegabytes, bool isRefused)
    {
        await using var database = await TestDatabase.CreateAsync("sqlite");
        await database.ExecuteAsync($"PRAGMA journal_mode = {journal}");
        await database.ExecuteAsync(
            "CREATE TABLE large (id INTEGER PRIMARY KEY, body BLOB); CREATE TABLE small (id INTEGER); "
                + "INSERT INTO large VALUES (1, zeroblob(10000000))");
        await using var context = new DbContext(database.Options);
        await context.Database.OpenConnectionAsync();
        var connection = context.Database.GetDbConnection();
        var space = new RebuildSpace(connection, _ => freeMegabytes * 1_000_000L);
        if (!isRefused)
        {
            Assert.Null(await space.CheckAsync("r1", ["small", "large"], CancellationToken.None));
            return;
        }

        // Of a small table it is said only what the whole file would need.
        Assert.Contains(
            $"which needs up to {(journal == "wal" ? 20 : 10)} MB of free space",
            (await space.CheckAsync("r1", ["small"], CancellationToken.None))!,
            StringComparison.Ordinal);
        var refused = await Assert.ThrowsAsync<AutogenException>(() => space.CheckAsync("r1", ["small", "large"], CancellationToken.None));
        Assert.Contains("Revision r1 rebuilds table 'large', which needs", refused.Message, StringComparison.Ordinal);
        Assert.Contains($"the file system has {freeMegabytes} MB. Nothing of it was done.", refused.Message, StringComparison.Ordinal);
    }
}
