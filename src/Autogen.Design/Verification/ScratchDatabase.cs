using Autogen.Drivers;
using Autogen.Schema;
using Autogen.Schema.Dialects;
using Microsoft.EntityFrameworkCore;

namespace Autogen.Design.Verification;

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
        => new(await AllDrivers.Of(dialect).Scratch.CreateAsync(context, cancellationToken));

    /// <summary>Takes one that the user names; it must hold nothing.</summary>
    /// <exception cref="AutogenException"><see cref="ErrorCode.ScratchDatabase"/>: something is in it.</exception>
    public static async Task<ScratchDatabase> TakeAsync(
        DbContext context, Dialect dialect, string connectionString, CancellationToken cancellationToken)
    {
        var scratch = new ScratchDatabase(await ScratchDatabases.ConnectAsync(context, connectionString, cancellationToken));
        try
        {
            var schema = await dialect.ReadAsync(context.Database.GetDbConnection(), cancellationToken);
            if (schema.Tables.Count + schema.Sequences.Count + schema.EnumTypes.Count + schema.Views.Count > 0)
            {
                throw new AutogenException(
                    ErrorCode.ScratchDatabase,
                    $"The database that --scratch names is not empty: it has {schema.Tables.Count} tables, {schema.Sequences.Count} "
                        + $"sequences, {schema.EnumTypes.Count} enumerated types "
                    + $"and {schema.Views.Count} views. Name an empty one, or none.");
            }

            return scratch;
        }
        catch
        {
            await scratch.DisposeAsync();
            throw;
        }
    }

    /// <inheritdoc/>
    public async ValueTask DisposeAsync() => await leave();
}
