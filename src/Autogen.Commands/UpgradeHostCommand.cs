using Autogen.Drivers;
using Autogen.Graph;
using Autogen.Messages;
using Autogen.Schema;
using Autogen.Upgrading;
using Microsoft.EntityFrameworkCore;

namespace Autogen.Commands;

/// <summary><c>upgrade</c> and <c>downgrade</c>, for real, as a script, or only told.</summary>
internal sealed class UpgradeHostCommand : HostCommand<HostSession, MoveRequest>
{
    /// <inheritdoc/>
    public override async Task<(int ExitCode, CommandResult Result)> RunAsync(
        HostSession session, MoveRequest request, CancellationToken cancellationToken)
    {
        var target = request.Target;
        var direction = DirectionOf(request);
        var upgrader = session.CreateUpgrader();
        var progress = session.CreateProgress();
        if (request.Sql)
            return (0, await ScriptAsync(session, request, cancellationToken));
        if (TargetRange.Parse(target) is not null)
            throw new AutogenException(ErrorCode.TargetInvalid, $"'{target}' is a range, which only a script has: give --sql, too.");
        if (request.DryRun)
        {
            await session.OpenForReadingAsync(cancellationToken);
            var current = await upgrader.GetCurrentAsync(cancellationToken);
            _ = await DatabaseWarnings.UnfinishedAsync(session, cancellationToken);
            var plan = await upgrader.PlanAsync(target, direction, cancellationToken);
            return (0, new UpgradeResult
            {
                Command = request.Command,
                Steps = [.. plan.Select(progress.Message)],
                Before = current,
                After = current,
                DryRun = true,
            });
        }

        await session.OpenOrCreateAsync(request is UpgradeRequest { CreateDatabase: true }, cancellationToken);
        var before = await upgrader.GetCurrentAsync(cancellationToken);
        if (direction == StepDirection.Upgrade)
            await DatabaseWarnings.ChangedAsync(session, cancellationToken);
        else
            await ConfirmAsync(session, upgrader, target, cancellationToken);
        using var stage = Stage.Begin("applying");
        var steps = direction == StepDirection.Upgrade
            ? await upgrader.UpgradeAsync(target, cancellationToken)
            : await upgrader.DowngradeAsync(target, cancellationToken);
        return (0, new UpgradeResult
        {
            Command = request.Command,
            Steps = [.. steps.Select(progress.Message)],
            Before = before,
            After = await upgrader.GetCurrentAsync(cancellationToken),
        });
    }

    // A script is never asked: what it did before, it does.
    private static async Task ConfirmAsync(HostSession session, Upgrader upgrader, string target, CancellationToken cancellationToken)
    {
        if (!session.Prompter.CanAsk)
            return;
        var steps = await upgrader.PlanAsync(target, StepDirection.Downgrade, cancellationToken);
        if (steps.Count == 0)
            return;
        var provider = session.Context.Database.ProviderName!; // a relational context has one
        var losses = DowngradeLosses.Of(
            steps.SelectMany(step => session.Revisions.OperationsOf(step.Node.Id, StepDirection.Downgrade, provider)));
        if (losses.Question(steps) is { } question
            && await session.Prompter.AskAsync(new ConfirmationQuestion(question), cancellationToken) is not { IsYes: true })
        {
            throw new AutogenException(
                ErrorCode.NotConfirmed, "Not confirmed: nothing was reverted. 'dotnet autogen downgrade --yes' asks nothing.");
        }
    }

    private static StepDirection DirectionOf(MoveRequest request)
        => request is UpgradeRequest ? StepDirection.Upgrade : StepDirection.Downgrade;

    private static async Task<UpgradeResult> ScriptAsync(HostSession session, MoveRequest request, CancellationToken cancellationToken)
    {
        var upgrader = session.CreateScriptWriter();
        var progress = session.CreateProgress();
        var range = OfflineRange.Read(session, request.Target, DirectionOf(request));
        var options = new ScriptOptions
        {
            Target = range.To,
            Direction = DirectionOf(request),
            From = range.From,
            IsIdempotent = request.Idempotent,
            MessageOf = session.MessageOf,
            CommentsOf = node => !session.Project.RevisionComments.TryGetValue(node.Id, out var comments) ? []
                : DirectionOf(request) == StepDirection.Upgrade ? comments.Upgrade
                : comments.Downgrade,
        };
        if (!session.Driver.Scripts.NeedReplica)
            return await WriteAsync(options);

        if (options.From is null)
        {
            await session.OpenForReadingAsync(cancellationToken);
            options = options with { From = await upgrader.GetCurrentAsync(cancellationToken) };
            UnknownRevisions.RequireNone(session.Graph, options.From);
            if (await upgrader.GetUnfinishedAsync(cancellationToken) is { } unfinished)
                throw unfinished.ScriptRefusal();
            await session.Context.Database.CloseConnectionAsync();
        }

        await using var replica = await ScratchDatabase.CreateAsync(session.Context, session.Dialect, cancellationToken);
        foreach (var row in options.From)
            await new Upgrader(session.Context, session.Revisions, session.CreateUpgradeOptions(), SilentProgress.Instance).UpgradeAsync(
                row, cancellationToken);
        return await WriteAsync(options with { IsReplica = true });

        async Task<UpgradeResult> WriteAsync(ScriptOptions written)
        {
            UpgradeScript? script = null;
            var text = await TextFile.WriteAsync(
                request.TextFile, async output => script = await upgrader.ScriptAsync(written, output, cancellationToken));
            return new UpgradeResult
            {
                Command = request.Command,
                Steps = [.. script!.Steps.Select(progress.Message)], // it was just written
                Before = script.Before,
                After = script.Before,
                DryRun = true,
                Script = text,
            };
        }
    }
}
