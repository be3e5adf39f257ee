using System.Globalization;
using Autogen.Drivers;
using Autogen.Operations;
using Autogen.Schema;
using Autogen.Schema.Dialects;
using Autogen.Testing;
using Autogen.Upgrading;
using Autogen.Upgrading.Running;
using Microsoft.EntityFrameworkCore.Migrations;

namespace Autogen.EntityFrameworkCore.Tests.Upgrading;

/// <summary>Rows changed in batches, each in a transaction of its own.</summary>
public class BackfillTests
{
    private const string Table = "Odd \"t\"";
    private const string Quoted = "\"Odd \"\"t\"\"\"";

    public static TheoryData<string> Kinds => ["sqlite", "postgresql"];

    public static TheoryData<string, string> Keys
    {
        get
        {
            var keys = new TheoryData<string, string>();
            foreach (var key in new[]
            {
                "integer", "text", "numeric(10,2)", "timestamp", "date", "uuid", "bytea", "double precision", "two"
            })
            {
                keys.Add("postgresql", key);
                if (key is not "uuid")
                    keys.Add("sqlite", key);
            }

            return keys;
        }
    }

    [Theory]
    [MemberData(nameof(Kinds))]
    [Case("R2")]
    public async Task Ranges_in_which_few_rows_match_grow_and_a_batch_changes_no_more_rows_than_it_may(string kind)
    {
        await using var database = await TestDatabase.CreateAsync(kind);
        await database.ExecuteAsync("CREATE TABLE t (a integer NOT NULL, b integer NOT NULL, n integer NOT NULL, PRIMARY KEY (a, b)); "
            + "WITH RECURSIVE s(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM s WHERE i < 3000) INSERT INTO t SELECT i / 7, i % 7, 0 FROM s");
        var progress = new BatchesProgress();
        Revisions.First.Value = op => op.Backfill("t", ["a", "b"], "n = n + 1", where: "a = 3 OR a > 350", batchSize: 10);
        await database.UpgradeAsync(progress: progress);
        var expected = await NumberAsync(database, "SELECT count(*) FROM t WHERE a = 3 OR a > 350");
        Assert.Equal(expected, await NumberAsync(database, "SELECT count(*) FROM t WHERE n = 1"));
        Assert.Equal(expected, await NumberAsync(database, "SELECT sum(n) FROM t"));
        Assert.Equal((expected, expected), (progress.Rows[^1], progress.Total));
        Assert.All(progress.Rows.Zip(progress.Rows.Skip(1)), pair => Assert.InRange(pair.Second - pair.First, 0, 10));
        Assert.InRange(progress.Rows.Count, 1, 100);
    }

    [Fact]
    [Case("R2")]
    public async Task The_end_of_a_batch_is_found_without_the_filter_and_by_the_index()
    {
        await using var database = await TestDatabase.CreateAsync("postgresql");
        await database.ExecuteAsync(
            "CREATE TABLE t (a text COLLATE \"C\" NOT NULL, b uuid NOT NULL, n integer, UNIQUE (a, b)) WITH (autovacuum_enabled = off); "
                + "INSERT INTO t SELECT 'it''s, ' || i / 10, md5(i::text)::uuid, NULL FROM generate_series(1, 20000) i");
        var backfill = new BackfillOperation { Table = "t", Key = ["a", "b"], Set = "n = 1", Where = "n IS NULL", BatchSize = 1000 };
        var sql = new Backfilling(backfill, AllDrivers.Of(AllDialects.ForProvider("Npgsql.EntityFrameworkCore.PostgreSQL")));
        var first = (string)(await database.ScalarAsync("BEGIN; " + sql.EndSql(null, 1000)))!;
        var second = (string)(await database.ScalarAsync("BEGIN; " + sql.EndSql(first, 1000)))!;
        Assert.Equal(1000L, await NumberAsync(database, $"SELECT count(*) FROM t WHERE (a, b) > ({first}) AND (a, b) <= ({second})"));
        Assert.DoesNotContain("n IS NULL", sql.EndSql(first, 1000), StringComparison.Ordinal);
        Assert.DoesNotContain(
            "Seq Scan",
            (string)(await database.ScalarAsync("EXPLAIN (FORMAT JSON) " + sql.BatchSql(first, second)))!,
            StringComparison.Ordinal);
    }

    [Theory]
    [MemberData(nameof(Keys))]
    public async Task Every_row_is_changed_once_whatever_the_key(string kind, string key)
    {
        await using var database = await TestDatabase.CreateAsync(kind);
        await FillAsync(database, kind, key, 25);
        Revisions.First.Value = op => op.Backfill(Table, key == "two" ? ["K é", "k2"] : ["K é"], "n = n + 1", batchSize: 4);
        await database.UpgradeAsync();
        Assert.Equal(25L, await NumberAsync(database, $"SELECT count(*) FROM {Quoted} WHERE n = 1"));
    }

    [Theory]
    [MemberData(nameof(Kinds))]
    public async Task An_interruption_loses_no_batch_and_repeats_none(string kind)
    {
        await using var database = await TestDatabase.CreateAsync(kind);
        await FillAsync(database, kind, "integer", 25);
        Revisions.First.Value = op =>
        {
            op.Sql($"UPDATE {Quoted} SET n = n + 100");
            op.Backfill(Table, "K é", "n = n + 1", where: "\"K é\" > 3", batchSize: 5);
            op.Sql($"UPDATE {Quoted} SET n = n + 1000");
        };
        using var source = new CancellationTokenSource();
        var interrupted = await Assert.ThrowsAsync<UpgradeInterruptedException>(
            () => database.UpgradeAsync(progress: new BatchesProgress { Batches = 2, Source = source }, cancellationToken: source.Token));
        Assert.Contains(
            "the database is at <base>. Revision first0000000 is half applied: 1 of its statements is done, and 7 rows of the next one.",
            interrupted.Message,
            StringComparison.Ordinal);
        Assert.Equal(7L, await NumberAsync(database, $"SELECT count(*) FROM {Quoted} WHERE n = 101"));

        var rest = new BatchesProgress();
        await database.UpgradeAsync(progress: rest);
        Assert.Equal([12L, 17L, 22L, 22L], rest.Rows);
        Assert.Equal(22L, rest.Total);
        Assert.Equal(22L, await NumberAsync(database, $"SELECT count(*) FROM {Quoted} WHERE n = 1101"));
        Assert.Equal(3L, await NumberAsync(database, $"SELECT count(*) FROM {Quoted} WHERE n = 1100"));
    }

    [Theory]
    [MemberData(nameof(Kinds))]
    public async Task A_batch_that_fails_says_what_is_done(string kind)
    {
        await using var database = await TestDatabase.CreateAsync(kind);
        await FillAsync(database, kind, "integer", 25);
        await database.ExecuteAsync($"CREATE UNIQUE INDEX ux ON {Quoted} (n) WHERE n > 11");
        Revisions.First.Value = op => op.Backfill(Table, "K é", "n = CASE WHEN \"K é\" > 12 THEN 12 ELSE \"K é\" END", batchSize: 5);
        var failed = await Assert.ThrowsAsync<AutogenException>(() => database.UpgradeAsync());
        Assert.Equal(ErrorCode.RevisionFailed, failed.Code);
        Assert.Contains("10 rows of the backfill", failed.Message, StringComparison.Ordinal);
        Assert.Equal(10L, await NumberAsync(database, $"SELECT count(*) FROM {Quoted} WHERE n > 0"));
        await database.ExecuteAsync("DROP INDEX ux");
        await database.UpgradeAsync();
        Assert.Equal(0L, await NumberAsync(database, $"SELECT count(*) FROM {Quoted} WHERE n = 0"));
    }

    [Theory]
    [MemberData(nameof(Kinds))]
    public async Task What_has_changed_rows_must_stay_as_it_was(string kind)
    {
        await using var database = await TestDatabase.CreateAsync(kind);
        await FillAsync(database, kind, "integer", 25);
        await database.ExecuteAsync(
            "CREATE TABLE other (id integer PRIMARY KEY); INSERT INTO other VALUES (1); "
                + $"CREATE UNIQUE INDEX ux ON {Quoted} (n) WHERE n > 11");
        const string Set = "n = CASE WHEN \"K é\" > 12 THEN 12 ELSE \"K é\" END";
        Revisions.First.Value = op => op.Backfill(Table, "K é", Set, batchSize: 5);
        await Assert.ThrowsAsync<AutogenException>(() => database.UpgradeAsync());
        await database.ExecuteAsync("DROP INDEX ux");

        Action<MigrationBuilder>[] changes =
        [
            op => op.Backfill(Table, "K é", "n = 7", batchSize: 5),
            op => op.Backfill(Table, "K é", Set, where: "n = 0", batchSize: 5),
            op => op.Backfill(Table, ["K é", "k2"], Set, batchSize: 5),
            op =>
            {
                op.Backfill("other", "id", "id = id");
                op.Backfill(Table, "K é", Set, batchSize: 5);
            },
            _ => { },
        ];
        foreach (var change in changes)
        {
            Revisions.First.Value = change;
            Assert.Equal(ErrorCode.RevisionUnfinished, (await Assert.ThrowsAsync<AutogenException>(() => database.UpgradeAsync())).Code);
        }

        // Neither does a script begin again.
        var script = new ScriptOptions { Target = "head", Direction = Autogen.Graph.StepDirection.Upgrade };
        Assert.Equal(
            ErrorCode.RevisionUnfinished,
            (await Assert.ThrowsAsync<AutogenException>(
                () => database.UseAsync(upgrader => upgrader.ScriptAsync(script, CancellationToken.None)))).Code);

        Revisions.First.Value = op => op.Backfill(Table, "K é", Set, batchSize: 3, pause: TimeSpan.FromMilliseconds(1));
        await database.UpgradeAsync();
        Assert.Equal(0L, await NumberAsync(database, $"SELECT count(*) FROM {Quoted} WHERE n = 0"));
    }

    [Theory]
    [InlineData("sqlite", "k é", "n = 1, [K é] = 2", "updates key column 'K é'")]
    [InlineData("sqlite", "K é", "(n, \"K é\") = (SELECT 1, 2)", "updates key column 'K é'")]
    [InlineData("postgresql", "K é", "n = (SELECT max(n), 1)[1], \"K é\" = \"K é\" + 1", "updates key column 'K é'")]
    [InlineData("postgresql", "k2", "n = coalesce(n, 1), K2 = 'a = 1, b = 2'", "updates key column 'k2'")]
    [InlineData("sqlite", "n", "k2 = 7", "rows with NULL in it")]
    [InlineData("postgresql", "n", "k2 = 7", "rows with NULL in it")]
    public async Task A_key_by_which_rows_would_come_again_or_be_left_out_is_refused(string kind, string key, string set, string why)
    {
        await using var database = await TestDatabase.CreateAsync(kind);
        await database.ExecuteAsync(
            $"CREATE TABLE {Quoted} (\"K é\" integer PRIMARY KEY, k2 integer, n integer UNIQUE); "
                + $"INSERT INTO {Quoted} VALUES (1, 1, 1), (2, 2, NULL)");
        Revisions.First.Value = op => op.Backfill(Table, key, set);
        var refused = await Assert.ThrowsAsync<AutogenException>(() => database.UpgradeAsync());
        Assert.Contains(why, refused.Message, StringComparison.Ordinal);
        Assert.Equal(1L, await NumberAsync(database, $"SELECT count(*) FROM {Quoted} WHERE k2 = 2 AND n IS NULL"));
    }

    [Theory]
    [MemberData(nameof(Kinds))]
    public async Task In_a_script_it_is_one_statement_and_says_so(string kind)
    {
        await using var database = await TestDatabase.CreateAsync(kind);
        await FillAsync(database, kind, "integer", 25);
        Revisions.First.Value = op => op.Backfill(Table, "K é", "n = n + 1", where: "n = 0");
        var script = await database.UseAsync(async upgrader => (await upgrader.ScriptAsync(
            new ScriptOptions { Target = "head", Direction = Autogen.Graph.StepDirection.Upgrade, From = [] },
            CancellationToken.None)).Text);
        Assert.Contains(
            "-- Backfill, here in one statement; 'dotnet autogen upgrade' does it in batches of 1000 rows.",
            script,
            StringComparison.Ordinal);
        await database.ExecuteAsync(script);
        Assert.Equal(25L, await NumberAsync(database, $"SELECT count(*) FROM {Quoted} WHERE n = 1"));
    }

    // Keys whose order as text is another than their own, and which need quoting.
    private static async Task FillAsync(TestDatabase database, string kind, string key, int rows)
    {
        var type = key switch { "two" => "text", "bytea" when kind == "sqlite" => "blob", _ => key };
        await database.ExecuteAsync(
            $"CREATE TABLE {Quoted} (\"K é\" {type} NOT NULL, k2 integer NOT NULL, n integer NOT NULL DEFAULT 0, PRIMARY KEY (\"K é\", "
                + "k2))");
        for (var row = 1; row <= rows; row++)
        {
            var value = key switch
            {
                "text" => $"'it''s \\ {row} \"é\"'",
                "two" => $"'it''s {row / 7}'",
                "numeric(10,2)" or "double precision" => $"{row}.{row % 4 * 25}",
                "timestamp" => $"'2026-01-{row:00} 10:00:00.{row:000}'",
                "date" => $"'20{row + 10}-12-31'",
                "uuid" => $"'00000000-0000-0000-00{row:00}-{row:000000000000}'",
                "bytea" => kind == "sqlite" ? $"X'00{row:X2}27'" : $"'\\x00{row:X2}27'",
                _ => row.ToString(CultureInfo.InvariantCulture),
            };
            await database.ExecuteAsync(
                string.Create(CultureInfo.InvariantCulture, $"INSERT INTO {Quoted} (\"K é\", k2) VALUES ({value}, {row})"));
        }
    }

    private static async Task<long> NumberAsync(TestDatabase database, string sql)
        => Convert.ToInt64(await database.ScalarAsync(sql), CultureInfo.InvariantCulture);

    private sealed class BatchesProgress : IUpgradeProgress
    {
        public int Batches { get; init; }

        public CancellationTokenSource? Source { get; init; }

        public List<long> Rows { get; } = [];

        public long Total { get; private set; }

        public void RowsChanged(string table, long rows, long total, long batch, TimeSpan elapsed, bool isLast)
        {
            Rows.Add(rows);
            Total = total;
            if (Rows.Count == Batches)
                Source?.Cancel();
        }
    }
}
