using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Shop.Model;

internal sealed class ProductConfiguration(string? schema) : IEntityTypeConfiguration<Product>
{
#if SHOP_V2
    private const int NameLength = 200;
#else
    private const int NameLength = 100;
#endif

    public void Configure(EntityTypeBuilder<Product> product)
    {
        product.ToTable("Products", schema, table =>
        {
            table.HasComment("What the shop sells");
            table.HasCheckConstraint("CK_Products_Price", "\"Price\" >= 0");
        });

        product.Property(p => p.Sku).HasMaxLength(20).HasComment("Stock keeping unit, as on the label");
        product.HasIndex(p => p.Sku).IsUnique();
        product.Property(p => p.Name).HasMaxLength(NameLength);
        product.Property(p => p.Price).HasPrecision(18, 2);

        product.HasOne(p => p.Category).WithMany(c => c.Products).OnDelete(DeleteBehavior.Restrict);
        product.HasMany(p => p.Tags).WithMany(t => t.Products).UsingEntity(join => join.ToTable("ProductTags", schema));
    }
}
