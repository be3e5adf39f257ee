using Autogen.Scenarios.Databases;
using Autogen.Schema.Sqlite;

namespace Autogen.Sqlite.Tests;

public class ReaderTests
{
    [Fact]
    public async Task Virtual_tables_their_shadows_and_the_engines_own_are_not_seen()
    {
        await using var database = SqliteDatabase.Create();
        await database.ExecuteAsync(
            "CREATE TABLE t (id INTEGER PRIMARY KEY AUTOINCREMENT); CREATE VIRTUAL TABLE search USING fts5(body); "
                + "CREATE VIEW v AS SELECT 1; ANALYZE");
        await using var connection = await database.OpenAsync();
        var schema = await SqliteReader.ReadAsync(connection, CancellationToken.None);
        Assert.Equal(["t"], schema.Tables.Select(table => table.Name.Name));
        Assert.Equal(["v"], schema.Views.Select(view => view.Name.Name));
    }

    [Fact]
    public async Task A_column_that_was_added_later_is_read_wherever_its_text_was_put()
    {
        await using var database = SqliteDatabase.Create();
        await database.ExecuteAsync(
            "CREATE TABLE t (a INTEGER, CHECK (a > 0)); ALTER TABLE t ADD COLUMN \"b c\" TEXT NOT NULL DEFAULT 'x''y'");
        await using var connection = await database.OpenAsync();
        var table = Assert.Single((await SqliteReader.ReadAsync(connection, CancellationToken.None)).Tables);
        Assert.Equal(["a", "b c"], table.Columns.Select(column => column.Name));
        Assert.Equal("'x''y'", table.Columns[1].Default!.Text);
        Assert.Equal("a > 0", Assert.Single(table.CheckConstraints).Expression.Text);
    }
}
