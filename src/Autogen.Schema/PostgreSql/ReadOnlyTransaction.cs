using System.Data;
using System.Data.Common;

namespace Autogen.Schema.PostgreSql;

/// <summary>A READ ONLY transaction with one snapshot, which is rolled back; in a transaction that the caller has begun, none.</summary>
internal sealed class ReadOnlyTransaction : IAsyncDisposable
{
    /// <summary>The statement that makes a transaction read only.</summary>
    public const string Sql = "SET TRANSACTION READ ONLY";

    private readonly DbTransaction? transaction;

    private ReadOnlyTransaction(DbTransaction? transaction) => this.transaction = transaction;

    /// <summary>Begins the transaction.</summary>
    public static async Task<IAsyncDisposable> BeginAsync(DbConnection connection, CancellationToken cancellationToken)
    {
        var own = await SnapshotAsync(connection, cancellationToken).ConfigureAwait(false);
        if (own is not null)
        {
            using var command = connection.CreateCommand();
            command.Transaction = own;
            command.CommandText = Sql;
            await command.ExecuteNonQueryAsync(cancellationToken).ConfigureAwait(false);
        }

        return new ReadOnlyTransaction(own);
    }

    /// <summary>Begins a transaction that reads one snapshot; <see langword="null"/> in a transaction that the caller has begun.</summary>
    public static async Task<DbTransaction?> SnapshotAsync(DbConnection connection, CancellationToken cancellationToken)
    {
        try
        {
            return await connection.BeginTransactionAsync(IsolationLevel.RepeatableRead, cancellationToken).ConfigureAwait(false);
        }
        catch (InvalidOperationException)
        {
            return null;
        }
    }

    /// <inheritdoc/>
    public ValueTask DisposeAsync() => transaction?.DisposeAsync() ?? ValueTask.CompletedTask;
}
