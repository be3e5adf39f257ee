using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Shop.Model;

internal sealed class OrderConfiguration(bool postgres) : IEntityTypeConfiguration<Order>
{
    public const string NumberSequence = "order_numbers";

    public void Configure(EntityTypeBuilder<Order> order)
    {
        order.ToTable("Orders");
        order.HasAlternateKey(o => o.Number);

        if (postgres)
        {
            // The enum's own type, order_status, is mapped in Database.cs.
            order.Property(o => o.Number).HasDefaultValueSql($"nextval('{NumberSequence}')");
            order.HasIndex(o => o.Status).HasFilter("\"Status\" = 'pending'");
        }
        else
        {
            order.Property(o => o.Number).ValueGeneratedNever();
            order.Property(o => o.Status).HasConversion<string>().HasMaxLength(20);
            order.HasIndex(o => o.Status).HasFilter("\"Status\" = 'Pending'");
        }

#if SHOP_V2
        order.HasIndex(o => new { o.CustomerId, o.PlacedAt }).IsDescending(false, true);
#else
        order.HasIndex(o => o.PlacedAt).IsDescending();
#endif
    }
}
