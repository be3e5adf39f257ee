using Autogen.Schema;
using Microsoft.EntityFrameworkCore;

namespace Autogen.Drivers;

/// <summary>Makes empty databases.</summary>
internal abstract class ScratchDatabases
{
    /// <summary>Creates an empty database and connects the context to it.</summary>
    /// <returns>Drops it and connects the context to its own again.</returns>
    /// <exception cref="AutogenException"><see cref="ErrorCode.ScratchDatabase"/>: it can't be made.</exception>
    public abstract Task<Func<Task>> CreateAsync(DbContext context, CancellationToken cancellationToken);

    /// <summary>
    /// The connection string of an empty database to read instead of the context's own where that does not exist and opening it would
    /// create it; <see langword="null"/> elsewhere.
    /// </summary>
    public virtual string? InsteadOfMissing(DbContext context) => null;

    /// <summary>Connects the context to another database, and keeps the connection open.</summary>
    /// <returns>Connects it to its own again.</returns>
    public static async Task<Func<Task>> ConnectAsync(
        DbContext context, string connectionString, CancellationToken cancellationToken)
    {
        var home = context.Database.GetConnectionString();
        var wasOpen = context.Database.GetDbConnection().State == System.Data.ConnectionState.Open;
        if (wasOpen)
            await context.Database.CloseConnectionAsync().ConfigureAwait(false);
        context.Database.SetConnectionString(connectionString);
        await context.Database.OpenConnectionAsync(cancellationToken).ConfigureAwait(false);
        return ReturnAsync;

        async Task ReturnAsync()
        {
            await context.Database.CloseConnectionAsync().ConfigureAwait(false);
            context.Database.SetConnectionString(home);
            if (wasOpen)
                await context.Database.OpenConnectionAsync(CancellationToken.None).ConfigureAwait(false);
        }
    }
}
