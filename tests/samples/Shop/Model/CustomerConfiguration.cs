using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Shop.Model;

internal sealed class CustomerConfiguration : IEntityTypeConfiguration<Customer>
{
    public void Configure(EntityTypeBuilder<Customer> customer)
    {
        customer.ToTable("Customers", table => table.HasComment("People who have ordered at least once"));

        customer.Property(c => c.Name).HasMaxLength(100);
        customer.Property(c => c.Email).HasMaxLength(200).HasComment("Also the login");
        customer.HasIndex(c => c.Email).IsUnique();
        customer.Property(c => c.Phone).HasMaxLength(40);
        customer.Property(c => c.CreatedAt).HasDefaultValueSql("CURRENT_TIMESTAMP");

        customer.OwnsOne(c => c.Address, address =>
        {
            address.Property(a => a.Street).HasColumnName("Street").HasMaxLength(200);
            address.Property(a => a.City).HasColumnName("City").HasMaxLength(100);
            address.Property(a => a.Country).HasColumnName("Country").HasMaxLength(2).IsFixedLength();
        });
        customer.Navigation(c => c.Address).IsRequired();

        customer.OwnsOne(c => c.Preferences, preferences => preferences.ToJson());
        customer.Navigation(c => c.Preferences).IsRequired();
    }
}
