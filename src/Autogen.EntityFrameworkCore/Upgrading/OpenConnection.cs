using Autogen.Drivers;
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

    /// <summary>Opens it; a missing database is created first if that is wanted.</summary>
    /// <param name="context">The context.</param>
    /// <param name="isCreationWanted">
    /// Whether the database is created: asked with its name once it is known to be missing, <c>database 'shop' on server localhost</c>.
    /// </param>
    /// <param name="progress">Gets a created database.</param>
    /// <param name="cancellationToken">Ends it.</param>
    /// <exception cref="AutogenException">The database can't be reached, refused, or can't be created.</exception>
    public static async Task<OpenConnection> OfAsync(
        DbContext context, Func<string, Task<bool>> isCreationWanted, IUpgradeProgress progress, CancellationToken cancellationToken)
    {
        try
        {
            return await OfAsync(context, cancellationToken).ConfigureAwait(false);
        }
        catch (AutogenException exception) when (DatabaseErrors.IsDatabaseMissing(exception))
        {
            var creation = AllDrivers.Of(context).Creation;
            var connection = context.Database.GetDbConnection();
            if (!creation.CanCreate(connection) || !await isCreationWanted(creation.NameOf(connection)).ConfigureAwait(false))
                throw;
            if (await creation.CreateAsync(context, cancellationToken).ConfigureAwait(false))
                progress.DatabaseCreated(creation.NameOf(connection));
        }

        return await OfAsync(context, cancellationToken).ConfigureAwait(false);
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
