using Microsoft.Extensions.DependencyInjection;
using Orleans.Hosting;
using Orleans.TestingHost;
using Tenants;
using Tenants.Orleans;

namespace Autogen.Samples.Tests;

public class OrleansTests
{
    [Fact]
    public async Task Grains_upgrade_every_tenant_once()
    {
        await using var tenants = await TenantSchemas.CreateAsync(count: 8);
        var builder = new InProcessTestClusterBuilder(initialSilosCount: 2);
        builder.ConfigureSilo((_, silo) => silo.Services
            .AddSingleton<ITenants>(tenants)
            .AddSingleton(_ => TenantSchemas.CreateFleet()));
        await using var cluster = builder.Build();
        await cluster.DeployAsync();
        var applied = await Task.WhenAll(tenants.Names.Select(name => cluster.Client.GetGrain<ITenantGrain>(name).UpgradeAsync()));
        Assert.All(applied, count => Assert.Equal(2, count));
        applied = await Task.WhenAll(tenants.Names.Select(name => cluster.Client.GetGrain<ITenantGrain>(name).UpgradeAsync()));
        Assert.All(applied, count => Assert.Equal(0, count));
        await tenants.RequireUpgradedOnceAsync();
    }
}
