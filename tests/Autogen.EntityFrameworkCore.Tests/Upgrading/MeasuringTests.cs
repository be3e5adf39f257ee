using Autogen.Drivers;
using Autogen.Schema;
using Autogen.Upgrading;
using Autogen.Upgrading.Measuring;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Migrations;

namespace Autogen.EntityFrameworkCore.Tests.Upgrading;

/// <summary>What <c>rehearse</c> measures of statements is what they do.</summary>
public class MeasuringTests
{
    private const string Rows = "INSERT INTO orders SELECT n, n FROM generate_series(1, 1000) AS n";

    [Fact]
    public async Task Rewritten_table_scanned_table_new_index_and_new_table_are_told_apart_on_PostgreSQL()
    {
        await using var database = await TestDatabase.CreateAsync("postgresql");
        var recorder = await MeasureAsync(
            database,
            [
                "CREATE TABLE orders (id integer PRIMARY KEY, total integer)", "CREATE TABLE others (id integer)",
                Rows,
            ],
            op =>
            {
                op.Sql("ALTER TABLE orders ALTER COLUMN total TYPE bigint");
                op.Sql("ALTER TABLE orders ADD CONSTRAINT c CHECK (total > 0)");
                op.Sql("CREATE INDEX ix ON others (id)");
                op.Sql("UPDATE orders SET total = total + 1 WHERE id <= 10");
                op.Sql("CREATE TABLE fresh (id integer PRIMARY KEY)");
            });
        var statements = recorder.Statements;
        Assert.Equal([1, 2, 3, 4, 5], statements.Select(statement => statement.Number));
        Assert.Equal(["index 'orders_pkey'", "table 'orders'"], statements[0].Rewritten);
        Assert.All(statements.Skip(1), statement => Assert.Empty(statement.Rewritten));
        Assert.Equal([0, 0, 0, 10, 0], statements.Select(statement => statement.ChangedRows));
        Assert.All(statements, statement => Assert.True(statement.Duration > TimeSpan.Zero));
        Assert.True(statements[0].LogBytes > statements[1].LogBytes, "A rewrite writes more than a check.");
        var blocking = recorder.Locks.Where(taken => taken.Lock.Blocks != BlockedWork.SchemaChanges)
            .Select(taken => (taken.Lock.Table, taken.Lock.Mode, taken.Lock.Blocks, taken.Number))
            .Order();
        Assert.Equal(
            [
                ("table 'orders'", "ACCESS EXCLUSIVE", BlockedWork.ReadsAndWrites, 1),
                ("table 'orders'", "SHARE", BlockedWork.Writes, 1),
                ("table 'others'", "SHARE", BlockedWork.Writes, 3),
            ],
            blocking);
        Assert.All(recorder.Locks, taken => Assert.True(taken.Duration > TimeSpan.Zero));
    }

    [Fact]
    public async Task Batches_of_a_backfill_are_one_statement_and_a_concurrent_index_is_alone()
    {
        await using var database = await TestDatabase.CreateAsync("postgresql");
        var recorder = await MeasureAsync(
            database,
            ["CREATE TABLE orders (id integer PRIMARY KEY, total integer)", Rows],
            op =>
            {
                op.Backfill("orders", "id", "total = total + 1", batchSize: 300);
                op.Autocommit(inner => inner.Sql("CREATE INDEX CONCURRENTLY ix ON orders (total)"));
            });
        Assert.Equal([1000, 0], recorder.Statements.Select(statement => statement.ChangedRows));
        Assert.True(recorder.Statements[0].Batches >= 4, "1000 rows by 300");
        Assert.Equal([true, true], recorder.Statements.Select(statement => statement.IsAlone));
        Assert.All(recorder.Locks, taken => Assert.Equal(BlockedWork.SchemaChanges, taken.Lock.Blocks));
        Assert.Contains(recorder.Locks, taken => taken.Lock is { Table: "table 'orders'", Mode: "ROW EXCLUSIVE" });
    }

    [Fact]
    public async Task Table_that_SQLite_copies_is_rewritten_and_the_file_is_locked()
    {
        await using var database = await TestDatabase.CreateAsync("sqlite");
        var recorder = await MeasureAsync(
            database,
            ["CREATE TABLE orders (id integer PRIMARY KEY, total integer)", "INSERT INTO orders VALUES (1, 1), (2, 2)"],
            op =>
            {
                op.Sql("UPDATE orders SET total = 3");
                op.Sql("CREATE TABLE copy AS SELECT * FROM orders");
                op.Sql("DROP TABLE orders");
                op.Sql("ALTER TABLE copy RENAME TO orders");
            });
        Assert.Equal(2, recorder.Statements[0].ChangedRows);
        Assert.Equal(["table 'orders'"], recorder.Statements.SelectMany(statement => statement.Rewritten));
        var taken = Assert.Single(recorder.Locks);
        Assert.Equal((BlockedWork.Writes, 1), (taken.Lock.Blocks, taken.Number));
    }

    [Theory]
    [InlineData("postgresql")]
    [InlineData("sqlite")]
    public async Task Statement_that_fails_is_the_last_one(string kind)
    {
        await using var database = await TestDatabase.CreateAsync(kind);
        var recorder = new UpgradeRecorder(AllDrivers.Of(new DbContext(database.Options)).Meter, []);
        Revisions.First.Value = op =>
        {
            op.Sql("CREATE TABLE t (id integer)");
            op.Sql("INSERT INTO nowhere VALUES (1)");
            op.Sql("DROP TABLE t");
        };
        await Assert.ThrowsAsync<AutogenException>(
            () => database.UpgradeAsync("first0000000", options: new UpgradeOptions { Observer = recorder }));
        Assert.Equal([false, true], recorder.Statements.Select(statement => statement.HasFailed));
        Assert.Empty(recorder.Locks);
    }

    private static async Task<UpgradeRecorder> MeasureAsync(TestDatabase database, string[] first, Action<MigrationBuilder> second)
    {
        Revisions.First.Value = op =>
        {
            foreach (var sql in first)
                op.Sql(sql);
        };
        Revisions.Second.Value = second;
        await database.UpgradeAsync("first0000000");
        await using var context = new DbContext(database.Options);
        var recorder = new UpgradeRecorder(
            AllDrivers.Of(context).Meter, ["autogen_version", "autogen_log", "autogen_version_unfinished", "autogen_version_lock"]);
        await database.UpgradeAsync("second000000", options: new UpgradeOptions { Observer = recorder });
        return recorder;
    }
}
