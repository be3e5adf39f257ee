using System.Diagnostics;
using Autogen.Scenarios.Databases;
using static System.FormattableString;

namespace Autogen.Torture.Races;

/// <summary>Starters of several kinds upgrade one database at once, directly or through a pooler.</summary>
/// <param name="project">What the processes are; <see langword="null"/> where all start in this one.</param>
/// <param name="kinds">As whom the starters start; some of them as each.</param>
/// <param name="pooler">The connection string of a pooler; <see langword="null"/> to go to the server itself.</param>
/// <param name="random">Chooses moments and spellings.</param>
/// <param name="log">Is told what went wrong.</param>
public sealed class MixedRaces(RaceProject? project, IReadOnlyList<StarterKind> kinds, string? pooler, Random random, TextWriter log)
{
    // A process needs about a second until it asks the database; whoever starts in this one comes at any moment until well after that.
    private static readonly TimeSpan latest = TimeSpan.FromSeconds(2.5);

    private readonly Stopwatch watch = new();

    /// <summary>How many races were run.</summary>
    public int Count { get; private set; }

    /// <summary>Races after which something was missing, double, or not what it should be, or in which somebody failed.</summary>
    public int Lost { get; private set; }

    /// <summary>Starters that failed without a sentence for the user.</summary>
    public int RawFailures { get; private set; }

    /// <summary>Locks, and sessions idle in a transaction, that were left behind.</summary>
    public int LocksLeft { get; private set; }

    /// <summary>The line for people.</summary>
    /// <param name="through">How the database was reached.</param>
    public string Summary(string through)
    {
        var each = watch.Elapsed.TotalSeconds / Math.Max(1, Count);
        var what = Invariant($"{Count} races, {Lost} lost, {RawFailures} raw failures, {LocksLeft} locks left ({each:0.0} s a race)");
        return Invariant($"{through} {PostgreSqlServer.Version}: {what}");
    }

    /// <summary>Runs one race on a new database.</summary>
    /// <param name="starters">How many start at once.</param>
    public async Task RunAsync(int starters)
    {
        await using var database = await PostgreSqlDatabase.CreateAsync();
        watch.Start();
        var connection = Connections.For(database, pooler, pooling: true);
        var all = Enumerable.Range(0, starters).Select(index => Next(index, starters)).ToList();
        var results = await Task.WhenAll(all.Select(starter => starter.RunAsync(project, connection)));
        watch.Stop();
        Count++;
        await using var direct = await database.OpenAsync();
        var held = await RaceCheck.HeldAsync(direct);
        var wrong = await RaceCheck.WrongAsync(direct);
        var failures = results.Where(result => result.Failure is not null).ToList();
        RawFailures += failures.Count(result => result.IsRaw);
        LocksLeft += held.Count;
        if (wrong is not null || failures.Count > 0)
            Lost++;
        if (wrong is null && failures.Count == 0 && held.Count == 0)
            return;
        await log.WriteLineAsync(Invariant($"LOST race {Count}: {wrong ?? "the database is right"}"));
        foreach (var result in results)
            await log.WriteLineAsync("  " + Shortened(result.ToString()));
        foreach (var one in held)
            await log.WriteLineAsync("  left: " + one);
    }

    // One of each kind that is a process of its own, two tools; the others in this process.
    private Starter Next(int index, int starters)
    {
        var processes = kinds.Where(kind => kind != StarterKind.InProcess).ToList();
        var here = kinds.Contains(StarterKind.InProcess);
        var kind = !here ? processes[index % processes.Count]
            : index < Math.Min(processes.Count, starters - 1) ? processes[index]
            : StarterKind.InProcess;
        var isBesideProcesses = kind == StarterKind.InProcess && processes.Count > 0;
        var delay = isBesideProcesses ? latest * random.NextDouble() : TimeSpan.FromMilliseconds(random.Next(200));
        return new Starter(kind, Starter.Databases[random.Next(Starter.Databases.Count)], delay);
    }

    private static string Shortened(string text) => text.Length <= 400 ? text : text[..400] + " …";
}
