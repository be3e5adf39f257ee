using System.Diagnostics;
using Autogen.Messages;
using Autogen.Schema;

namespace Autogen.Host.Session;

/// <summary>Adds up the time of the stages, and of the round trips in each, from its creation on.</summary>
internal sealed class StageTimes : IDisposable
{
    private readonly Stopwatch watch = Stopwatch.StartNew();
    private readonly Lock gate = new();
    private readonly OrderedDictionary<string, StageTime> stages = new(StringComparer.Ordinal);
    private readonly ActivityListener listener;

    /// <summary>Begins to listen.</summary>
    public StageTimes()
    {
        listener = new ActivityListener
        {
            ShouldListenTo = _ => true, // each provider has a source of its own
            Sample = (ref ActivityCreationOptions<ActivityContext> _) => ActivitySamplingResult.AllData,
            ActivityStarted = Started,
            ActivityStopped = Stopped,
        };
        ActivitySource.AddActivityListener(listener);
    }

    /// <summary>The stages that have ended, in the order in which they began.</summary>
    public TimingsEvent Read()
    {
        lock (gate)
            return new TimingsEvent([.. stages.Values], watch.Elapsed.TotalMilliseconds);
    }

    /// <inheritdoc/>
    public void Dispose() => listener.Dispose();

    private void Started(Activity activity)
    {
        if (IsStage(activity))
            Add(activity.OperationName, time => time);
    }

    private void Stopped(Activity activity)
    {
        var milliseconds = activity.Duration.TotalMilliseconds;
        if (IsStage(activity))
            Add(activity.OperationName, time => time with { Milliseconds = time.Milliseconds + milliseconds });
        if (StageAround(activity) is not { } outer)
            return;
        if (IsStage(activity))
            Add(outer, time => time with { Milliseconds = time.Milliseconds - milliseconds });
        else if (IsRoundTrip(activity))
            Add(
                outer,
                time => time with
                {
                    RoundTrips = time.RoundTrips + 1,
                    DatabaseMilliseconds = time.DatabaseMilliseconds + milliseconds
                });
    }

    private void Add(string name, Func<StageTime, StageTime> change)
    {
        lock (gate)
            stages[name] = change(stages.TryGetValue(name, out var time) ? time : new StageTime(name, 0, 0, 0));
    }

    private static bool IsStage(Activity activity) => string.Equals(activity.Source.Name, Stage.SourceName, StringComparison.Ordinal);

    // OpenTelemetry's conventions for calls of a database, the older one and the stable one.
    // https://opentelemetry.io/docs/specs/semconv/database/database-spans/
    private static bool IsRoundTrip(Activity activity)
        => (activity.GetTagItem("db.system.name") ?? activity.GetTagItem("db.system")) is not null;

    private static string? StageAround(Activity activity)
    {
        var outer = activity.Parent;
        while (outer is not null && !IsStage(outer))
            outer = outer.Parent;
        return outer?.OperationName;
    }
}
