using System.Collections.Concurrent;
using Autogen.Messages;

namespace Autogen.Host.Fleets;

/// <summary>Databases that are alike.</summary>
internal sealed class FleetGroups
{
    private readonly ConcurrentDictionary<string, IReadOnlyList<ChangeMessage>> known = new(StringComparer.Ordinal);

    /// <summary>The outcome with the list of an earlier one that differs alike: one list a group is kept, not one a database.</summary>
    public FleetOutcome Share(FleetOutcome outcome) => outcome with { Changes = known.GetOrAdd(KeyOf(outcome.Changes), outcome.Changes) };

    /// <summary>
    /// Databases in the same state, at the same revisions and with the same schema. Of those at the same revisions the schemas that fewer
    /// have than the most frequent one have drifted.
    /// </summary>
    public static IReadOnlyList<FleetGroupMessage> ByState(IReadOnlyList<FleetMember> members, IReadOnlyList<FleetOutcome> outcomes)
    {
        var groups = Grouped(members, outcomes, outcome => $"{outcome.State} {string.Join(' ', outcome.Current)} {outcome.Fingerprint}");
        var most = groups.GroupBy(PlaceOf, StringComparer.Ordinal)
            .ToDictionary(alike => alike.Key, alike => alike.First().Fingerprint, StringComparer.Ordinal);
        return [.. groups.Select(group => group with { IsDrifted = group.Fingerprint != most[PlaceOf(group)] })];
    }

    /// <summary>Databases that differ from the model in the same way.</summary>
    public static IReadOnlyList<FleetGroupMessage> ByChanges(IReadOnlyList<FleetMember> members, IReadOnlyList<FleetOutcome> outcomes)
        => [.. Grouped(members, outcomes, outcome => KeyOf(outcome.Changes)).Where(group => group.State == FleetStates.Different)];

    private static string PlaceOf(FleetGroupMessage group) => $"{group.State} {string.Join(' ', group.Current)}";

    private static string KeyOf(IReadOnlyList<ChangeMessage> changes) => string.Join('\n', changes.Select(change => change.Text));

    private static List<FleetGroupMessage> Grouped(
        IReadOnlyList<FleetMember> members, IReadOnlyList<FleetOutcome> outcomes, Func<FleetOutcome, string> keyOf)
        => [.. members.Zip(outcomes, (member, outcome) => (member.Name, Outcome: outcome))
            .Where(item => item.Outcome.State is not (FleetStates.Failed or FleetStates.Interrupted or FleetStates.NotStarted))
            .GroupBy(item => keyOf(item.Outcome), StringComparer.Ordinal)
            .OrderByDescending(group => group.Count())
            .Select(group => new FleetGroupMessage(
                group.First().Outcome.State,
                group.First().Outcome.Current,
                group.First().Outcome.Fingerprint,
                IsDrifted: false,
                [.. group.Select(item => item.Name)],
                group.First().Outcome.Changes))];
}
