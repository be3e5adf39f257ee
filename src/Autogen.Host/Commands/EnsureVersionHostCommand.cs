using Autogen.Commands;
using Autogen.Host.Session;
using Autogen.Messages;

namespace Autogen.Host.Commands;

/// <summary><c>ensure-version</c>: creates the version table if it does not exist.</summary>
internal sealed class EnsureVersionHostCommand : HostCommand<ProjectSession, EnsureVersionRequest>
{
    /// <inheritdoc/>
    public override async Task<(int ExitCode, CommandResult Result)> RunAsync(
        ProjectSession session, EnsureVersionRequest request, CancellationToken cancellationToken)
    {
        await session.OpenForWritingAsync(cancellationToken);
        var created = await session.CreateUpgrader().EnsureVersionTableAsync(cancellationToken);
        var table = session.Project.Settings.VersionTable;
        return (0, new DoneResult { Command = request.Command, Done = created ? [$"Created the version table '{table}'."] : [] });
    }
}
