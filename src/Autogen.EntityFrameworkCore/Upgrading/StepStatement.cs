using System.Data.Common;
using Microsoft.EntityFrameworkCore.Migrations.Operations;

namespace Autogen.Upgrading;

/// <summary>One thing that a revision does when it runs.</summary>
/// <param name="Operation">The operation that it comes from, for messages.</param>
/// <param name="Number">The operation's place among the revision's operations, from 1.</param>
/// <param name="IsOutsideTransaction">Whether it runs by itself, after what came before is committed.</param>
internal abstract record StepStatement(MigrationOperation Operation, int Number, bool IsOutsideTransaction)
{
    /// <summary>Runs it.</summary>
    public abstract Task RunAsync(DbConnection connection, CancellationToken cancellationToken);

    /// <summary>Its SQL, or <see langword="null"/> where it has none before it runs.</summary>
    public abstract string? Sql { get; }
}

/// <summary>A statement of SQL.</summary>
internal sealed record SqlStatement(MigrationOperation Operation, int Number, bool IsOutsideTransaction, string Text)
    : StepStatement(Operation, Number, IsOutsideTransaction)
{
    /// <inheritdoc/>
    public override string Sql => Text;

    /// <inheritdoc/>
    public override async Task RunAsync(DbConnection connection, CancellationToken cancellationToken)
    {
        using var command = connection.CreateCommand();
        command.CommandText = Text;
        command.CommandTimeout = 0;
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
