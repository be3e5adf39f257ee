using Autogen.Schema;
using Microsoft.EntityFrameworkCore;

namespace Autogen.Drivers;

/// <summary>Makes copies of a database with all its rows, which can be changed and dropped without harm.</summary>
internal class DatabaseClones
{
    /// <summary>
    /// Copies the context's database and connects the context to the copy. The database itself is only read.
    /// </summary>
    /// <param name="context">The context; its connection is open.</param>
    /// <param name="patience">How long to wait until nobody else is connected, where that is necessary.</param>
    /// <param name="cancellationToken">Ends it; nothing is left.</param>
    /// <exception cref="AutogenException"><see cref="ErrorCode.CloneFailed"/>.</exception>
    public virtual Task<DatabaseClone> CreateAsync(DbContext context, TimeSpan patience, CancellationToken cancellationToken)
        => throw new AutogenException(
            ErrorCode.CloneFailed,
            $"Databases of {context.Database.ProviderName} can't be copied. Rehearse on a copy of your own: upgrade it.");

    /// <summary>The names of copies of the context's database that were left, by a command that was killed for example.</summary>
    public virtual Task<IReadOnlyList<string>> FindLeftAsync(DbContext context, CancellationToken cancellationToken)
        => Task.FromResult<IReadOnlyList<string>>([]);

    /// <summary>Drops copies that <see cref="FindLeftAsync"/> has found.</summary>
    public virtual Task DropLeftAsync(DbContext context, IReadOnlyList<string> names, CancellationToken cancellationToken)
        => Task.CompletedTask;
}

/// <summary>A copy of a database to which the context is connected until it is disposed; then it is dropped.</summary>
/// <param name="Name">What it is called.</param>
/// <param name="Leave">Drops it and connects the context to its own database again.</param>
internal sealed record DatabaseClone(string Name, Func<Task> Leave) : IAsyncDisposable
{
    /// <inheritdoc/>
    public async ValueTask DisposeAsync() => await Leave().ConfigureAwait(false);
}
