using Autogen.Commands;
using Autogen.Design.Rendering;
using Autogen.Graph;
using Autogen.Host.Session;
using Autogen.Messages;

namespace Autogen.Host.Commands;

/// <summary><c>diff</c>: what <c>revision --autogenerate</c> would do, written nowhere; wherever the database is.</summary>
internal sealed class DiffHostCommand : HostCommand<ProjectSession, DiffRequest>
{
    /// <inheritdoc/>
    public override async Task<(int ExitCode, CommandResult Result)> RunAsync(
        ProjectSession session, DiffRequest request, CancellationToken cancellationToken)
    {
        await session.OpenForReadingAsync(cancellationToken);
        var current = await session.CreateUpgrader().GetCurrentAsync(cancellationToken);
        UnknownRevisions.RequireNone(session.Graph, current);
        if (!current.ToHashSet(StringComparer.Ordinal).SetEquals(session.Graph.RealHeads))
            session.Events.Warn(
                "The database is not at the head: the difference contains what revisions that are not applied yet will do.");

        var found = await ModelComparison.RunAsync(
            session,
            new ComparisonWishes(ModelComparison.Options(session, request.Renames)) { Backfills = request.Backfills },
            current,
            cancellationToken);

        // The C# first: the providers' generators write into the operations that they are given.
        var text = found.Upgrade.Count == 0 ? "" : RevisionRenderer.RenderBody(found.Upgrade);
        var (unmanaged, history) = Describe.LeftAlone(found, session.CreateScope());
        return (0, new DiffResult
        {
            Command = request.Command,
            Changes = Describe.Changes(found, hasDefinitions: true),
            Risks = Describe.Risks(found),
            Missing = MissingObjects.Of(found),
            UnmanagedTables = unmanaged,
            HistoryTables = history,
            Script = OperationScript.Write(session, found.Upgrade),
            Text = text,
        });
    }
}
