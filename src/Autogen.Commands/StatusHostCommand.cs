using Autogen.Graph;
using Autogen.Messages;
using Autogen.Schema;

namespace Autogen.Commands;

/// <summary><c>status</c>: every revision, and whether the database has it. Also answers <c>history -i</c>.</summary>
internal sealed class StatusHostCommand : HostCommand<HostSession, StatusRequest>
{
    /// <inheritdoc/>
    public override async Task<(int ExitCode, CommandResult Result)> RunAsync(
        HostSession session, StatusRequest request, CancellationToken cancellationToken)
    {
        await session.OpenForReadingAsync(cancellationToken);
        var current = await session.CreateUpgrader().GetCurrentAsync(cancellationToken);
        UnknownRevisions.RequireNone(session.Graph, current);
        var applied = RevisionListing.Applied(session, current);
        var changed = await DatabaseWarnings.ChangedAsync(session, cancellationToken);
        var revisions = session.Graph.NewestFirst()
            .Select(node => RevisionListing.Message(session, node, current, applied) with
            {
                IsChanged = changed.Contains(node.Id, StringComparer.Ordinal) ? true : null
            })
            .ToList();
        return (0, new RevisionsResult
        {
            Command = request.Command,
            Revisions = revisions,
            Heads = [.. session.Graph.Heads],
            Current = current,
            Unfinished = await DatabaseWarnings.UnfinishedAsync(session, cancellationToken),
            Pending = revisions.Count(revision => revision.IsApplied == false),
        });
    }
}
