using System.Data.Common;
using Autogen.Drivers;

namespace Autogen.Upgrading.Running;

/// <summary>Statements that are sent together: a round trip for all of them, where the provider can.</summary>
/// <param name="connection">An open connection.</param>
/// <param name="rules">How the database runs statements.</param>
internal sealed class StatementBatch(DbConnection connection, StatementRules rules)
{
    /// <summary>Runs the statements, however long they take.</summary>
    /// <param name="statements">The statements, one each.</param>
    /// <param name="cancellationToken">Ends them.</param>
    /// <returns>The rows that each has changed, and the first row of the first result; <see langword="null"/> for none.</returns>
    /// <exception cref="BatchFailureException">One failed. Those behind it were not run.</exception>
    public async Task<(IReadOnlyList<int> Changed, object?[]? Row)> RunAsync(
        IReadOnlyList<string> statements, CancellationToken cancellationToken)
    {
        if (!connection.CanCreateBatch)
            return await RunOneByOneAsync(statements, cancellationToken).ConfigureAwait(false);
        using var batch = connection.CreateBatch();
        batch.Timeout = 0;
        foreach (var sql in statements)
        {
            var command = batch.CreateBatchCommand();
            command.CommandText = sql;
            batch.BatchCommands.Add(command);
        }

        try
        {
            using var reader = await batch.ExecuteReaderAsync(cancellationToken).ConfigureAwait(false);
            var row = await RowAsync(reader, cancellationToken).ConfigureAwait(false);
            return ([.. batch.BatchCommands.Select(command => command.RecordsAffected)], row);
        }
        catch (Exception exception) when (exception is not OperationCanceledException && !cancellationToken.IsCancellationRequested)
        {
            throw new BatchFailureException(rules.FailedIn(batch, exception), exception);
        }
    }

    private async Task<(IReadOnlyList<int> Changed, object?[]? Row)> RunOneByOneAsync(
        IReadOnlyList<string> statements, CancellationToken cancellationToken)
    {
        var changed = new List<int>();
        object?[]? row = null;
        foreach (var sql in statements)
        {
            try
            {
                using var command = connection.CreateCommand();
                command.CommandText = sql;
                rules.AllowAnyTime(command);
                using var reader = await command.ExecuteReaderAsync(cancellationToken).ConfigureAwait(false);
                row = await RowAsync(reader, cancellationToken).ConfigureAwait(false) ?? row;
                changed.Add(reader.RecordsAffected);
            }
            catch (Exception exception) when (exception is not OperationCanceledException && !cancellationToken.IsCancellationRequested)
            {
                throw new BatchFailureException(changed.Count, exception);
            }
        }

        return (changed, row);
    }

    // Npgsql's reader passes over statements without a result.
    private static async Task<object?[]?> RowAsync(DbDataReader reader, CancellationToken cancellationToken)
    {
        object?[]? row = null;
        if (reader.FieldCount > 0 && await reader.ReadAsync(cancellationToken).ConfigureAwait(false))
            row = [.. Enumerable.Range(0, reader.FieldCount).Select(reader.GetValue)];

        // What comes after it may have failed.
        while (await reader.NextResultAsync(cancellationToken).ConfigureAwait(false))
        {
        }

        return row;
    }
}
