using Autogen.Schema;
using Microsoft.EntityFrameworkCore;
using Tenants;

namespace Autogen.Samples.Tests;

public class FleetTests
{
    [Fact]
    public async Task Every_tenant_is_upgraded_once_however_often_it_is_asked_for()
    {
        await using var tenants = await TenantSchemas.CreateAsync(count: 6);
        await using var fleet = TenantSchemas.CreateFleet();
        await using var other = TenantSchemas.CreateFleet();
        var applied = await Task.WhenAll(tenants.Names.SelectMany(name => new[] { fleet, other, fleet }.Select(
            one => Task.Run(() => one.UpgradeAsync(tenants.ConnectionString, name)))));
        Assert.Equal(12, applied.Sum(ids => ids.Count));
        await tenants.RequireUpgradedOnceAsync();
    }

    [Fact]
    public async Task A_tenant_that_fails_leaves_the_fleet_of_use()
    {
        await using var tenants = await TenantSchemas.CreateAsync(count: 1);
        await using var fleet = TenantSchemas.CreateFleet();
        var refused = await Assert.ThrowsAsync<AutogenException>(
            () => fleet.UpgradeAsync("Host=127.0.0.1;Port=1;Password=hidden-pw;Timeout=3"));
        Assert.DoesNotContain("hidden-pw", refused.ToString(), StringComparison.Ordinal);
        await Assert.ThrowsAsync<ArgumentException>(() => fleet.UpgradeAsync("No Such Keyword=1"));
        Assert.Equal(["1b4e28ba2fa1"], await fleet.UpgradeAsync(tenants.ConnectionString, tenants.Names[0], "1b4e28ba2fa1"));
        Assert.Equal(["6fa459eaee8a"], await fleet.UpgradeAsync(tenants.ConnectionString, tenants.Names[0]));
        await tenants.RequireUpgradedOnceAsync();
    }

    [Fact]
    public async Task Files_of_SQLite_are_upgraded_once_and_have_no_schemas()
    {
        var folder = Directory.CreateTempSubdirectory("fleet-").FullName;
        string[] files = [.. Enumerable.Range(1, 4).Select(number => $"Data Source={folder}/tenant {number}.db")];
        await using (var fleet = new Fleet<ShopContext>(
            () => new ShopContext(new DbContextOptionsBuilder<ShopContext>().UseSqlite().Options)))
        {
            var applied = await Task.WhenAll(files.Concat(files).Select(file => Task.Run(() => fleet.UpgradeAsync(file))));
            Assert.Equal(8, applied.Sum(ids => ids.Count));
            await Assert.ThrowsAsync<NotSupportedException>(() => fleet.UpgradeAsync(files[0], "tenant"));
            Assert.Empty(await fleet.UpgradeAsync(files[0]));
        }

        Directory.Delete(folder, recursive: true);
    }

    [Fact]
    public async Task One_version_table_for_all_schemas_is_refused()
    {
        await using var fleet = new Fleet<ShopContext>(
            () => new ShopContext(new DbContextOptionsBuilder<ShopContext>().UseNpgsql().Options),
            new UpgradeOptions { VersionTableSchema = "versions" });
        await Assert.ThrowsAsync<InvalidOperationException>(() => fleet.UpgradeAsync("Host=127.0.0.1", "tenant"));
    }
}
