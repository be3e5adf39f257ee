using Autogen.Host.Session;
using Autogen.Messages;

namespace Autogen.Host.Commands;

/// <summary><c>stamp</c>: sets the version and runs nothing.</summary>
internal sealed class StampHostCommand : HostCommand
{
    /// <inheritdoc/>
    public override async Task<(int ExitCode, CommandResult Result)> RunAsync(HostSession session, CancellationToken cancellationToken)
    {
        await session.OpenForWritingAsync(cancellationToken);
        var upgrader = session.CreateUpgrader();
        var before = session.Request.Purge ? [] : await upgrader.GetCurrentAsync(cancellationToken);
        await upgrader.StampAsync(session.Request.Revisions, session.Request.Purge, cancellationToken);
        return (0, new UpgradeResult { Command = session.Request.Command, Before = before, After = await upgrader.GetCurrentAsync(cancellationToken) });
    }
}
