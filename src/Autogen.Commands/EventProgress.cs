using Autogen.Graph;
using Autogen.Messages;
using Autogen.Upgrading;

namespace Autogen.Commands;

/// <summary>Tells the face how an upgrade goes on.</summary>
internal sealed class EventProgress(EventWriter events, ProjectRequest project) : IUpgradeProgress
{
    private long changed;

    /// <inheritdoc/>
    public void DatabaseCreated(string name) => events.Write(new LogEvent("information", $"Created {name}."));

    /// <inheritdoc/>
    public void StepStarted(RevisionStep step) => events.Write(new StepStartedEvent(Message(step)));

    /// <inheritdoc/>
    public void StatementStarting(int done, int total) => events.Write(new StepProgressEvent(done, total));

    /// <inheritdoc/>
    public void StepFinished(RevisionStep step, TimeSpan duration)
        => events.Write(new StepFinishedEvent(Message(step), duration.TotalMilliseconds));

    /// <inheritdoc/>
    public void Waiting(string holder) => events.Write(new WaitingEvent(holder));

    /// <inheritdoc/>
    public void TryingAgain(string why) => events.Write(new LogEvent("information", why));

    /// <inheritdoc/>
    public void NeedsManyLocks(string warning) => events.Warn(warning);

    /// <inheritdoc/>
    public void Rebuilding(string space) => events.Write(new LogEvent("information", space));

    /// <inheritdoc/>
    public void RowsChanged(string table, long rows, long total, long batch, TimeSpan elapsed, bool isLast)
    {
        changed += batch;
        events.Write(new RowsChangedEvent(table, rows, total, elapsed > TimeSpan.Zero ? changed / elapsed.TotalSeconds : 0, isLast));
        if (isLast)
            changed = 0;
    }

    /// <summary>The step for people and programs.</summary>
    public StepMessage Message(RevisionStep step)
    {
        var node = step.Node;
        var message = project.RevisionMessages.TryGetValue(node.Id, out var text) ? text : node.Message;
        return step.Direction == StepDirection.Upgrade
            ? new StepMessage("upgrade", [.. node.Revises], [node.Id], message)
            : new StepMessage("downgrade", [node.Id], [.. node.Revises], message);
    }
}
