#if SHOP_V2
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Shop.Model;

internal sealed class SupplierConfiguration : IEntityTypeConfiguration<Supplier>
{
    public void Configure(EntityTypeBuilder<Supplier> supplier)
    {
        supplier.ToTable("Suppliers");
        supplier.Property(s => s.Name).HasMaxLength(100);
        supplier.HasMany(s => s.Products).WithOne(p => p.Supplier).OnDelete(DeleteBehavior.SetNull);
    }
}
#endif
