using Autogen.Schema.Objects;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata;

namespace Autogen.Design.Models.RowValues;

/// <summary>
/// The discriminator of rows that were written before there was one: they are of the base type. Without its value EF Core reads none of
/// them.
/// </summary>
internal static class DiscriminatorValue
{
    /// <summary>The value; <see langword="null"/> if the column is not a discriminator.</summary>
    public static RowValue? Of(IColumn column, IColumnMapping mapping)
    {
        if (mapping.Property.DeclaringType is not IEntityType type || type.FindDiscriminatorProperty() != mapping.Property)
            return null;
        var root = type.GetRootType();
        var concrete = root.GetDerivedTypesInclusive()
            .Where(derived => !derived.IsAbstract() && column.Table.EntityTypeMappings.Any(table => table.TypeBase == derived))
            .ToList();
        var only = concrete.Contains(root) ? root : concrete is [var single] ? single : null;
        return only?.GetDiscriminatorValue() is { } value
            ? new RowValue(mapping.TypeMapping.GenerateSqlLiteral(value))
            : new RowValue(null) { Reason = $"rows may be of any type that is derived from '{root.DisplayName()}', which is abstract" };
    }
}
