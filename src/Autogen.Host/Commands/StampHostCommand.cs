using Autogen.Commands;
using Autogen.Graph;
using Autogen.Host.Session;
using Autogen.Messages;
using Autogen.Schema;
using Autogen.Upgrading;

namespace Autogen.Host.Commands;

/// <summary><c>stamp</c>: sets the version and runs nothing.</summary>
internal sealed class StampHostCommand : HostCommand<ProjectSession, StampRequest>
{
    /// <inheritdoc/>
    public override async Task<(int ExitCode, CommandResult Result)> RunAsync(
        ProjectSession session, StampRequest request, CancellationToken cancellationToken)
    {
        var upgrader = session.CreateUpgrader();
        if (request.Sql)
            return (0, await ScriptAsync(session, request, upgrader, cancellationToken));
        await session.OpenForWritingAsync(cancellationToken);
        var before = await BeforeAsync(session, request, upgrader, cancellationToken);
        await upgrader.StampAsync(request.Revisions, request.Purge, cancellationToken);
        return (0, new UpgradeResult
        {
            Command = request.Command,
            Before = before,
            After = await upgrader.GetCurrentAsync(cancellationToken)
        });
    }

    // What is purged may be anything.
    private static async Task<IReadOnlyList<string>> BeforeAsync(
        ProjectSession session, StampRequest request, Upgrader upgrader, CancellationToken cancellationToken)
    {
        try
        {
            return await upgrader.GetCurrentAsync(cancellationToken);
        }
        catch (AutogenException exception) when (request.Purge && exception.Code == ErrorCode.VersionTableInvalid)
        {
            session.Events.Write(new LogEvent("information", "The version table held something else than revisions; it is emptied."));
            return [];
        }
    }

    private static async Task<UpgradeResult> ScriptAsync(
        HostSession session, StampRequest request, Upgrader upgrader, CancellationToken cancellationToken)
    {
        var range = request.Revisions is [var one] ? OfflineRange.Read(session, one, StepDirection.Upgrade) : null;
        if (range?.From is null)
            await session.OpenForReadingAsync(cancellationToken);
        var script = await upgrader.ScriptStampAsync(
            range is { From: not null } ? [range.To] : request.Revisions, range?.From, cancellationToken);
        return new UpgradeResult
        {
            Command = request.Command,
            Before = script.Before,
            After = script.Before,
            DryRun = true,
            Script = script.Text
        };
    }
}
