using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Shop.Model;

internal sealed class TagConfiguration(string? schema) : IEntityTypeConfiguration<Tag>
{
    public void Configure(EntityTypeBuilder<Tag> tag)
    {
        tag.ToTable("Tags", schema);
        tag.Property(t => t.Name).HasMaxLength(50);
        tag.HasIndex(t => t.Name).IsUnique();

        tag.HasData(
            new Tag { Id = 1, Name = "new" },
            new Tag { Id = 2, Name = "sale" },
            new Tag { Id = 3, Name = "last one's price" });
    }
}
