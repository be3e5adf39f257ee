using Autogen.Commands;
using Autogen.Host.Session;
using Autogen.Messages;

namespace Autogen.Host.Commands;

/// <summary><c>history --log</c>: what was done to the database.</summary>
internal sealed class LogHostCommand : HostCommand<ProjectSession, LogRequest>
{
    /// <inheritdoc/>
    public override async Task<(int ExitCode, CommandResult Result)> RunAsync(
        ProjectSession session, LogRequest request, CancellationToken cancellationToken)
    {
        await session.OpenForReadingAsync(cancellationToken);
        var log = await session.CreateUpgrader().GetLogAsync(cancellationToken);
        return (0, new LogResult
        {
            Command = request.Command,
            Entries = [.. log.Reverse().Select(entry => new LogEntryMessage(
                entry.Revision,
                entry.Direction,
                entry.AppliedAt,
                entry.Milliseconds,
                entry.By,
                entry.ToolVersion,
                entry.Checksum,
                session.Graph.Find(entry.Revision) is { } node ? session.MessageOf(node) : null))],
        });
    }
}
