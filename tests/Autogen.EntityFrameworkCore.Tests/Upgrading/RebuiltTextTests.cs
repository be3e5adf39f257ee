using Autogen.Schema;
using Autogen.Testing;

namespace Autogen.EntityFrameworkCore.Tests.Upgrading;

/// <summary>Text of a table that a rebuild writes.</summary>
public class RebuiltTextTests
{
    [Fact]
    [Case("N7")]
    public async Task Column_that_becomes_required_is_no_longer_declared_nullable()
    {
        await using var database = await TestDatabase.CreateAsync("sqlite");
        await database.ExecuteAsync("CREATE TABLE t (id INTEGER PRIMARY KEY, a TEXT NULL, b TEXT NULL)");
        Revisions.First.Value = op =>
        {
            op.AlterColumn<string>("a", "t", type: "TEXT", nullable: false, oldNullable: true);
            op.AddCheckConstraint("ck", "t", "id > 0");
        };
        await database.UpgradeAsync("first0000000");
        var sql = (string)(await database.ScalarAsync("SELECT sql FROM sqlite_master WHERE name = 't'"))!;
        Assert.Contains("a TEXT NOT NULL", sql, StringComparison.Ordinal);
        Assert.Contains("b TEXT NULL", sql, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("'New'", "DEFAULT 'New'")]
    [InlineData("'it''s'", "DEFAULT 'it''s'")]
    [InlineData("1.5", "DEFAULT 1.5")]
    [InlineData("X'00'", "DEFAULT X'00'")]
    [InlineData("('New')", "DEFAULT (('New'))")]
    [InlineData("-1", "DEFAULT (-1)")]
    [InlineData("1 + 1", "DEFAULT (1 + 1)")]
    [InlineData("CURRENT_TIMESTAMP", "DEFAULT (CURRENT_TIMESTAMP)")]
    [Case("N7")]
    public async Task Literal_default_is_written_without_parentheses(string sql, string expected)
    {
        await using var database = await TestDatabase.CreateAsync("sqlite");
        await database.ExecuteAsync("CREATE TABLE t (id INTEGER PRIMARY KEY, a TEXT)");
        Revisions.First.Value = op => op.AlterColumn<string>("a", "t", type: "TEXT", nullable: true, defaultValueSql: sql);
        await database.UpgradeAsync("first0000000");
        Assert.Contains(
            expected, (string)(await database.ScalarAsync("SELECT sql FROM sqlite_master WHERE name = 't'"))!, StringComparison.Ordinal);
    }

    [Fact]
    [Case("N7")]
    public async Task Failed_rebuild_names_all_operations_that_it_does_at_once()
    {
        await using var database = await TestDatabase.CreateAsync("sqlite");
        await database.ExecuteAsync("CREATE TABLE t (id INTEGER PRIMARY KEY, a TEXT); INSERT INTO t VALUES (-1, 'x')");
        Revisions.First.Value = op =>
        {
            op.Sql("SELECT 1");
            op.AlterColumn<string>("a", "t", type: "VARCHAR", nullable: true);
            op.AddCheckConstraint("ck", "t", "id > 0");
        };
        var failure = await Assert.ThrowsAsync<AutogenException>(() => database.UpgradeAsync("first0000000"));
        Assert.Contains(
            "failed in operations 2 to 3, which are done at once: AlterColumn 't.a', AddCheckConstraint 'ck' on 't': ",
            failure.Message,
            StringComparison.Ordinal);
    }

    [Fact]
    [Case("N6")]
    public async Task Rows_get_the_value_of_a_default_that_is_dropped_in_the_same_rebuild()
    {
        await using var database = await TestDatabase.CreateAsync("sqlite");
        await database.ExecuteAsync("CREATE TABLE t (id INTEGER PRIMARY KEY, gone TEXT); INSERT INTO t VALUES (1, 'x'), (2, 'y')");
        Revisions.First.Value = op =>
        {
            op.DropColumn("gone", "t");
            op.AddColumn<int>("n", "t", type: "INTEGER", nullable: false, defaultValue: 7);
            op.AlterColumn<int>("n", "t", type: "INTEGER", nullable: false, oldDefaultValue: 7);
            op.AddColumn<string>("m", "t", type: "TEXT", nullable: false, defaultValueSql: "'[]'");
            op.AlterColumn<string>("m", "t", type: "TEXT", nullable: false, oldDefaultValueSql: "'[]'");
        };
        await database.UpgradeAsync("first0000000");
        Assert.Equal("1 7 [],2 7 []", await database.ScalarAsync("SELECT group_concat(id || ' ' || n || ' ' || m) FROM t"));
        Assert.DoesNotContain(
            "DEFAULT", (string)(await database.ScalarAsync("SELECT sql FROM sqlite_master WHERE name = 't'"))!, StringComparison.Ordinal);
    }
}
