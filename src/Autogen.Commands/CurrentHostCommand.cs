using Autogen.Graph;
using Autogen.Messages;
using Autogen.Schema;

namespace Autogen.Commands;

/// <summary><c>current</c>: where the database is; also when that is a revision which no file has.</summary>
internal sealed class CurrentHostCommand : HostCommand<HostSession, CurrentRequest>
{
    /// <inheritdoc/>
    public override async Task<(int ExitCode, CommandResult Result)> RunAsync(
        HostSession session, CurrentRequest request, CancellationToken cancellationToken)
    {
        await session.OpenForReadingAsync(cancellationToken);
        var current = await session.CreateUpgrader().GetCurrentAsync(cancellationToken);
        if (UnknownRevisions.Of(session.Graph, current) is { Count: > 0 } unknown)
        {
            var refusal = await RevisionLog.RefusalAsync(session, unknown, cancellationToken);
            if (request.CheckHeads || request.RequiresKnown)
                throw refusal;
            session.Events.Warn(refusal.Message);
        }

        if (request.CheckHeads && !current.ToHashSet(StringComparer.Ordinal).SetEquals(session.Graph.RealHeads))
        {
            throw new AutogenException(
                ErrorCode.NotUpToDate,
                $"Target database is not up to date. It is at {(current.Count == 0 ? "<base>" : string.Join(", ", current))}, the heads "
                    + $"are {string.Join(", ", session.Graph.Heads)}.");
        }

        var unfinished = await DatabaseWarnings.UnfinishedAsync(session, cancellationToken);
        var known = current.Where(id => session.Graph.Find(id) is not null).ToList();
        var applied = RevisionListing.Applied(session, known);
        var revisions = current.Select(id => session.Graph.Find(id) is { } node
            ? RevisionListing.Message(session, node, current, applied)
            : new RevisionMessage(id, [], "(no file has this revision)", IsHead: false, IsCurrent: true, IsApplied: true));
        return (0, new RevisionsResult
        {
            Command = request.Command,
            Revisions = [.. revisions],
            Heads = [.. session.Graph.Heads],
            Current = current,
            Unfinished = unfinished
        });
    }
}
