using System.Diagnostics;
using Autogen.Commands;
using Autogen.Design.Verification;
using Autogen.Drivers;
using Autogen.Graph;
using Autogen.Host.Rehearsing;
using Autogen.Host.Session;
using Autogen.Messages;
using Autogen.Schema;
using Autogen.Schema.Statistics;
using Autogen.Upgrading;
using Autogen.Upgrading.Measuring;

namespace Autogen.Host.Commands;

/// <summary>
/// <c>rehearse</c>: runs the pending revisions on a copy of the database, up and down again, and measures them. The database itself is only
/// read.
/// </summary>
internal sealed class RehearseHostCommand : HostCommand<ProjectSession, RehearseRequest>
{
    private const int Found = 3;

    /// <inheritdoc/>
    public override async Task<(int ExitCode, CommandResult Result)> RunAsync(
        ProjectSession session, RehearseRequest request, CancellationToken cancellationToken)
    {
        await session.OpenForReadingAsync(cancellationToken);
        await DropLeftAsync(session, request, cancellationToken);
        var before = await session.CreateUpgrader().GetCurrentAsync(cancellationToken);
        _ = await DatabaseWarnings.UnfinishedAsync(session, cancellationToken);
        var plan = await session.CreateUpgrader().PlanAsync(request.Target, StepDirection.Upgrade, cancellationToken);
        var result = new RehearseResult
        {
            Command = request.Command,
            Statistics = await StatisticsAsync(session, RowCounting.Small, cancellationToken),
            Before = before,
            After = before,
        };
        if (plan.Count == 0)
            return (0, result);

        session.Events.Write(new LogEvent(
            "information", $"Copying {ByteText.Of(result.Statistics.Bytes) ?? "the database"} ..."));
        var watch = Stopwatch.StartNew();
        await using var clone = await session.Driver.Clones.CreateAsync(
            session.Context, TimeSpan.FromSeconds(request.WaitSeconds), cancellationToken);
        result = result with { Copy = clone.Name, CopyMilliseconds = watch.Elapsed.TotalMilliseconds };
        result = await RunAsync(session, request, result, plan, cancellationToken);
        return (IsFine(result) ? 0 : Found, result);
    }

    private static bool IsFine(RehearseResult result)
        => result is { Failure: null, Model: [], DowngradeLeaves: [], Exceeded: [] };

    private static async Task DropLeftAsync(ProjectSession session, RehearseRequest request, CancellationToken cancellationToken)
    {
        var left = await session.Driver.Clones.FindLeftAsync(session.Context, cancellationToken);
        if (left.Count == 0)
            return;
        var names = string.Join(", ", left.Select(name => $"'{name}'"));
        if (request.DropLeft
            || (session.Prompter.CanAsk
                && await session.Prompter.AskAsync(
                    new ConfirmationQuestion(
                        $"Earlier rehearsals that did not end have left {names}. Drop {(left.Count == 1 ? "it" : "them")}?"),
                    cancellationToken) is { IsYes: true }))
        {
            await session.Driver.Clones.DropLeftAsync(session.Context, left, cancellationToken);
            session.Events.Write(new LogEvent("information", $"Dropped {names}, which an earlier rehearsal had left."));
        }
        else
        {
            session.Events.Warn($"Earlier rehearsals that did not end have left {names}. 'dotnet autogen rehearse --drop-left' drops "
                + $"{(left.Count == 1 ? "it" : "them")}.");
        }
    }

    private static async Task<RehearseResult> RunAsync(
        ProjectSession session,
        RehearseRequest request,
        RehearseResult result,
        IReadOnlyList<RevisionStep> plan,
        CancellationToken cancellationToken)
    {
        var recorder = new UpgradeRecorder(session.Driver.Meter, session.OwnTableNames);
        var upgrader = new Upgrader(
            session.Context,
            session.Revisions,
            session.CreateUpgradeOptions() with { Observer = recorder },
            session.CreateProgress());
        var roundTrip = Scratch.RoundTrip(session, ModelComparison.Options(session), session.Revisions);
        var schema = await roundTrip.ReadAsync(cancellationToken);
        var sums = await session.Driver.Sums.ReadAsync(session.Connection, schema.Tables, cancellationToken);
        var statistics = await StatisticsAsync(session, RowCounting.All, cancellationToken);
        result = result with { Statistics = statistics };

        var failure = await FailureAsync(() => upgrader.UpgradeAsync(request.Target, cancellationToken));
        if (failure is null)
        {
            var upgraded = await roundTrip.ReadAsync(cancellationToken);
            result = result with
            {
                After = await session.CreateUpgrader().GetCurrentAsync(cancellationToken),
                Changes = StatisticsComparison.Of(statistics, await StatisticsAsync(session, RowCounting.All, cancellationToken)),
                ChangedValues = KeptValues.Differences(
                    sums,
                    await session.Driver.Sums.ReadAsync(session.Connection, upgraded.Tables, cancellationToken),
                    isMissingTold: false),
            };
            if (session.Graph.Heads.All(head => result.After.Contains(head, StringComparer.Ordinal)))
                result = result with { Model = Texts(await roundTrip.CompareWithModelAsync(cancellationToken)) };
            if (!request.NoDowngrade)
            {
                failure = await DowngradeAsync(upgrader, plan, result.Before, cancellationToken);
                if (failure is null)
                {
                    result = result with
                    {
                        DowngradeLeaves = Texts(await roundTrip.CompareWithEarlierAsync(schema, cancellationToken)),
                        LostValues = KeptValues.Differences(
                            sums,
                            await session.Driver.Sums.ReadAsync(
                                session.Connection, (await roundTrip.ReadAsync(cancellationToken)).Tables, cancellationToken),
                            isMissingTold: true),
                    };
                }
            }
        }

        var steps = RehearsedSteps.Of(recorder.Statements, recorder.Locks, id => session.MessageOf(session.Graph.Find(id)!)); // it ran
        return result with { Steps = steps, Failure = failure, Exceeded = RehearsedSteps.Exceeded(steps, request.Limits) };
    }

    // One by one: a target would take other branches down, too.
    private static async Task<string?> DowngradeAsync(
        Upgrader upgrader, IReadOnlyList<RevisionStep> plan, IReadOnlyList<string> before, CancellationToken cancellationToken)
    {
        for (var index = plan.Count - 1; index >= 0; index--)
        {
            var step = new RevisionStep(plan[index].Node, StepDirection.Downgrade, index == 0 ? before : plan[index - 1].After, []);
            if (await FailureAsync(() => upgrader.RunAsync(step, cancellationToken)) is { } failure)
                return failure;
        }

        return null;
    }

    private static IReadOnlyList<string> Texts(IEnumerable<Finding> findings) => [.. findings.Select(finding => finding.ToString())];

    private static async Task<DatabaseStatistics> StatisticsAsync(
        ProjectSession session, RowCounting counting, CancellationToken cancellationToken)
    {
        var statistics = await session.Dialect.ReadStatisticsAsync(session.Connection, counting, cancellationToken);
        return statistics with
        {
            Tables = [.. statistics.Tables.Where(table => !session.OwnTableNames.Contains(table.Name, StringComparer.Ordinal))],
        };
    }

    // What fails on the copy would fail on the original: that is what the command is for.
    private static async Task<string?> FailureAsync(Func<Task> run)
    {
        try
        {
            await run();
            return null;
        }
        catch (AutogenException exception)
            when (exception.Code is not (ErrorCode.ConnectionLost or ErrorCode.ServerUnreachable))
        {
            return exception.Message;
        }
    }
}
