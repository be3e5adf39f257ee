using Autogen.Commands;
using Autogen.Host.Commands;
using Autogen.Host.Session;
using Autogen.Messages;

namespace Autogen.Host.Fleets;

/// <summary><c>fleet check</c>: which databases differ from the model, and which of them differ alike.</summary>
internal sealed class FleetCheckHostCommand : HostCommand<ProjectSession, FleetCheckRequest>
{
    private const int Found = 3;

    /// <inheritdoc/>
    public override async Task<(int ExitCode, CommandResult Result)> RunAsync(
        ProjectSession session, FleetCheckRequest request, CancellationToken cancellationToken)
    {
        var (members, otherShards) = await new FleetMembers(session, request).ReadAsync(cancellationToken);
        var groups = new FleetGroups();
        await using var run = new FleetRun(
            session, request, members, async (worker, _, token) => groups.Share(await CheckAsync(worker, request, token)));
        await run.RunAsync(0, members.Count, maxFailures: null, cancellationToken);
        cancellationToken.ThrowIfCancellationRequested();
        var result = FleetReport.Of(request, members, run.Outcomes, otherShards, stopped: null) with
        {
            Groups = FleetGroups.ByChanges(members, run.Outcomes)
        };
        var failed = FleetReport.ExitCodeOf(result);
        return (failed != 0 || result.Groups.Count == 0 ? failed : Found, result);
    }

    private static async Task<FleetOutcome> CheckAsync(FleetWorker worker, FleetCheckRequest request, CancellationToken cancellationToken)
    {
        await worker.TurnToWholeAsync();
        var session = worker.Session;
        await session.OpenForReadingAsync(cancellationToken);
        var current = await DatabasePosition.RequireHeadsAsync(session, mayBeSeveral: true, cancellationToken);
        var found = await ModelComparison.RunAsync(
            session,
            new ComparisonWishes(ModelComparison.Options(session, isStrict: request.Strict)),
            current,
            cancellationToken);
        IReadOnlyList<ChangeMessage> changes =
        [
            .. Describe.Changes(found).Where(change => !change.Cosmetic),
            .. MissingObjects.Of(found).Select(item => new ChangeMessage(
                "missing", item.Kind, Table: null, item.Name, item.Text, Cosmetic: false, CosmeticKind: null, item.Source)),
        ];
        return new FleetOutcome(changes.Count == 0 ? FleetStates.Same : FleetStates.Different, current) { Changes = changes };
    }
}
