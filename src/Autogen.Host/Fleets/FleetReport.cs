using System.Globalization;
using Autogen.Messages;

namespace Autogen.Host.Fleets;

/// <summary>What a command of the fleet answers.</summary>
internal static class FleetReport
{
    /// <summary>The exit code after Ctrl+C.</summary>
    public const int Interrupted = 130;

    /// <summary>The result: every database with what became of it.</summary>
    public static FleetResult Of(
        FleetRequest request,
        IReadOnlyList<FleetMember> members,
        IReadOnlyList<FleetOutcome> outcomes,
        int otherShards,
        string? stopped)
    {
        var states = new SortedDictionary<string, int>(StringComparer.Ordinal);
        foreach (var state in outcomes.Select(outcome => outcome.State))
            states[state] = states.GetValueOrDefault(state) + 1;
        return new FleetResult
        {
            Command = request.Command,
            Shard = request.Shard is { } shard ? string.Create(CultureInfo.InvariantCulture, $"{shard.Index}/{shard.Count}") : null,
            OtherShards = otherShards,
            States = states,
            Databases = [.. members.Zip(outcomes, (member, outcome) => outcome.Message(member.Name))],
            Stopped = stopped,
        };
    }

    /// <summary>1 where a database failed or was not begun.</summary>
    public static int ExitCodeOf(FleetResult result)
        => result.Databases.Any(database => database.State is FleetStates.Failed or FleetStates.NotStarted) ? 1 : 0;
}
