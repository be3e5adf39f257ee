using Autogen.Schema.Dialects;
using Autogen.Schema.Statistics;
using Microsoft.Data.Sqlite;

namespace Autogen.Sqlite.Tests;

public class StatisticsTests
{
    [Fact]
    public async Task Rows_are_counted_and_pages_add_up()
    {
        await using var connection = new SqliteConnection("Data Source=:memory:");
        await connection.OpenAsync();
        await using var command = connection.CreateCommand();
        command.CommandText =
            """"
            CREATE TABLE "Bestell ""Zeile""" (id INTEGER PRIMARY KEY, note TEXT UNIQUE);
            CREATE INDEX "by note" ON "Bestell ""Zeile""" (note);
            WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < 500)
            INSERT INTO "Bestell ""Zeile""" SELECT i, printf('%.*c', i, 'x') FROM n;
            CREATE TABLE gone AS SELECT * FROM "Bestell ""Zeile""";
            DROP TABLE gone;
            CREATE TABLE keys (a TEXT, b TEXT, PRIMARY KEY (a, b)) WITHOUT ROWID;
            CREATE VIRTUAL TABLE words USING fts5(text);
            """";
        await command.ExecuteNonQueryAsync();
        var dialect = AllDialects.ForProvider("Microsoft.EntityFrameworkCore.Sqlite");
        var statistics = await dialect.ReadStatisticsAsync(connection, RowCounting.Small, CancellationToken.None);
        var table = statistics.Tables.Single(table => table.Name == "Bestell \"Zeile\"");
        Assert.Equal((500, false), (table.Rows, table.IsEstimate));
        Assert.Equal(2, table.Indexes.Count);
        Assert.Null(statistics.Tables.Single(other => other.Name == "words").Rows);
        Assert.Equal(0, statistics.Tables.Single(other => other.Name == "keys").Rows);
        Assert.True(statistics.FreeBytes > 0);

        command.CommandText = "SELECT count(*) FROM pragma_module_list WHERE name = 'dbstat'";
        if ((long)(await command.ExecuteScalarAsync())! == 0)
            Assert.Null(table.HeapBytes);
        else
            Assert.Equal(
                statistics.Bytes - statistics.FreeBytes, statistics.Tables.Sum(one => one.TotalBytes() ?? 0) + OwnPages(connection));
    }

    // The schema's page, and those of virtual tables' parts are in the list already.
    private static long OwnPages(SqliteConnection connection)
    {
        using var command = connection.CreateCommand();
        command.CommandText = "SELECT sum(pgsize) FROM dbstat WHERE aggregate = TRUE AND name = 'sqlite_schema'";
        return (long)command.ExecuteScalar()!;
    }
}
