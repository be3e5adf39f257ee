using Autogen.Scenarios.Databases;
using Microsoft.EntityFrameworkCore;
using Tenants;

namespace Autogen.Samples.Tests;

/// <summary>A PostgreSQL database with a schema for each tenant.</summary>
internal sealed class TenantSchemas : ITenants, IAsyncDisposable
{
    private readonly PostgreSqlDatabase database;

    private TenantSchemas(PostgreSqlDatabase database, int count)
    {
        this.database = database;
        Names = [.. Enumerable.Range(1, count).Select(number => $"Tenant \"{number}\"")];
    }

    public IReadOnlyList<string> Names { get; }

    public string ConnectionString => database.ConnectionString;

    public static async Task<TenantSchemas> CreateAsync(int count)
    {
        var tenants = new TenantSchemas(await PostgreSqlDatabase.CreateAsync(), count);
        foreach (var name in tenants.Names)
            await tenants.database.ExecuteAsync($"CREATE SCHEMA {Quoted(name)}");
        return tenants;
    }

    public static Fleet<ShopContext> CreateFleet()
        => new(() => new ShopContext(new DbContextOptionsBuilder<ShopContext>().UseNpgsql().Options));

    public Tenant Find(string name) => new(name, database.ConnectionString, name);

    /// <summary>Each revision was applied once to each tenant, and EF Core can write a row.</summary>
    public async Task RequireUpgradedOnceAsync()
    {
        foreach (var schema in Names.Select(Quoted))
        {
            Assert.Equal(2L, await database.ScalarAsync($"SELECT count(*) FROM {schema}.autogen_log"));
            Assert.Equal("6fa459eaee8a", await database.ScalarAsync($"SELECT version_num FROM {schema}.autogen_version"));
            await database.ExecuteAsync($"INSERT INTO {schema}.\"Orders\" (\"Customer\") VALUES ('Ada')");
        }
    }

    public ValueTask DisposeAsync() => database.DisposeAsync();

    private static string Quoted(string name) => $"\"{name.Replace("\"", "\"\"", StringComparison.Ordinal)}\"";
}
