using Autogen.Graph;
using Autogen.Host.Session;
using Autogen.Messages;
using Autogen.Upgrading;

namespace Autogen.Host.Commands;

/// <summary><c>stamp</c>: sets the version and runs nothing.</summary>
internal sealed class StampHostCommand : HostCommand
{
    /// <inheritdoc/>
    public override async Task<(int ExitCode, CommandResult Result)> RunAsync(HostSession session, CancellationToken cancellationToken)
    {
        var upgrader = session.CreateUpgrader();
        if (session.Request.Sql)
            return (0, await ScriptAsync(session, upgrader, cancellationToken));
        await session.OpenForWritingAsync(cancellationToken);
        var before = session.Request.Purge ? [] : await upgrader.GetCurrentAsync(cancellationToken);
        await upgrader.StampAsync(session.Request.Revisions, session.Request.Purge, cancellationToken);
        return (0, new UpgradeResult
        {
            Command = session.Request.Command,
            Before = before,
            After = await upgrader.GetCurrentAsync(cancellationToken)
        });
    }

    private static async Task<UpgradeResult> ScriptAsync(HostSession session, Upgrader upgrader, CancellationToken cancellationToken)
    {
        var range = session.Request.Revisions is [var one] ? OfflineRange.Read(session, one, StepDirection.Upgrade) : null;
        if (range?.From is null)
            await session.OpenForReadingAsync(cancellationToken);
        var script = await upgrader.ScriptStampAsync(
            range is { From: not null } ? [range.To] : session.Request.Revisions, range?.From, cancellationToken);
        return new UpgradeResult
        {
            Command = session.Request.Command,
            Before = script.Before,
            After = script.Before,
            DryRun = true,
            Script = script.Text
        };
    }
}
