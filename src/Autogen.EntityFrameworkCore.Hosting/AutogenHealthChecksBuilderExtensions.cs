using Autogen.Hosting;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Diagnostics.HealthChecks;

namespace Microsoft.Extensions.DependencyInjection;

/// <summary>Adds the health check.</summary>
public static class AutogenHealthChecksBuilderExtensions
{
    /// <summary>
    /// Whether a context's database has every revision of the application: healthy at the head, else <paramref name="failureStatus"/> with
    /// the ids of the pending revisions (data <c>current</c> and <c>pending</c>). Reads the version table only, as
    /// <c>AddAutogen&lt;TContext&gt;</c> of the services names it.
    /// </summary>
    /// <typeparam name="TContext">The context.</typeparam>
    /// <param name="builder">The host's health checks.</param>
    /// <param name="name">The check's name; by default <c>autogen-</c> and the context's.</param>
    /// <param name="failureStatus">
    /// What a database is that is behind, can't be reached, or is at a revision that is not known; by default unhealthy.
    /// </param>
    /// <param name="tags">For choosing checks.</param>
    public static IHealthChecksBuilder AddAutogen<TContext>(
        this IHealthChecksBuilder builder, string? name = null, HealthStatus? failureStatus = null, IEnumerable<string>? tags = null)
        where TContext : DbContext
    {
        ArgumentNullException.ThrowIfNull(builder);
        return builder.Add(new HealthCheckRegistration(
            name ?? $"autogen-{typeof(TContext).Name}",
            services => ActivatorUtilities.CreateInstance<RevisionHealthCheck<TContext>>(services),
            failureStatus,
            tags));
    }
}
