using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Shop.Model;

internal sealed class OrderLineConfiguration : IEntityTypeConfiguration<OrderLine>
{
#if SHOP_V2
    private const string QuantityRule = "\"Quantity\" > 0 AND \"Quantity\" <= 1000";
#else
    private const string QuantityRule = "\"Quantity\" > 0";
#endif

    public void Configure(EntityTypeBuilder<OrderLine> line)
    {
        line.ToTable("OrderLines", table => table.HasCheckConstraint("CK_OrderLines_Quantity", QuantityRule));

        line.Property(l => l.UnitPrice).HasPrecision(18, 2);
        line.Property(l => l.Total).HasPrecision(18, 2).HasComputedColumnSql("\"Quantity\" * \"UnitPrice\"", stored: true);

        // A product that has been sold stays.
        line.HasOne(l => l.Product).WithMany().OnDelete(DeleteBehavior.Restrict);
    }
}
