using Autogen.Messages;
using Autogen.Upgrading.Measuring;

namespace Autogen.Host.Rehearsing;

/// <summary>What was measured, as the messages have it. Pure.</summary>
internal static class RehearsedSteps
{
    /// <summary>What blocks reading and writing.</summary>
    public const string ReadsAndWrites = "reads and writes";

    /// <summary>What blocks writing.</summary>
    public const string Writes = "writes";

    /// <summary>The revisions, in the order in which they ran.</summary>
    /// <param name="statements">The statements, in order.</param>
    /// <param name="locks">The locks.</param>
    /// <param name="messageOf">What a revision is about.</param>
    public static IReadOnlyList<RehearsedStepMessage> Of(
        IReadOnlyList<MeasuredStatement> statements, IReadOnlyList<MeasuredLock> locks, Func<string, string> messageOf)
        => [.. statements.GroupBy(statement => (statement.Revision, statement.IsUpgrade)).Select(group => new RehearsedStepMessage(
            group.Key.Revision,
            messageOf(group.Key.Revision),
            group.Key.IsUpgrade ? "upgrade" : "downgrade",
            group.Sum(statement => statement.Duration.TotalMilliseconds),
            [.. group.Select(Message)],
            [.. locks.Where(taken => (taken.Revision, taken.IsUpgrade) == group.Key)
                .GroupBy(taken => taken.Lock.Table, StringComparer.Ordinal)
                .Select(Strongest)
                .OrderByDescending(taken => taken.Lock.Blocks)
                .ThenByDescending(taken => taken.Duration)
                .Select(Message)]))];

    /// <summary>Which limits the upgrades exceed.</summary>
    /// <param name="steps">What was measured.</param>
    /// <param name="limits">The limits.</param>
    public static IReadOnlyList<string> Exceeded(IReadOnlyList<RehearsedStepMessage> steps, RehearsalLimits limits)
    {
        var upgrades = steps.Where(step => step.Direction == "upgrade").ToList();
        var exceeded = new List<string>();
        if (limits.MaxExclusiveLock is { } seconds)
        {
            exceeded.AddRange(upgrades.SelectMany(step => step.Locks
                .Where(taken => taken.Blocks is ReadsAndWrites or Writes && taken.Milliseconds > 1000 * seconds)
                .Select(taken => $"maxExclusiveLock {Text(1000 * seconds)}: revision {step.Id} blocks {taken.Blocks} of {taken.Table} for "
                    + $"{Text(taken.Milliseconds)} ({taken.Mode}, operation {taken.Number}).")));
        }

        if (limits.Rewrites is { } rewrites
            && upgrades.SelectMany(step => step.Statements).SelectMany(statement => statement.Rewritten).ToList() is var all
            && all.Count > rewrites)
            exceeded.Add($"rewrites {rewrites}: {all.Count} ({string.Join(", ", all)}).");
        if (limits.MaxTime is { } time && upgrades.Sum(step => step.Milliseconds) is var total && total > 1000 * time)
            exceeded.Add($"maxTime {Text(1000 * time)}: the upgrade takes {Text(total)}.");
        return exceeded;
    }

    // The strongest lock on a table, and the longest time that any lock of what it blocks was held.
    private static MeasuredLock Strongest(IEnumerable<MeasuredLock> locks)
    {
        var all = locks.ToList();
        var strongest = all.MaxBy(taken => taken.Lock.Strength)!; // a group has one
        return strongest with { Duration = all.Where(taken => taken.Lock.Blocks == strongest.Lock.Blocks).Max(taken => taken.Duration) };
    }

    private static string Text(double milliseconds) => DurationText.Of(milliseconds);

    private static RehearsedStatementMessage Message(MeasuredStatement statement) => new(
        statement.Number,
        statement.Operation,
        statement.Sql,
        statement.Duration.TotalMilliseconds,
        statement.ChangedRows,
        statement.LogBytes,
        statement.Rewritten,
        statement.Batches,
        statement.IsAlone,
        statement.HasFailed);

    private static RehearsedLockMessage Message(MeasuredLock taken) => new(
        taken.Lock.Table,
        taken.Lock.Mode,
        taken.Lock.Blocks switch
        {
            BlockedWork.ReadsAndWrites => ReadsAndWrites,
            BlockedWork.Writes => Writes,
            _ => "schema changes",
        },
        taken.Duration.TotalMilliseconds,
        taken.Number);
}
