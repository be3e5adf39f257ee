using Autogen.Graph;
using Microsoft.Extensions.Logging;

namespace Autogen.Upgrading;

/// <summary>Tells the application's log, under the category <c>Autogen</c>.</summary>
internal sealed partial class LoggingProgress(ILogger logger) : IUpgradeProgress
{
    /// <inheritdoc/>
    public void DatabaseCreated(string name) => LogCreated(name);

    /// <inheritdoc/>
    public void StepStarted(RevisionStep step)
        => LogStarted(step.Direction == StepDirection.Upgrade ? "upgrade" : "downgrade", step.Node.Id, step.Node.Message);

    /// <inheritdoc/>
    public void StatementStarting(int done, int total)
    {
    }

    /// <inheritdoc/>
    public void StepFinished(RevisionStep step, TimeSpan duration) => LogFinished(step.Node.Id, (long)duration.TotalMilliseconds);

    /// <inheritdoc/>
    public void Waiting(string holder) => LogWaiting(holder);

    /// <inheritdoc/>
    public void Rebuilding(string space) => LogRebuilding(space);

    /// <inheritdoc/>
    public void NeedsManyLocks(string warning) => LogNeedsManyLocks(warning);

    [LoggerMessage(1, LogLevel.Information, "Running {Direction} of revision {Revision}, {Message}")]
    private partial void LogStarted(string direction, string revision, string message);

    [LoggerMessage(2, LogLevel.Information, "Revision {Revision} is done ({Milliseconds} ms)")]
    private partial void LogFinished(string revision, long milliseconds);

    [LoggerMessage(3, LogLevel.Information, "Waiting for another upgrade of the same database: {Holder}")]
    private partial void LogWaiting(string holder);

    [LoggerMessage(4, LogLevel.Information, "{Space}")]
    private partial void LogRebuilding(string space);

    [LoggerMessage(5, LogLevel.Warning, "{Warning}")]
    private partial void LogNeedsManyLocks(string warning);

    [LoggerMessage(6, LogLevel.Information, "Created {Database}")]
    private partial void LogCreated(string database);
}
