using Autogen.Commands;
using Autogen.Host.Session;
using Autogen.Messages;

namespace Autogen.Host.Commands;

/// <summary><c>check</c>: whether the model and the database differ.</summary>
internal sealed class CheckHostCommand : HostCommand<ProjectSession, CheckRequest>
{
    private const int Found = 3;

    /// <inheritdoc/>
    public override async Task<(int ExitCode, CommandResult Result)> RunAsync(
        ProjectSession session, CheckRequest request, CancellationToken cancellationToken)
    {
        await session.OpenForReadingAsync(cancellationToken);
        var current = await DatabasePosition.RequireHeadsAsync(session, mayBeSeveral: true, cancellationToken);
        var changed = await DatabaseWarnings.ChangedAsync(session, cancellationToken);
        var found = await ModelComparison.RunAsync(
            session,
            new ComparisonWishes(ModelComparison.Options(session, request.Renames, request.Strict)),
            current,
            cancellationToken);
        var (unmanaged, history) = Describe.LeftAlone(found, session.CreateScope());
        var changes = Describe.Changes(found);
        var result = new DiffResult
        {
            Command = request.Command,
            Changes = changes,
            ChangedRevisions = changed,
            Risks = Describe.Risks(found),
            Missing = MissingObjects.Of(found),
            UnmanagedTables = unmanaged,
            HistoryTables = history,
        };
        var isFound = changes.Any(change => !change.Cosmetic)
            || result.Missing.Count > 0
            || (request.FailOnChanged && changed.Count > 0);
        return (isFound ? Found : 0, result);
    }
}
