using Autogen;
using Hangfire;

namespace Tenants.Hangfire;

/// <summary>Upgrades one tenant. Hangfire may run it twice, or on two servers at once: the second run finds nothing to do.</summary>
/// <param name="fleet">One for the whole server.</param>
/// <param name="tenants">Where the tenants are.</param>
public sealed class UpgradeTenantJob(Fleet<ShopContext> fleet, ITenants tenants)
{
    /// <summary>Enqueues a job for each tenant.</summary>
    public static void EnqueueAll(IBackgroundJobClient jobs, ITenants tenants)
    {
        ArgumentNullException.ThrowIfNull(jobs);
        ArgumentNullException.ThrowIfNull(tenants);
        foreach (var name in tenants.Names)
            jobs.Enqueue<UpgradeTenantJob>(job => job.UpgradeAsync(name, CancellationToken.None));
    }

    /// <summary>The job.</summary>
    /// <param name="name">The tenant's name.</param>
    /// <param name="cancellationToken">Hangfire's own: the server is stopped.</param>
    [AutomaticRetry(Attempts = 3)]
    public async Task UpgradeAsync(string name, CancellationToken cancellationToken)
    {
        var tenant = tenants.Find(name);
        await fleet.UpgradeAsync(tenant.ConnectionString, tenant.Schema, cancellationToken: cancellationToken);
    }
}
