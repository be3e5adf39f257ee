using Autogen;
using Autogen.Hosting;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Hosting;

// The framework's own namespace, so that Program.cs needs no using.
namespace Microsoft.Extensions.DependencyInjection;

/// <summary>Adds revisions to a host.</summary>
public static class AutogenServiceCollectionExtensions
{
    /// <summary>
    /// Says what the host does about a context's revisions when it starts. The context itself is registered as ever: with
    /// <c>AddDbContext</c>, <c>AddDbContextPool</c>, <c>AddDbContextFactory</c> or <c>AddPooledDbContextFactory</c>.
    /// </summary>
    /// <typeparam name="TContext">The context.</typeparam>
    /// <param name="services">The host's services.</param>
    /// <param name="configure">Switches on what is wanted; called again for every call of this method.</param>
    public static IServiceCollection AddAutogen<TContext>(this IServiceCollection services, Action<AutogenOptions>? configure = null)
        where TContext : DbContext
    {
        ArgumentNullException.ThrowIfNull(services);
        var options = services.AddOptions<AutogenOptions>(AutogenOptions.NameFor<TContext>());
        if (configure is not null)
            options.Configure(configure);
        services.TryAddEnumerable(ServiceDescriptor.Singleton<IHostedService, StartupUpgrade<TContext>>());
        return services;
    }
}
