using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Autogen.Scenarios.Cases;

/// <summary>Short words for small models without classes.</summary>
internal static class ModelBuilding
{
    /// <summary>An entity with an <c>int Id</c> key, mapped to a table of its own name.</summary>
    public static void Map(this ModelBuilder model, string name, Action<EntityTypeBuilder<Dictionary<string, object>>> build)
        => model.SharedTypeEntity<Dictionary<string, object>>(name, entity =>
        {
            entity.ToTable(name);
            entity.Property<int>("Id");
            entity.HasKey("Id");
            build(entity);
        });
}
