using System.Diagnostics;
using System.Globalization;
using Autogen;
using Autogen.Scenarios.Databases;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Migrations;

namespace Autogen.Bench;

/// <summary>
/// <c>op.Backfill</c> beside one UPDATE that does the same: of a column that the same revision adds, of a table without statistics. Wall
/// time; on Linux, with the server on this machine, the CPU time of its process, too.
/// </summary>
internal static class BackfillBench
{
    public static async Task RunAsync(IReadOnlyList<long> sizes)
    {
        Console.WriteLine(
            "database   rows      key            rows that match   ours        one UPDATE   ratio   server's CPU: ours, one UPDATE, ratio");
        foreach (var rows in sizes)
        {
            foreach (var key in new[] { "id", "tenant, number" })
            {
                foreach (var percent in new[] { 100, 1 })
                {
                    await using var postgres = await PostgreSqlDatabase.CreateAsync();
                    await MeasureAsync("PostgreSQL", builder => builder.UseNpgsql(postgres.ConnectionString), rows, key, percent);
                    await using var sqlite = SqliteDatabase.Create();
                    await MeasureAsync("SQLite", builder => builder.UseSqlite(sqlite.ConnectionString), rows, key, percent);
                }
            }
        }
    }

    private static async Task MeasureAsync(string name, Action<DbContextOptionsBuilder> configure, long rows, string key, int percent)
    {
        var builder = new DbContextOptionsBuilder<BenchContext>();
        configure(builder);
        await using var context = new BenchContext(builder.Options);
        await context.Database.OpenConnectionAsync();
        var isServer = name == "PostgreSQL";
        var where = percent == 100 ? "total IS NULL" : $"price % 100 < {percent}";
        BackfillRevision.Key = key.Split(", ");
        BackfillRevision.Where = where;

        // Pages of the first run must not be the second's, so that both meet the server in the same state.
        await ExecuteAsync(context, Fill(isServer, rows));
        var ours = await TimeAsync(context, isServer, () => context.Database.UpgradeAsync("heads"));
        await ExecuteAsync(context, "DROP TABLE orders");
        await ExecuteAsync(context, Fill(isServer, rows));
        await ExecuteAsync(context, "ALTER TABLE orders ADD total numeric");
        var one = await TimeAsync(
            context, isServer, () => ExecuteAsync(context, $"UPDATE orders SET total = price * quantity WHERE {where}"));
        var cpu = one.Cpu > 0
            ? string.Create(CultureInfo.InvariantCulture, $"{ours.Cpu:F2} s, {one.Cpu:F2} s, {ours.Cpu / one.Cpu:F2}")
            : "";
        Console.WriteLine(string.Create(
            CultureInfo.InvariantCulture,
            $"{name,-10} {rows,-9} {key,-14} {percent,4} %          {ours.Wall,7:F2} s   {one.Wall,7:F2} s   {ours.Wall / one.Wall,5:F2}   "
                + $"{cpu}"));
    }

    private static string Fill(bool isServer, long rows)
    {
        var source = isServer
            ? string.Create(
                CultureInfo.InvariantCulture,
                $"SELECT i, i / 50, i % 50, i % 977, i % 7, repeat('x', 40) FROM generate_series(1, {rows}) i")
            : string.Create(
                CultureInfo.InvariantCulture,
                $"WITH RECURSIVE s(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM s WHERE i < {rows}) SELECT i, i / 50, i % 50, i % 977, "
                    + $"i % 7, '{new string('x', 40)}' FROM s");
        return "CREATE TABLE orders (id integer NOT NULL PRIMARY KEY, tenant integer NOT NULL, number integer NOT NULL, "
            + "price integer NOT NULL, quantity integer NOT NULL, note text NOT NULL, UNIQUE (tenant, number))"
            + $"{(isServer ? " WITH (autovacuum_enabled = off)" : "")}; INSERT INTO orders {source};{(isServer ? " CHECKPOINT;" : "")}";
    }

    private static async Task<(double Wall, double Cpu)> TimeAsync(DbContext context, bool isServer, Func<Task> action)
    {
        var pid = isServer ? await ScalarAsync(context, "SELECT pg_backend_pid()") : null;
        var before = Cpu(pid);
        var watch = Stopwatch.StartNew();
        await action();
        return (watch.Elapsed.TotalSeconds, Cpu(pid) - before);
    }

    // utime and stime, in hundredths of a second: proc(5).
    private static double Cpu(object? pid)
    {
        var file = string.Create(CultureInfo.InvariantCulture, $"/proc/{pid}/stat");
        if (pid is null || !File.Exists(file))
            return 0;
        var fields = File.ReadAllText(file);
        var numbers = fields[(fields.LastIndexOf(')') + 2)..].Split(' ');
        return (double.Parse(numbers[11], CultureInfo.InvariantCulture) + double.Parse(numbers[12], CultureInfo.InvariantCulture)) / 100;
    }

    private static async Task<object?> ScalarAsync(DbContext context, string sql)
    {
        await using var command = context.Database.GetDbConnection().CreateCommand();
        command.CommandText = sql;
        return await command.ExecuteScalarAsync();
    }

    private static async Task ExecuteAsync(DbContext context, string sql)
    {
        foreach (var statement in sql.Split("; "))
        {
            await using var command = context.Database.GetDbConnection().CreateCommand();
            command.CommandText = statement;
            command.CommandTimeout = 0;
            await command.ExecuteNonQueryAsync();
        }
    }
}

internal sealed class BenchContext(DbContextOptions<BenchContext> options) : DbContext(options);

[Revision("backfill0000")]
internal sealed class BackfillRevision : Revision
{
    public static string[] Key { get; set; } = ["id"];

    public static string? Where { get; set; }

    public override void Upgrade(MigrationBuilder op)
    {
        op.AddColumn<decimal>("total", "orders", "numeric", nullable: true);
        op.Backfill("orders", Key, "total = price * quantity", Where);
    }

    public override void Downgrade(MigrationBuilder op) => op.DropColumn("total", "orders");
}
