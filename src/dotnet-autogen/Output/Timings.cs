using System.Diagnostics;
using System.Globalization;
using Autogen.Messages;

namespace Autogen.Tool.Output;

/// <summary>Where the time of a command went: <c>--timings</c>. What happens several times, once for each database, is added up.</summary>
internal sealed class Timings
{
    /// <summary>The environment variable that wants them, with the value 1.</summary>
    public const string Variable = "AUTOGEN_TIMINGS";

    private readonly Stopwatch watch = Stopwatch.StartNew();
    private readonly OrderedDictionary<string, StageTime> stages = new(StringComparer.Ordinal);

    /// <summary>Measures something that the tool does itself.</summary>
    public async Task<T> MeasureAsync<T>(string name, Func<Task<T>> work)
    {
        var start = watch.Elapsed;
        try
        {
            return await work();
        }
        finally
        {
            Add(new StageTime(name, (watch.Elapsed - start).TotalMilliseconds, 0, 0));
        }
    }

    /// <summary>Adds a run of the engine.</summary>
    /// <param name="engine">What the engine measured; <see langword="null"/> if it ended before.</param>
    /// <param name="whole">From the start of its process to its end.</param>
    public void AddEngine(TimingsEvent? engine, TimeSpan whole)
    {
        Add(new StageTime("start and end of the engine", whole.TotalMilliseconds - (engine?.Milliseconds ?? 0), 0, 0));
        if (engine is null)
            return;
        foreach (var stage in engine.Stages)
            Add(stage);
        Add(new StageTime(
            "rest of the engine", Math.Max(0, engine.Milliseconds - engine.Stages.Sum(stage => stage.Milliseconds)), 0, 0));
    }

    /// <summary>The table; the total is the time since the object was created.</summary>
    public IEnumerable<string> Lines() => Lines(watch.Elapsed);

    /// <summary>The table.</summary>
    /// <param name="whole">The time of the whole command.</param>
    public IEnumerable<string> Lines(TimeSpan whole)
    {
        var total = whole.TotalMilliseconds;
        var rest = new StageTime("rest of the tool", Math.Max(0, total - stages.Values.Sum(stage => stage.Milliseconds)), 0, 0);
        StageTime[] all = [.. stages.Values, rest];
        var sum = new StageTime("total", total, all.Sum(stage => stage.RoundTrips), all.Sum(stage => stage.DatabaseMilliseconds));

        // A provider that traces no calls (SQLite's) has none to count.
        var columns = sum.RoundTrips > 0 ? 5 : 3;
        string[][] rows = [["stage", "ms", "%", "round trips", "in them, ms"], .. all.Append(sum).Select(stage => Cells(stage, total))];
        var widths = Enumerable.Range(0, columns).Select(column => rows.Max(row => row[column].Length)).ToList();
        return rows.Select(row => string.Join(
            "  ", widths.Select((width, column) => column == 0 ? row[column].PadRight(width) : row[column].PadLeft(width))));
    }

    private void Add(StageTime added)
    {
        var known = stages.TryGetValue(added.Name, out var time) ? time : new StageTime(added.Name, 0, 0, 0);
        stages[added.Name] = known with
        {
            Milliseconds = known.Milliseconds + added.Milliseconds,
            RoundTrips = known.RoundTrips + added.RoundTrips,
            DatabaseMilliseconds = known.DatabaseMilliseconds + added.DatabaseMilliseconds,
        };
    }

    private static string[] Cells(StageTime stage, double total) =>
    [
        stage.Name,
        Number(stage.Milliseconds),
        Number(total > 0 ? stage.Milliseconds / total * 100 : 0),
        stage.RoundTrips.ToString(CultureInfo.InvariantCulture),
        Number(stage.DatabaseMilliseconds),
    ];

    private static string Number(double value) => value.ToString("F0", CultureInfo.InvariantCulture);
}
