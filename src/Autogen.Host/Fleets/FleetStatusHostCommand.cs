using Autogen.Commands;
using Autogen.Graph;
using Autogen.Host.Session;
using Autogen.Messages;
using Autogen.Schema.Objects;
using Autogen.Upgrading.Records;

namespace Autogen.Host.Fleets;

/// <summary><c>fleet status</c>: where each database is, and whether its schema is as others' at the same revision.</summary>
internal sealed class FleetStatusHostCommand : HostCommand<ProjectSession, FleetStatusRequest>
{
    /// <inheritdoc/>
    public override async Task<(int ExitCode, CommandResult Result)> RunAsync(
        ProjectSession session, FleetStatusRequest request, CancellationToken cancellationToken)
    {
        var (members, otherShards) = await new FleetMembers(session, request).ReadAsync(cancellationToken);
        await using var run = new FleetRun(session, request, members, StatusAsync);
        await run.RunAsync(0, members.Count, maxFailures: null, cancellationToken);
        cancellationToken.ThrowIfCancellationRequested();
        var result = FleetReport.Of(request, members, run.Outcomes, otherShards, stopped: null) with
        {
            Groups = FleetGroups.ByState(members, run.Outcomes)
        };
        return (FleetReport.ExitCodeOf(result), result);
    }

    private static async Task<FleetOutcome> StatusAsync(FleetWorker worker, FleetMember member, CancellationToken cancellationToken)
    {
        var session = worker.Session;
        var (current, unfinished) = await worker.CreateUpgrader().GetPositionAsync(cancellationToken);
        var state = UnknownRevisions.Of(session.Graph, current) is { Count: > 0 } ? FleetStates.Ahead
            : unfinished is not null ? FleetStates.Unfinished
            : UpgradePlan.Up(session.Graph, current, "heads").Count > 0 ? FleetStates.Pending
            : FleetStates.Current;
        return new FleetOutcome(state, current)
        {
            Fingerprint = await session.Driver.Fleet.FingerprintAsync(
                session.Connection, member.Schema, session.OwnTableNames, cancellationToken)
        };
    }
}
