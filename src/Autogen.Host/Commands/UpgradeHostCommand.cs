using Autogen.Graph;
using Autogen.Host.Session;
using Autogen.Messages;
using Autogen.Upgrading;

namespace Autogen.Host.Commands;

/// <summary><c>upgrade</c> and <c>downgrade</c>, for real, as a script, or only told.</summary>
/// <param name="direction">Which of the two.</param>
internal sealed class UpgradeHostCommand(StepDirection direction) : HostCommand
{
    /// <inheritdoc/>
    public override async Task<(int ExitCode, CommandResult Result)> RunAsync(HostSession session, CancellationToken cancellationToken)
    {
        var request = session.Request;
        var target = request.Target ?? throw new InvalidOperationException("The face sent no target.");
        var upgrader = session.CreateUpgrader();
        var progress = new EventProgress(session.Events, request);
        if (request.Sql || request.DryRun)
        {
            await session.OpenForReadingAsync(cancellationToken);
            var current = await upgrader.GetCurrentAsync(cancellationToken);
            var plan = await upgrader.PlanAsync(target, direction, cancellationToken);
            return (0, new UpgradeResult
            {
                Command = request.Command,
                Steps = [.. plan.Select(progress.Message)],
                Before = current,
                After = current,
                DryRun = true,
                Script = request.Sql ? await upgrader.ScriptAsync(target, direction, cancellationToken) : null,
            });
        }

        await session.OpenForWritingAsync(cancellationToken);
        var before = await upgrader.GetCurrentAsync(cancellationToken);
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
}
