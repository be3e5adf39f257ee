using System.Data.Common;
using Microsoft.EntityFrameworkCore.Migrations.Operations;

namespace Autogen.Upgrading.Running;

/// <summary>One thing that a revision does when it runs.</summary>
/// <param name="Operation">The operation that it comes from, for messages.</param>
/// <param name="Number">The operation's place among the revision's operations, from 1.</param>
/// <param name="IsOutsideTransaction">Whether it runs by itself, after what came before is committed.</param>
internal abstract record StepStatement(MigrationOperation Operation, int Number, bool IsOutsideTransaction)
{
    /// <summary>The operations that it does, in order.</summary>
    public virtual IReadOnlyList<MigrationOperation> Operations => [Operation];

    /// <summary>The operations of statements, in order.</summary>
    public static IReadOnlyList<MigrationOperation> OperationsOf(IReadOnlyList<StepStatement> statements)
        => [.. statements.SelectMany(statement => statement.Operations)];

    /// <summary>A comment in front of it, by which it is known in the database while it runs.</summary>
    public string Tag { get; init; } = "";

    /// <summary>Whether it keeps nothing of the database in which it ran, and can run in another one.</summary>
    public virtual bool IsReusable => false;

    /// <summary>Runs the statement.</summary>
    public abstract Task RunAsync(DbConnection connection, CancellationToken cancellationToken);

    /// <summary>Its SQL, or <see langword="null"/> where it has none before it runs.</summary>
    public abstract string? Sql { get; }

    /// <summary>Whether a script ends the transaction before it.</summary>
    public virtual bool IsOutsideInScript => IsOutsideTransaction;

    /// <summary>Identifies what it does; for a statement of SQL, the SQL.</summary>
    public virtual string Meaning => Sql ?? OperationName.Of(Operation);
}

/// <summary>A statement of SQL.</summary>
/// <param name="Operation">The operation that it comes from.</param>
/// <param name="Number">The operation's place.</param>
/// <param name="IsOutsideTransaction">Whether it runs by itself.</param>
/// <param name="Text">The SQL.</param>
/// <param name="Timeout">
/// The command time-out, in seconds; zero for any time (<see cref="Drivers.StatementRules.CommandTimeout"/>).
/// </param>
internal sealed record SqlStatement(MigrationOperation Operation, int Number, bool IsOutsideTransaction, string Text, int Timeout)
    : StepStatement(Operation, Number, IsOutsideTransaction)
{
    /// <inheritdoc/>
    public override string Sql => Text;

    /// <inheritdoc/>
    public override bool IsReusable => true;

    /// <inheritdoc/>
    public override async Task RunAsync(DbConnection connection, CancellationToken cancellationToken)
    {
        using var command = connection.CreateCommand();
        command.CommandText = Tag + Text;
        command.CommandTimeout = Timeout;
        await command.ExecuteNonQueryAsync(cancellationToken).ConfigureAwait(false);
    }
}

/// <summary>A revision's own code.</summary>
internal sealed record CodeStatement(Operations.RunOperation Code, int Number) : StepStatement(Code, Number, IsOutsideTransaction: false)
{
    /// <inheritdoc/>
    public override string? Sql => null;

    /// <inheritdoc/>
    public override Task RunAsync(DbConnection connection, CancellationToken cancellationToken) => Code.Body(connection, cancellationToken);
}

/// <summary>A statement of SQL with parameters.</summary>
/// <param name="Source">The operation.</param>
/// <param name="Number">Its place.</param>
/// <param name="IsOutsideTransaction">Whether it runs by itself.</param>
/// <param name="Text">The SQL with the values in the parameters' places.</param>
/// <param name="Timeout">How long it may run, in seconds; zero for any time.</param>
/// <param name="AddParameters">Gives a command its parameters.</param>
internal sealed record ParameterisedStatement(
    Operations.ParameterisedSqlOperation Source,
    int Number,
    bool IsOutsideTransaction,
    string Text,
    int Timeout,
    Action<DbCommand> AddParameters)
    : StepStatement(Source, Number, IsOutsideTransaction)
{
    /// <inheritdoc/>
    public override string Sql => Text;

    /// <inheritdoc/>
    public override bool IsReusable => true;

    /// <inheritdoc/>
    public override async Task RunAsync(DbConnection connection, CancellationToken cancellationToken)
    {
        using var command = connection.CreateCommand();
        command.CommandText = Tag + Source.Sql;
        command.CommandTimeout = Timeout;
        AddParameters(command);
        await command.ExecuteNonQueryAsync(cancellationToken).ConfigureAwait(false);
    }
}

/// <summary>A backfill. <see cref="Backfilling"/> runs it in batches; by itself, and in a script, it is one statement.</summary>
/// <param name="Backfill">The operation.</param>
/// <param name="Number">Its place.</param>
/// <param name="Text">The one statement.</param>
internal sealed record BackfillStatement(Operations.BackfillOperation Backfill, int Number, string Text)
    : StepStatement(Backfill, Number, IsOutsideTransaction: true)
{
    /// <inheritdoc/>
    public override string Sql => Text;

    /// <inheritdoc/>
    public override bool IsReusable => true;

    /// <inheritdoc/>
    public override bool IsOutsideInScript => false;

    /// <summary>What changes which rows in which order; batches may be others when it goes on.</summary>
    public override string Meaning
        => $"{Backfill.Schema}.{Backfill.Table} ({string.Join(", ", Backfill.Key)}) SET {Backfill.Set} WHERE {Backfill.Where}";

    /// <inheritdoc/>
    public override async Task RunAsync(DbConnection connection, CancellationToken cancellationToken)
    {
        using var command = connection.CreateCommand();
        command.CommandText = Text;
        command.CommandTimeout = 0;
        await command.ExecuteNonQueryAsync(cancellationToken).ConfigureAwait(false);
    }
}
