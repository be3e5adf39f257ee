using Autogen.Schema;
using Microsoft.EntityFrameworkCore;

namespace Autogen.Upgrading;

/// <summary>Holds the context's connection open for a while; what the database refuses is explained.</summary>
internal sealed class OpenConnection : IAsyncDisposable
{
    private readonly DbContext context;

    private OpenConnection(DbContext context) => this.context = context;

    /// <summary>Opens it, or counts one more user of an open one.</summary>
    /// <exception cref="AutogenException">The database can't be reached, or refused.</exception>
    public static async Task<OpenConnection> OfAsync(DbContext context, CancellationToken cancellationToken)
    {
        try
        {
            await context.Database.OpenConnectionAsync(cancellationToken).ConfigureAwait(false);
            return new OpenConnection(context);
        }
        catch (Exception exception)
            when (DatabaseErrors.Explain(exception, context.Database.GetDbConnection(), isConnecting: true) is not null)
        {
            throw DatabaseErrors.Explain(exception, context.Database.GetDbConnection(), isConnecting: true)!; // the filter has seen it
        }
    }

    /// <summary>
    /// Does something with the context's database; what the database refuses, and a connection that is lost, are explained.
    /// </summary>
    /// <exception cref="AutogenException">
    /// The database can't be reached, or refused, or the connection was lost (<see cref="ErrorCode.ConnectionLost"/>).
    /// </exception>
    public static async Task<T> ExplainedAsync<T>(DbContext context, Func<Task<T>> action, CancellationToken cancellationToken)
    {
        try
        {
            return await action().ConfigureAwait(false);
        }
        catch (Exception exception)
            when (exception is not (AutogenException or OperationCanceledException) && !cancellationToken.IsCancellationRequested
                && DatabaseErrors.ExplainAny(exception, context.Database.GetDbConnection()) is not null)
        {
            throw DatabaseErrors.ExplainAny(exception, context.Database.GetDbConnection())!; // the filter has seen it
        }
    }

    /// <inheritdoc/>
    public async ValueTask DisposeAsync() => await context.Database.CloseConnectionAsync().ConfigureAwait(false);
}
