using Autogen;
using Orleans;

namespace Tenants.Orleans;

/// <summary>A tenant; its key is the tenant's name.</summary>
public interface ITenantGrain : IGrainWithStringKey
{
    /// <summary>Brings the tenant's database to the newest revision.</summary>
    /// <returns>How many revisions were applied.</returns>
    [ResponseTimeout("01:00:00")]
    Task<int> UpgradeAsync();
}

/// <summary>
/// Upgrades its tenant, on whichever silo it is. After a failed silo it may run a second time elsewhere, and finds nothing to do.
/// </summary>
/// <param name="fleet">One for the whole silo.</param>
/// <param name="tenants">Where the tenants are.</param>
public sealed class TenantGrain(Fleet<ShopContext> fleet, ITenants tenants) : Grain, ITenantGrain
{
    /// <inheritdoc/>
    public async Task<int> UpgradeAsync()
    {
        var tenant = tenants.Find(this.GetPrimaryKeyString());
        return (await fleet.UpgradeAsync(tenant.ConnectionString, tenant.Schema)).Count;
    }
}
