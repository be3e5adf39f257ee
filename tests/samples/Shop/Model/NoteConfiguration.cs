#if !SHOP_V2
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Shop.Model;

internal sealed class NoteConfiguration : IEntityTypeConfiguration<Note>
{
    public void Configure(EntityTypeBuilder<Note> note)
    {
        note.ToTable("Customer Notes");
        note.Property(n => n.Selected).HasColumnName("select");
        note.Property(n => n.Size).HasColumnName("größe").HasComment("In characters; the writer's \"size\"");
    }
}
#endif
