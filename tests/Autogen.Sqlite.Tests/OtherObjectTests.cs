using Autogen.Scenarios.Databases;
using Autogen.Schema.Dialects;
using Autogen.Schema.Sqlite;
using Microsoft.Data.Sqlite;

namespace Autogen.Sqlite.Tests;

public class OtherObjectTests
{
    [Fact]
    public async Task Other_objects_are_listed_by_kind_and_name()
    {
        await using var database = SqliteDatabase.Create();
        await using var connection = new SqliteConnection(database.ConnectionString);
        await connection.OpenAsync();
        await using var command = connection.CreateCommand();
        command.CommandText =
            """
            CREATE TABLE "Ödd 'table" (a integer PRIMARY KEY);
            CREATE TABLE w (a text PRIMARY KEY) WITHOUT ROWID;
            CREATE VIEW v AS SELECT a FROM w;
            CREATE TRIGGER "tr ig" AFTER INSERT ON "Ödd 'table" BEGIN DELETE FROM w; END;
            CREATE VIRTUAL TABLE search USING fts5(body);
            CREATE INDEX ix ON w (a);
            """;
        await command.ExecuteNonQueryAsync();
        var found = await SqliteOtherObjects.ReadAsync(connection, CancellationToken.None);
        Assert.Equal(
            ["table WITHOUT ROWID: w", "trigger: tr ig on Ödd 'table", "view: v", "virtual table: search"],
            found.Others.Select(other => $"{other.Kind}: {other.Text}"));
        Assert.Empty(found.Dependencies.Objects);
    }

    [Theory]
    [InlineData("CREATE TABLE t (a int)", false)]
    [InlineData("CREATE TABLE t (a int, strict text)", false)]
    [InlineData("CREATE TABLE t (a int) WITHOUT ROWID, STRICT", true)]
    [InlineData("CREATE TABLE t (a int) strict", true)]
    public void A_strict_table_is_known_by_what_follows_its_columns(string sql, bool expected)
        => Assert.Equal(expected, SqliteTableStatement.Parse(sql).IsStrict);

    [Theory]
    [InlineData("view", 1, "1 view")]
    [InlineData("view", 2, "2 views")]
    [InlineData("policy", 3, "3 policies")]
    [InlineData("table with row security", 2, "2 tables with row security")]
    [InlineData("table WITHOUT ROWID", 1, "1 table WITHOUT ROWID")]
    public void Kinds_are_counted(string kind, int count, string expected) => Assert.Equal(expected, OtherObject.Counted(kind, count));
}
