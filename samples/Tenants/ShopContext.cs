using Microsoft.EntityFrameworkCore;

namespace Tenants;

/// <summary>A shop, as each tenant has one: a schema, or a database of its own.</summary>
/// <param name="options">The provider; the connection is the tenant's.</param>
public sealed class ShopContext(DbContextOptions<ShopContext> options) : DbContext(options)
{
    /// <summary>The orders of the tenant.</summary>
    public DbSet<Order> Orders => Set<Order>();
}

/// <summary>An order.</summary>
public sealed class Order
{
    /// <summary>The key.</summary>
    public int Id { get; set; }

    /// <summary>Who ordered.</summary>
    public required string Customer { get; set; }
}
