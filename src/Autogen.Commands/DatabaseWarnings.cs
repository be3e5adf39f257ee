using Autogen.Messages;
using Autogen.Schema;

namespace Autogen.Commands;

/// <summary>
/// Warnings about a database beside its version: a revision that is not whole, and revisions that were
/// changed after they were applied.
/// </summary>
internal static class DatabaseWarnings
{
    /// <summary>The revision that is not whole, told as a warning.</summary>
    public static async Task<UnfinishedMessage?> UnfinishedAsync(HostSession session, CancellationToken cancellationToken)
    {
        if (await session.CreateUpgrader().GetUnfinishedAsync(cancellationToken) is not { } unfinished)
            return null;
        var direction = unfinished.Direction == Graph.StepDirection.Upgrade ? "upgrade" : "downgrade";
        session.Events.Warn($"{unfinished.Summary} 'dotnet autogen {direction}' resumes it.");
        return new UnfinishedMessage(unfinished.Revision, direction, unfinished.Done, unfinished.Rows);
    }

    /// <summary>Refuses a database that is between two revisions.</summary>
    /// <exception cref="AutogenException"><see cref="ErrorCode.RevisionUnfinished"/>.</exception>
    public static async Task RequireWholeAsync(HostSession session, CancellationToken cancellationToken)
        => (await session.CreateUpgrader().GetUnfinishedAsync(cancellationToken))?.RequireIn([]);

    /// <summary>The revisions that do something else now than they did when they were applied, told as warnings.</summary>
    public static async Task<IReadOnlyList<string>> ChangedAsync(HostSession session, CancellationToken cancellationToken)
    {
        using var stage = Stage.Begin("changed revisions");
        var changed = await session.CreateUpgrader().GetChangedAsync(cancellationToken);
        foreach (var id in changed)
        {
            var file = session.Project.RevisionFiles.TryGetValue(id, out var path) ? $" ({path})" : "";
            session.Events.Warn(
                $"Revision {id}{file} was changed after it was applied: other databases will get something else. "
                    + "Give it back what it did, and put the change into a new revision.");
        }

        return changed;
    }
}
