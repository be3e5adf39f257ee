using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Autogen.Hosting;

/// <summary>A context of the application's own for a while, however it is registered.</summary>
internal sealed class ContextLease<TContext> : IAsyncDisposable
    where TContext : DbContext
{
    private readonly AsyncServiceScope scope;
    private readonly bool isOwned;

    private ContextLease(AsyncServiceScope scope, TContext context, bool isOwned)
    {
        this.scope = scope;
        this.isOwned = isOwned;
        Context = context;
    }

    /// <summary>The context.</summary>
    public TContext Context { get; }

    /// <summary>Takes one: from the services, else from their factory.</summary>
    /// <exception cref="InvalidOperationException">The context is not registered.</exception>
    public static async Task<ContextLease<TContext>> TakeAsync(IServiceScopeFactory scopes, CancellationToken cancellationToken)
    {
        var taken = scopes.CreateAsyncScope();
        try
        {
            if (taken.ServiceProvider.GetService<TContext>() is { } context)
                return new ContextLease<TContext>(taken, context, isOwned: false);
            if (taken.ServiceProvider.GetService<IDbContextFactory<TContext>>() is { } factory)
                return new ContextLease<TContext>(
                    taken, await factory.CreateDbContextAsync(cancellationToken).ConfigureAwait(false), isOwned: true);
            throw new InvalidOperationException(
                $"{typeof(TContext).FullName} is not registered. AddAutogen<{typeof(TContext).Name}> needs AddDbContext, "
                    + "AddDbContextPool or AddDbContextFactory of the same context.");
        }
        catch
        {
            await taken.DisposeAsync().ConfigureAwait(false);
            throw;
        }
    }

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        if (isOwned)
            await Context.DisposeAsync().ConfigureAwait(false);
        await scope.DisposeAsync().ConfigureAwait(false);
    }
}
