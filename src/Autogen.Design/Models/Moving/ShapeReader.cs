using Autogen.Schema.Objects;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata;

namespace Autogen.Design.Models.Moving;

/// <summary>Reads from EF Core's model which property of which type is in which table and column.</summary>
/// <param name="scope">The model.</param>
/// <param name="target">The schema that was read from it.</param>
internal sealed class ShapeReader(ModelScope scope, DatabaseSchema target)
{
    /// <summary>The hierarchies whose rows a revision may move.</summary>
    public IEnumerable<HierarchyShape> Read()
    {
        var types = scope.Model.Model.GetEntityTypes().ToList();
        var dependents = types.Where(type => PrincipalOf(type) is not null).ToHashSet();
        return types.Where(type => type.BaseType is null && !type.IsOwned() && !dependents.Contains(type))
            .Select(Of)
            .OfType<HierarchyShape>();
    }

    /// <summary>
    /// The key by which an object is a part of another one: both have the same key, so their properties may be in one table or in two.
    /// </summary>
    private static IForeignKey? PrincipalOf(IEntityType type)
        => type.BaseType is not null || type.GetDirectlyDerivedTypes().Any() || type.IsMappedToJson()
            ? null
            : type.GetForeignKeys().FirstOrDefault(key => key.IsUnique
                && key.PrincipalKey.IsPrimaryKey()
                && type.FindPrimaryKey() is { } own
                && key.Properties.SequenceEqual(own.Properties)
                && key.PrincipalEntityType.GetRootType() != type
                && !IsPartOf(key.PrincipalEntityType, type, 0));

    // Two types that are each other's principals: one of them is the first.
    private static bool IsPartOf(IEntityType type, IEntityType other, int depth)
        => depth > 20 || type.GetForeignKeys().Any(key => key.IsUnique
            && type.FindPrimaryKey() is { } own
            && key.Properties.SequenceEqual(own.Properties)
            && key.PrincipalEntityType != type.GetRootType()
            && (key.PrincipalEntityType == other || IsPartOf(key.PrincipalEntityType, other, depth + 1)));

    private HierarchyShape? Of(IEntityType root)
    {
        if (root.FindPrimaryKey() is not { } key)
            return null;
        var types = root.GetDerivedTypesInclusive().ToList();
        var shapes = types.ConvertAll(type => new StoredEntityReader(scope, target, type, PrincipalOf).Read());
        return shapes.TrueForAll(shape => shape is not null)
            ? new HierarchyShape([.. shapes.OfType<TypeShape>()], [.. key.Properties.Select(property => property.Name)])
            : null;
    }
}
