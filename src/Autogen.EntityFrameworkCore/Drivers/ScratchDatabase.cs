using Autogen.Schema;
using Autogen.Schema.Dialects;
using Autogen.Schema.Objects;
using Microsoft.EntityFrameworkCore;

namespace Autogen.Drivers;

/// <summary>
/// An empty database that the context is connected to until this is disposed.
/// </summary>
internal sealed class ScratchDatabase : IAsyncDisposable
{
    private readonly Func<Task> leave;

    private ScratchDatabase(Func<Task> leave) => this.leave = leave;

    /// <summary>Creates a scratch database and connects the context to it.</summary>
    /// <exception cref="AutogenException"><see cref="ErrorCode.ScratchDatabase"/>: it can't be made.</exception>
    public static async Task<ScratchDatabase> CreateAsync(DbContext context, Dialect dialect, CancellationToken cancellationToken)
        => new(await AllDrivers.Of(dialect).Scratch.CreateAsync(context, cancellationToken).ConfigureAwait(false));

    /// <summary>Takes one that the user names; it must hold nothing.</summary>
    /// <exception cref="AutogenException"><see cref="ErrorCode.ScratchDatabase"/>: something is in it.</exception>
    public static async Task<ScratchDatabase> TakeAsync(
        DbContext context, Dialect dialect, string connectionString, CancellationToken cancellationToken)
    {
        var scratch = new ScratchDatabase(
            await ScratchDatabases.ConnectAsync(context, connectionString, cancellationToken).ConfigureAwait(false));
        try
        {
            var schema = await dialect.ReadAsync(context.Database.GetDbConnection(), cancellationToken).ConfigureAwait(false);
            RequireEmpty(schema);
            return scratch;
        }
        catch
        {
            await scratch.DisposeAsync().ConfigureAwait(false);
            throw;
        }
    }

    /// <summary>Nothing is in a schema of the database; what belongs to the database as a whole may be an administrator's.</summary>
    private static void RequireEmpty(DatabaseSchema schema)
    {
        var found = schema.Items().Where(item => !item.Kind.IsOfDatabase).GroupBy(item => item.Kind)
            .Select(group => OtherObject.Counted(group.Key.ListedAs, group.Count()))
            .ToList();
        if (found.Count > 0)
        {
            throw new AutogenException(
                ErrorCode.ScratchDatabase,
                $"The database that --scratch names is not empty: it has {string.Join(", ", found)}. Name an empty one, or none.");
        }
    }

    /// <inheritdoc/>
    public async ValueTask DisposeAsync() => await leave().ConfigureAwait(false);
}
