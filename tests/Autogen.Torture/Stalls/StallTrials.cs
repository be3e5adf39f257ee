using System.Diagnostics;
using System.Globalization;
using Autogen.Scenarios.Databases;
using Autogen.Upgrading;
using Microsoft.EntityFrameworkCore;
using Npgsql;
using static System.FormattableString;

namespace Autogen.Torture.Stalls;

/// <summary>
/// How long an application waits while an upgrade wants a table that somebody reads: whoever wants the table next waits behind the upgrade.
/// </summary>
/// <param name="reader">How long the reader keeps the table, from a second before the upgrade begins.</param>
/// <param name="log">Is told the numbers.</param>
public sealed class StallTrials(TimeSpan reader, TextWriter log)
{
    // What a writer does not notice.
    private static readonly TimeSpan pause = TimeSpan.FromMilliseconds(50);
    private static readonly TimeSpan longestAllowed = TimeSpan.FromSeconds(1);

    /// <summary>Trials in which a writer waited for more than a second at a time, or the upgrade failed.</summary>
    public int Lost { get; private set; }

    /// <summary>Measures an upgrade with its defaults, and psql beside it.</summary>
    public async Task RunAsync()
    {
        var (longest, text) = await MeasureAsync(UpgradeAsync);
        await log.WriteLineAsync("stall by upgrade: " + text);
        if (longest > longestAllowed)
        {
            Lost++;
            await log.WriteLineAsync("LOST stall: a writer waited for more than a second");
        }

        var psql = PostgreSqlPrograms.Find("psql");
        (_, text) = await MeasureAsync(database => psql is null ? database.ExecuteAsync(StallRevision.Ddl) : PsqlAsync(psql, database));
        await log.WriteLineAsync($"stall by {(psql is null ? "the same statement" : "psql")}: {text}");
    }

    private async Task<(TimeSpan Longest, string Text)> MeasureAsync(Func<PostgreSqlDatabase, Task> change)
    {
        await using var database = await PostgreSqlDatabase.CreateAsync();
        await database.ExecuteAsync("CREATE TABLE orders (id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY, n integer NOT NULL)");
        using var end = new CancellationTokenSource();
        await using var holding = await database.OpenAsync();
        await using (var begin = new NpgsqlCommand("BEGIN; SELECT count(*) FROM orders", holding))
            await begin.ExecuteNonQueryAsync();
        var released = ReleaseAsync(holding);
        await Task.Delay(TimeSpan.FromSeconds(1));
        var writing = WriteAsync(database, end.Token);
        var watch = Stopwatch.StartNew();
        await change(database);
        var took = watch.Elapsed;
        await end.CancelAsync();
        var waits = await writing;
        await released;
        var paused = waits.Where(wait => wait >= pause).Aggregate(TimeSpan.Zero, (sum, wait) => sum + wait);
        var writer = Invariant($"the longest {waits.Max().TotalMilliseconds:0} ms, paused for {paused / took:0 %} of the time");
        return (waits.Max(), Invariant($"done after {took.TotalSeconds:0.0} s, {waits.Count} INSERTs, {writer}"));
    }

    private async Task ReleaseAsync(NpgsqlConnection holding)
    {
        await Task.Delay(reader);
        await using var command = new NpgsqlCommand("COMMIT", holding);
        await command.ExecuteNonQueryAsync();
    }

    // A small INSERT after the other; how long each took.
    private static async Task<IReadOnlyList<TimeSpan>> WriteAsync(PostgreSqlDatabase database, CancellationToken end)
    {
        var waits = new List<TimeSpan>();
        await using var connection = await database.OpenAsync();
        await using var command = new NpgsqlCommand("INSERT INTO orders (n) VALUES (1)", connection) { CommandTimeout = 0 };
        do
        {
            var watch = Stopwatch.StartNew();
            await command.ExecuteNonQueryAsync(CancellationToken.None);
            waits.Add(watch.Elapsed);
            await Task.Delay(TimeSpan.FromMilliseconds(5), CancellationToken.None);
        }
        while (!end.IsCancellationRequested);

        return waits;
    }

    private static async Task UpgradeAsync(PostgreSqlDatabase database)
    {
        var connection = Connections.For(database, Connections.Pooler);
        await using var context = new DbContext(new DbContextOptionsBuilder().UseNpgsql(connection).Options);
        var revisions = RevisionSet.From(typeof(StallRevision).Assembly, typeof(StallRevision).Namespace!); // it is in one
        await new Upgrader(context, revisions, new UpgradeOptions(), SilentProgress.Instance).UpgradeAsync("head", CancellationToken.None);
    }

    private static Task PsqlAsync(string psql, PostgreSqlDatabase database)
    {
        var at = new NpgsqlConnectionStringBuilder(database.ConnectionString);
        var port = at.Port.ToString(CultureInfo.InvariantCulture);
        string[] way = ["-h", at.Host!, "-p", port, "-U", at.Username!, "-d", database.Name];
        return PostgreSqlPrograms.RunAsync(psql, ["-X", "-q", .. way, "-c", StallRevision.Ddl], at.Password!);
    }
}
