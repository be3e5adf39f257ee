namespace Tenants;

/// <summary>
/// Where the tenants' databases are. Jobs and grains carry a name only: a connection string would be kept by their storage.
/// </summary>
public interface ITenants
{
    /// <summary>The names of all tenants.</summary>
    IReadOnlyList<string> Names { get; }

    /// <summary>A tenant's database.</summary>
    Tenant Find(string name);
}

/// <summary>A tenant's database.</summary>
/// <param name="Name">The tenant's name.</param>
/// <param name="ConnectionString">The connection string.</param>
/// <param name="Schema">The schema, where tenants share a database.</param>
public sealed record Tenant(string Name, string ConnectionString, string? Schema);
