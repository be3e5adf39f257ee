using Autogen.Torture.Races;
using static System.FormattableString;

namespace Autogen.Torture.Holders;

/// <summary>What happens to the holder of an upgrade, and what the next one finds.</summary>
/// <param name="pooler">The connection string of a pooler; <see langword="null"/> to go to the server itself.</param>
/// <param name="random">Chooses the moments.</param>
/// <param name="log">Is told how long it took, and what went wrong.</param>
public sealed class HolderTrials(string? pooler, Random random, TextWriter log)
{
    // Far more than the next one may wait: nobody waits for the work to end by itself.
    private const double LongNap = 0.1;
    private const double ShortNap = 0.01;

    private static readonly TimeSpan patience = TimeSpan.FromMinutes(3);
    private static readonly TimeSpan turnWithin = TimeSpan.FromSeconds(15);
    private static readonly TimeSpan startUp = TimeSpan.FromSeconds(5);

    private readonly List<TimeSpan> waits = [];
    private int trials;

    /// <summary>How many trials were lost.</summary>
    public int Lost { get; private set; }

    /// <summary>The line for people.</summary>
    public string Summary
    {
        get
        {
            var seconds = waits.Select(wait => wait.TotalSeconds).DefaultIfEmpty().ToList();
            var turn = Invariant($"the next one's turn after {seconds.Average():0.0} s, at most {seconds.Max():0.0} s");
            return Invariant($"{trials} holders, {Lost} lost; {turn}");
        }
    }

    /// <summary>The holder is killed; the next one must have its turn within 15 seconds, and complete the upgrade.</summary>
    /// <returns>How long the next one waited.</returns>
    public async Task<TimeSpan> TakeOverAsync()
    {
        var work = NextWork();
        await using var database = await HolderDatabase.CreateAsync(pooler);
        await database.SlowAsync(work, LongNap);
        using var holder = Holder.Start(database.Connection);
        await database.WaitForAsync(work, patience);
        await Task.Delay(TimeSpan.FromSeconds(1.5 * random.NextDouble()));

        // What runs on keeps its pace: it does not see what is committed after it began.
        await database.SlowAsync("none", 0);
        var killed = Holder.Now;
        holder.Kill();
        using var next = Holder.Start(database.Connection);
        var ended = await next.EndAsync(patience);
        var wait = ended is null ? await WaitAsync(next, killed) : TimeSpan.MaxValue;
        var wrong = ended ?? await database.WrongAsync() ?? (wait <= turnWithin ? null : "the next one waited too long");
        Judge("takeover", work, wrong, $"turn after {Seconds(wait)}");
        return wait;
    }

    /// <summary>The holder is stopped until another one has completed, and goes on then; it must change nothing, and say why.</summary>
    /// <param name="work">During which work; <see langword="null"/> for one after the other.</param>
    public async Task FreezeAsync(string? work = null)
    {
        work ??= NextWork();
        await using var database = await HolderDatabase.CreateAsync(pooler);
        await database.SlowAsync(work, ShortNap);
        using var holder = Holder.Start(database.Connection);
        await database.WaitForAsync(work, patience);
        await Task.Delay(TimeSpan.FromSeconds(random.NextDouble()));
        await holder.StopAsync();
        await database.SlowAsync("none", 0);
        var stopped = Holder.Now;
        using var next = Holder.Start(database.Connection);
        if (await next.EndAsync(patience) is { } failed)
        {
            Judge("freeze", work, "the other one: " + failed, "");
            return;
        }

        var wait = await WaitAsync(next, stopped);
        var before = await database.WrittenAsync();
        await holder.ContinueAsync();
        var ended = await holder.EndAsync(patience);
        var wrong = StarterResult.IsRawFailure(ended) ? "the woken one: " + ended
            : await database.WrittenAsync() != before ? "the woken one has changed something" : await database.WrongAsync();
        Judge("freeze", work, wrong, $"turn after {Seconds(wait)}, the woken one: {ended ?? "done"}");
    }

    // Since it happened; or since the next one, which was slow to start, has asked.
    private async Task<TimeSpan> WaitAsync(Holder next, TimeSpan happened)
    {
        var asked = await next.Asked;
        var wait = await next.Turn - (asked > happened + startUp ? asked : happened);
        waits.Add(wait);
        return wait;
    }

    private string NextWork() => HolderDatabase.Works[trials % HolderDatabase.Works.Count];

    private void Judge(string name, string work, string? wrong, string note)
    {
        trials++;
        log.WriteLine($"{name} during the {work}: {note}");
        if (wrong is null)
            return;
        Lost++;
        log.WriteLine($"LOST {name} during the {work}: {wrong}");
    }

    private static string Seconds(TimeSpan time) => time == TimeSpan.MaxValue ? "never" : Invariant($"{time.TotalSeconds:0.0} s");
}
