using System.Globalization;
using Autogen.Schema;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Diagnostics.HealthChecks;
using Microsoft.Extensions.Options;

namespace Autogen.Hosting;

/// <summary>Compares the version table with the revisions of the application. Reads only.</summary>
internal sealed class RevisionHealthCheck<TContext>(IServiceScopeFactory scopes, IOptionsMonitor<AutogenOptions> options) : IHealthCheck
    where TContext : DbContext
{
    /// <inheritdoc/>
    public async Task<HealthCheckResult> CheckHealthAsync(HealthCheckContext context, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(context);
        var target = options.Get(AutogenOptions.NameFor<TContext>());
        var data = new Dictionary<string, object>(StringComparer.Ordinal);
        try
        {
            var lease = await ContextLease<TContext>.TakeAsync(scopes, cancellationToken).ConfigureAwait(false);
            await using var returning = lease.ConfigureAwait(false);
            var current = await lease.Context.Database.GetCurrentRevisionsAsync(target.Upgrade, cancellationToken).ConfigureAwait(false);
            data["current"] = current;
            var pending = await lease.Context.Database.GetPendingRevisionsAsync(target.Upgrade, cancellationToken).ConfigureAwait(false);
            data["pending"] = pending;
            return pending.Count == 0
                ? HealthCheckResult.Healthy($"The database is at {Written(current)}.", data)
                : new HealthCheckResult(
                    context.Registration.FailureStatus,
                    string.Create(
                        CultureInfo.InvariantCulture,
                        $"The database is at {Written(current)}; {pending.Count} {(pending.Count == 1 ? "revision is" : "revisions are")} "
                            + $"pending: {string.Join(", ", pending)}."),
                    data: data);
        }
        catch (AutogenException exception) when (target.AllowNewerDatabase && exception.Code == ErrorCode.DatabaseRevisionUnknown)
        {
            return HealthCheckResult.Healthy("The database is at a revision of a newer version of the application.", data);
        }
        catch (AutogenException exception)
        {
            return new HealthCheckResult(context.Registration.FailureStatus, exception.Message, exception, data);
        }
    }

    private static string Written(IReadOnlyList<string> current) => current.Count == 0 ? "<base>" : string.Join(", ", current);
}
