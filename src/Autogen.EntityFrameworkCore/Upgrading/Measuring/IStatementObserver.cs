using System.Data.Common;
using Autogen.Graph;
using Autogen.Upgrading.Running;

namespace Autogen.Upgrading.Measuring;

/// <summary>
/// Is called before and after each statement of an upgrade, and before each commit. Statements are sent one by one then.
/// </summary>
internal interface IStatementObserver
{
    /// <summary>A statement is going to run; called again for each batch of a backfill.</summary>
    Task StartingAsync(RevisionStep step, StepStatement statement, DbConnection connection, CancellationToken cancellationToken);

    /// <summary>It has run.</summary>
    Task FinishedAsync(TimeSpan duration, DbConnection connection, CancellationToken cancellationToken);

    /// <summary>It has failed; the transaction, if any, can't be used any more.</summary>
    void Failed(TimeSpan duration);

    /// <summary>A transaction is going to be committed.</summary>
    Task CommittingAsync(DbConnection connection, CancellationToken cancellationToken);

    /// <summary>It was committed.</summary>
    void Committed();
}
