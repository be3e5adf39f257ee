using System.Data.Common;
using Autogen.Upgrading;
using Autogen.Upgrading.Running;

namespace Autogen.Drivers;

/// <summary>How statements run.</summary>
internal class StatementRules
{
    /// <summary>
    /// The command time-out of a revision's statements, in seconds; zero for any time. ADO.NET providers disagree about what it limits.
    /// </summary>
    /// <param name="lockTimeout">How long a statement may wait for others.</param>
    public virtual int CommandTimeout(TimeSpan lockTimeout) => 0;

    /// <summary>Lets a command of the upgrade itself take any time, where its time-out would end it.</summary>
    public virtual void AllowAnyTime(DbCommand command) => command.CommandTimeout = 0;

    /// <summary>Whether a limit for the time of a statement is kept.</summary>
    public virtual bool LimitsTime => true;

    /// <summary>Whether a statement may not even be tried in a transaction.</summary>
    public virtual bool IsNeverInTransaction(StepStatement statement) => false;

    /// <summary>
    /// The SQL of a statement that may be sent together with others; <see langword="null"/> where it has to be sent by itself.
    /// </summary>
    public virtual string? BatchSql(DbConnection connection, StepStatement statement) => null;

    /// <summary>Which command of a batch failed, from 0.</summary>
    public virtual int FailedIn(DbBatch batch, Exception exception)
        => exception is DbException { BatchCommand: { } failed } ? batch.BatchCommands.IndexOf(failed) : 0;

    /// <summary>
    /// What can be asked of the catalogue about a statement that runs outside of a transaction and may end half-way;
    /// <see langword="null"/> where nothing can.
    /// </summary>
    public virtual OutsideEffect? EffectOf(string sql) => null;

    /// <summary>Does what the ADO.NET provider needs after a statement: it may cache what the statement has changed.</summary>
    public virtual Task AfterAsync(DbConnection connection, StepStatement statement, CancellationToken cancellationToken)
        => Task.CompletedTask;
}
