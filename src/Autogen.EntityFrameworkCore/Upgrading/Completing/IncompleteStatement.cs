using System.Data.Common;
using Autogen.Schema;
using Autogen.Schema.Objects;
using Autogen.Upgrading.Records;
using Autogen.Upgrading.Running;
using Microsoft.EntityFrameworkCore.Migrations.Operations;

namespace Autogen.Upgrading.Completing;

/// <summary>An operation that becomes SQL when it runs: its table's columns say what it leaves open.</summary>
/// <param name="Operation">The operation.</param>
/// <param name="Number">Its place.</param>
/// <param name="IsOutsideTransaction">Whether it runs by itself.</param>
/// <param name="Completion">Completes it.</param>
/// <param name="Timeout">How long a statement may run, in seconds; zero for any time.</param>
internal sealed record IncompleteStatement(
    MigrationOperation Operation, int Number, bool IsOutsideTransaction, OperationCompletion Completion, int Timeout)
    : StepStatement(Operation, Number, IsOutsideTransaction)
{
    // The operation is completed in place, and its meaning must stay.
    private readonly string meaning = $"{OperationName.Of(Operation)} {OperationChecksum.Of([Operation])}";
    private string? sql;

    /// <summary>What it ran last, for messages; <see langword="null"/> before it ran.</summary>
    public override string? Sql => sql;

    /// <inheritdoc/>
    public override string Meaning => meaning;

    /// <summary>The table.</summary>
    public ObjectName Table => new(((ITableMigrationOperation)Operation).Schema, ((ITableMigrationOperation)Operation).Table);

    /// <inheritdoc/>
    public override async Task RunAsync(DbConnection connection, CancellationToken cancellationToken)
    {
        var columns = await ReadAsync(connection, cancellationToken).ConfigureAwait(false);
        foreach (var statement in Completion.SqlOf(Operation, columns))
        {
            sql = statement;
            using var command = connection.CreateCommand();
            command.CommandText = Tag + statement;
            command.CommandTimeout = Timeout;
            await command.ExecuteNonQueryAsync(cancellationToken).ConfigureAwait(false);
        }
    }

    /// <summary>The table's columns as they are now.</summary>
    /// <exception cref="AutogenException"><see cref="ErrorCode.RevisionFailed"/>: there is no such table.</exception>
    public async Task<KnownColumns> ReadAsync(DbConnection connection, CancellationToken cancellationToken)
        => await Completion.ReadAsync(connection, Table, cancellationToken).ConfigureAwait(false)
            ?? throw new AutogenException(ErrorCode.RevisionFailed, $"There is no table '{Table.Name}' at this step.");

    /// <summary>Its statements, for a script.</summary>
    public IReadOnlyList<string> SqlFor(KnownColumns? columns) => Completion.SqlOf(Operation, columns);
}
