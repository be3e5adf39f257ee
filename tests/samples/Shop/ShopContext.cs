using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Storage.ValueConversion;
using Shop.Model;

namespace Shop;

public class ShopContext(DbContextOptions<ShopContext> options) : DbContext(options)
{
    public DbSet<Customer> Customers => Set<Customer>();
    public DbSet<Order> Orders => Set<Order>();
    public DbSet<OrderLine> OrderLines => Set<OrderLine>();
    public DbSet<Product> Products => Set<Product>();
    public DbSet<Category> Categories => Set<Category>();
    public DbSet<Tag> Tags => Set<Tag>();
#if SHOP_V2
    public DbSet<Supplier> Suppliers => Set<Supplier>();
#else
    public DbSet<Note> Notes => Set<Note>();
#endif

    protected override void OnModelCreating(ModelBuilder modelBuilder)
    {
        var postgres = Database.IsNpgsql();
        var catalog = postgres ? "catalog" : null; // SQLite has no schemas.

        modelBuilder.ApplyConfiguration(new CustomerConfiguration());
        modelBuilder.ApplyConfiguration(new OrderConfiguration(postgres));
        modelBuilder.ApplyConfiguration(new OrderLineConfiguration());
        modelBuilder.ApplyConfiguration(new ProductConfiguration(catalog));
        modelBuilder.ApplyConfiguration(new CategoryConfiguration(catalog));
        modelBuilder.ApplyConfiguration(new TagConfiguration(catalog));
#if SHOP_V2
        modelBuilder.ApplyConfiguration(new SupplierConfiguration());
#else
        modelBuilder.ApplyConfiguration(new NoteConfiguration());
#endif

        if (postgres)
            modelBuilder.HasSequence<long>(OrderConfiguration.NumberSequence).StartsAt(1000);
    }

    protected override void ConfigureConventions(ModelConfigurationBuilder configuration) =>
        configuration.Properties<DateTime>().HaveConversion<UtcConverter>();

    /// <summary>Every time in the database is UTC; SQLite does not say so when it is read, so this does.</summary>
    private sealed class UtcConverter() : ValueConverter<DateTime, DateTime>(
        written => written.ToUniversalTime(),
        read => DateTime.SpecifyKind(read, DateTimeKind.Utc));
}
