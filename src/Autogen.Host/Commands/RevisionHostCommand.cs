using Autogen.Design.Environments;
using Autogen.Design.Rendering;
using Autogen.Host.Session;
using Autogen.Messages;
using Autogen.Schema;

namespace Autogen.Host.Commands;

/// <summary><c>revision --autogenerate</c>: compares, plans, and renders; the face writes the file.</summary>
internal sealed class RevisionHostCommand : HostCommand
{
    /// <inheritdoc/>
    public override async Task<(int ExitCode, CommandResult Result)> RunAsync(HostSession session, CancellationToken cancellationToken)
    {
        var request = session.Request;
        if (request.RevisionId is { } given && session.Graph.Find(given) is not null)
            throw new AutogenException(ErrorCode.RevisionDuplicated, $"There is a revision '{given}' already. Give another id with --rev-id, or none.");

        await session.OpenForReadingAsync(cancellationToken);
        var current = await DatabasePosition.RequireHeadAsync(session, cancellationToken);
        var found = await ModelComparison.RunAsync(session, current, cancellationToken);
        var changes = Describe.Changes(found);
        foreach (var change in changes.Where(change => !change.Cosmetic))
            session.Events.Write(new DetectedEvent(change));

        var result = new RevisionResult { Command = request.Command, Changes = changes, Risks = Describe.Risks(found.Upgrade) };
        if (found.Upgrade.Count == 0 && !request.AllowEmpty)
            return (0, result);
        if (request.Sql)
            return (0, result with { Script = OperationScript.Write(session, found.Upgrade) });

        var id = request.RevisionId ?? RevisionIds.New();
        var file = new RevisionFile
        {
            Id = id,
            Revises = current,
            Message = request.Message ?? "",
            Created = TimeProvider.System.GetUtcNow(),
            Namespace = request.RevisionsNamespace,
            TakenClassNames = session.Revisions.ClassNames,
            Upgrade = found.Upgrade,
            Downgrade = found.Downgrade,
        };
        if (session.Environment is { } environment)
            file = Dressing.Apply(file, environment);
        return (0, result with { Id = id, FileName = file.Header.FileName, Text = RevisionRenderer.Render(file) });
    }
}
