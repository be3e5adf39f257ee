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
        var (outcomes, stopped) = request.Ledger is { } ledger
            ? await new LedgerRun(session, request, members, ledger).RunAsync(run, cancellationToken)
            : (run.Outcomes, await RunWavesAsync(session, request, run, members.Count, cancellationToken));
        var result = FleetReport.Of(request, members, outcomes, otherShards, stopped) with
        {
            Target = request.Target,
            Ledger = request.Ledger,
            Own = request.Ledger is null ? null : run.Outcomes.Count(outcome => outcome.State != FleetStates.NotStarted),
        };
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
        var budget = new FleetBudget(request.Canary is not null, request.MaxFailures, waves.Count);
        var first = 0;
        int? firstFailed = null;
        foreach (var (wave, size) in waves.Index())
        {
            if (waves.Count > 1)
                session.Events.Write(new FleetWaveEvent(wave + 1, waves.Count, size));
            await run.RunAsync(first, size, budget.Within(wave), cancellationToken);
            first += size;
            firstFailed ??= run.Failed > 0 ? wave : null;
            if (cancellationToken.IsCancellationRequested)
                return "Interrupted.";
            if (budget.Refuse(wave + 1, run.Failed, firstFailed) is { } reason)
                return reason;
            if (first < count && !await GoesOnAsync(session, request, waves[wave + 1], cancellationToken))
                return cancellationToken.IsCancellationRequested ? "Interrupted." : "Stopped between waves.";
        }

        return null;
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
