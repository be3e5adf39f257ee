using Autogen.Schema;
using Autogen.Upgrading;
using Autogen.Drivers.Sqlite;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Migrations;

namespace Autogen.EntityFrameworkCore.Tests.Upgrading;

/// <summary>
/// What SQLite 3.53 alters without a copy of the table; older engines make the same by one. On which of them these tests run, the variable
/// <c>AUTOGEN_TEST_SQLITE</c> says.
/// </summary>
[Case("F1")]
public class TableInPlaceTests
{
    private const string Before =
        """
        CREATE TABLE "pa rent" (
            id INTEGER NOT NULL CONSTRAINT pk PRIMARY KEY AUTOINCREMENT, -- a comment
            [na me] TEXT COLLATE NOCASE,
            w TEXT DEFAULT 'x, y',
            n INTEGER CONSTRAINT "nn" NOT NULL ON CONFLICT FAIL,
            twice INTEGER AS (n * 2) STORED,
            CONSTRAINT uq UNIQUE (n) ON CONFLICT REPLACE CONSTRAINT "ck é" CHECK (n > 0)
        );
        CREATE TABLE child (id INTEGER PRIMARY KEY, parent_id INTEGER REFERENCES "pa rent" (id) ON DELETE CASCADE);
        CREATE INDEX ix ON "pa rent" (n DESC) WHERE n > 5;
        CREATE TABLE trace (what TEXT);
        CREATE TRIGGER tr AFTER UPDATE ON "pa rent" BEGIN INSERT INTO trace VALUES ('updated'); END;
        CREATE VIEW v AS SELECT id, n FROM "pa rent";
        CREATE VIEW ill AS SELECT x FROM nowhere;
        INSERT INTO "pa rent" (id, n, [na me]) VALUES (1, 10, 'x'), (2, 20, 'y'), (9, 90, 'z');
        DELETE FROM "pa rent" WHERE id = 9;
        INSERT INTO child (parent_id) VALUES (1), (1), (2);
        """;

    private static bool AltersInPlace => InPlaceEdit.IsSupported(new SqliteConnection().ServerVersion);

    public static TheoryData<string> Changes => ["set", "drop", "add", "remove", "replace", "all"];

    [Theory]
    [MemberData(nameof(Changes))]
    public async Task A_new_engine_does_not_copy_the_table(string name)
    {
        await using var database = await TestDatabase.CreateAsync("sqlite");
        await database.ExecuteAsync(Before);
        var root = await RootAsync(database);
        Revisions.First.Value = Change(name);
        await database.UpgradeAsync("first0000000");
        Assert.Equal(AltersInPlace, root == await RootAsync(database));

        // All else is as it was, on either engine.
        var sql = (string)(await database.ScalarAsync("SELECT sql FROM sqlite_master WHERE name = 'pa rent'"))!;
        var isRequired = await database.ScalarAsync("SELECT \"notnull\" FROM pragma_table_info('pa rent') WHERE name = 'na me'");
        Assert.Equal(name is "set" or "all" ? 1L : 0L, isRequired);
        Assert.Equal(name is not ("drop" or "all"), sql.Contains("CONSTRAINT \"nn\" NOT NULL ON CONFLICT FAIL", StringComparison.Ordinal));
        var keepsCheck = name is not ("remove" or "replace" or "all");
        Assert.Equal(keepsCheck, sql.Contains("CONSTRAINT \"ck é\" CHECK (n > 0)", StringComparison.Ordinal));
        Assert.Equal(name is "add" or "all", sql.Contains("CONSTRAINT \"ck_new\" CHECK (length(\"na me\") < 9)", StringComparison.Ordinal));
        Assert.Equal(name is "replace", sql.Contains("CONSTRAINT \"ck é\" CHECK (n > 1)", StringComparison.Ordinal));
        Assert.Contains("CONSTRAINT uq UNIQUE (n) ON CONFLICT REPLACE", sql, StringComparison.Ordinal);
        Assert.Equal(3L, await database.ScalarAsync("SELECT count(*) FROM child"));
        Assert.Equal("1,2", await database.ScalarAsync("SELECT group_concat(id) FROM v"));
        Assert.Equal(0L, await database.ScalarAsync("SELECT count(*) FROM trace"));
        Assert.Equal("ok", await database.ScalarAsync("PRAGMA integrity_check"));
        await database.ExecuteAsync("INSERT INTO \"pa rent\" (n, [na me]) VALUES (30, 'w')");
        Assert.Equal(10L, await database.ScalarAsync("SELECT max(id) FROM v"));
    }

    // SQLite itself says "constraint failed" of a change in place, and neither of what nor where.
    [Theory]
    [InlineData("set", "NOT NULL constraint failed: ", "na me")]
    [InlineData("add", "CHECK constraint failed: ck_new", "")]
    [InlineData("all", "constraint failed: ", "")]
    public async Task A_violating_row_is_reported_as_by_older_engines(string name, string message, string column)
    {
        await using var database = await TestDatabase.CreateAsync("sqlite");
        var value = name == "add" ? "'more than nine letters'" : "NULL";
        await database.ExecuteAsync($"{Before}; UPDATE \"pa rent\" SET [na me] = {value} WHERE id = 2");
        var before = await DumpAsync(database);
        Revisions.First.Value = Change(name);
        var refused = await Assert.ThrowsAsync<AutogenException>(() => database.UpgradeAsync("first0000000"));
        Assert.Equal(ErrorCode.RevisionFailed, refused.Code);
        Assert.Contains(message, refused.Message, StringComparison.Ordinal);
        Assert.Contains(column, refused.Message, StringComparison.Ordinal);
        Assert.Equal(before, await DumpAsync(database));
    }

    [Fact]
    public async Task Rows_without_a_value_get_the_default_and_no_trigger_runs()
    {
        await using var database = await TestDatabase.CreateAsync("sqlite");
        await database.ExecuteAsync(Before + "; UPDATE \"pa rent\" SET w = NULL WHERE id = 2; DELETE FROM trace");
        Revisions.First.Value = op =>
            op.AlterColumn<string>("w", "pa rent", type: "TEXT", nullable: false, defaultValue: "x, y", oldNullable: true);
        await database.UpgradeAsync("first0000000");
        Assert.Equal("x, y|x, y", await database.ScalarAsync("SELECT group_concat(w, '|') FROM \"pa rent\""));
        Assert.Equal(0L, await database.ScalarAsync("SELECT count(*) FROM trace"));
    }

    [Fact]
    public async Task A_script_runs_on_engines_of_any_age()
    {
        await using var database = await TestDatabase.CreateAsync("sqlite");
        Revisions.First.Value = op => op.Sql("CREATE TABLE t (a INTEGER)");
        Revisions.Second.Value = op => op.AlterColumn<int>("a", "t", type: "INTEGER", nullable: false);
        var range = new ScriptOptions { Target = "head", Direction = Autogen.Graph.StepDirection.Upgrade, From = [], IsReplica = true };
        await using var context = new DbContext(database.Options);
        await context.Database.OpenConnectionAsync();
        var upgrader = new Upgrader(context, Revisions.Set, new UpgradeOptions(), SilentProgress.Instance);
        var script = (await upgrader.ScriptAsync(range, CancellationToken.None)).Text;
        Assert.DoesNotContain("ALTER COLUMN", script, StringComparison.Ordinal);
        Assert.Contains("autogen_rebuild", script, StringComparison.Ordinal);
    }

    private static Action<MigrationBuilder> Change(string name) => op =>
    {
        if (name is "set" or "all")
            op.AlterColumn<string>("na me", "pa rent", type: "TEXT", nullable: false, collation: "NOCASE", oldNullable: true);
        if (name is "drop" or "all")
            op.AlterColumn<int>("n", "pa rent", type: "INTEGER", nullable: true);
        if (name is "remove" or "replace" or "all")
            op.DropCheckConstraint("ck é", "pa rent");
        if (name is "add" or "all")
            op.AddCheckConstraint("ck_new", "pa rent", "length(\"na me\") < 9");
        if (name is "replace")
            op.AddCheckConstraint("ck é", "pa rent", "n > 1");
    };

    private static async Task<long> RootAsync(TestDatabase database)
        => (long)(await database.ScalarAsync("SELECT rootpage FROM sqlite_master WHERE name = 'pa rent'"))!;

    private static Task<object?> DumpAsync(TestDatabase database) => database.ScalarAsync(
        """
        SELECT (SELECT group_concat(sql, '|') FROM sqlite_master WHERE name NOT LIKE 'autogen%')
            || (SELECT group_concat(id || n || ifnull([na me], '-')) FROM "pa rent")
        """);
}
