using System.Globalization;
using Autogen.Commands;
using Autogen.Graph;
using Autogen.Host.Session;
using Autogen.Messages;

namespace Autogen.Host.Fleets;

/// <summary><c>fleet upgrade</c>: every database to the target, in waves. A database at the target is only read.</summary>
internal sealed class FleetUpgradeHostCommand : HostCommand<ProjectSession, FleetUpgradeRequest>
{
    /// <inheritdoc/>
    public override async Task<(int ExitCode, CommandResult Result)> RunAsync(
        ProjectSession session, FleetUpgradeRequest request, CancellationToken cancellationToken)
    {
        _ = FleetPlan.Waves(databases: 1, request.Canary, request.Then); // refused before a database is asked
        var (members, otherShards) = await new FleetMembers(session, request).ReadAsync(cancellationToken);
        await using var run = new FleetRun(
            session, request, members, (worker, _, token) => UpgradeAsync(worker, request.Target, token));
        var stopped = await RunWavesAsync(session, request, run, members.Count, cancellationToken);
        var result = FleetReport.Of(request, members, run.Outcomes, otherShards, stopped) with { Target = request.Target };
        return (cancellationToken.IsCancellationRequested ? FleetReport.Interrupted : FleetReport.ExitCodeOf(result), result);
    }

    private static async Task<FleetOutcome> UpgradeAsync(FleetWorker worker, string target, CancellationToken cancellationToken)
    {
        var (current, unfinished) = await worker.CreateUpgrader().GetPositionAsync(cancellationToken);
        if (unfinished is null && UpgradePlan.Up(worker.Session.Graph, current, target).Count == 0)
            return new FleetOutcome(FleetStates.Current, current);
        await worker.TurnToWholeAsync();
        var steps = await worker.CreateUpgrader().UpgradeAsync(target, cancellationToken);
        return steps.Count == 0
            ? new FleetOutcome(FleetStates.Current, current)
            : new FleetOutcome(FleetStates.Upgraded, [.. steps[^1].After]);
    }

    // Why databases were not begun; null where all were.
    private static async Task<string?> RunWavesAsync(
        ProjectSession session, FleetUpgradeRequest request, FleetRun run, int count, CancellationToken cancellationToken)
    {
        var waves = FleetPlan.Waves(count, request.Canary, request.Then);
        var first = 0;
        foreach (var (size, index) in waves.Select((size, index) => (size, index)))
        {
            if (waves.Count > 1)
                session.Events.Write(new FleetWaveEvent(index + 1, waves.Count, size));
            var isCanary = request.Canary is not null && index == 0;
            var budget = isCanary ? 0 : request.MaxFailures;
            await run.RunAsync(first, size, budget, cancellationToken);
            first += size;
            if (cancellationToken.IsCancellationRequested)
                return "Interrupted.";
            if (run.Failed > (budget ?? (first < count ? 0 : int.MaxValue)))
                return StopText(run.Failed, isCanary, index + 1, waves.Count);
            if (first < count && !await GoesOnAsync(session, request, waves[index + 1], cancellationToken))
                return cancellationToken.IsCancellationRequested ? "Interrupted." : "Stopped between waves.";
        }

        return null;
    }

    private static string StopText(int failed, bool isCanary, int wave, int waves)
    {
        var where = waves == 1 ? ""
            : isCanary ? " after the canary wave"
            : string.Create(CultureInfo.InvariantCulture, $" in wave {wave} of {waves}");
        return string.Create(
            CultureInfo.InvariantCulture,
            $"Stopped{where}: {failed} {(failed == 1 ? "database" : "databases")} failed. Run the command again to go on: "
                + $"databases at the target are only read.");
    }

    private static async Task<bool> GoesOnAsync(
        ProjectSession session, FleetUpgradeRequest request, int next, CancellationToken cancellationToken)
    {
        try
        {
            if (request.PauseSeconds is { } seconds)
            {
                await Task.Delay(TimeSpan.FromSeconds(seconds), cancellationToken);
                return true;
            }

            var question = new ConfirmationQuestion(
                string.Create(CultureInfo.InvariantCulture, $"Go on with the next {next} {(next == 1 ? "database" : "databases")}?"));
            return await session.Prompter.AskAsync(question, cancellationToken) is null or { IsYes: true };
        }
        catch (OperationCanceledException)
        {
            return false;
        }
    }
}
