using Autogen.Schema.Objects;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Metadata;

namespace Autogen.Design.Models.RowValues;

/// <summary>
/// The value that existing rows get in a column, by what the property is: given in the model, a JSON document, a discriminator, a reference
/// to other rows, or what its converter makes of the CLR default. Of other properties the store type decides.
/// </summary>
internal static class RowValueModel
{
    /// <summary>Reads it.</summary>
    public static Hint<RowValue> Read(ModelScope scope, IColumn column) => new(ValueOf(scope, column));

    private static RowValue? ValueOf(ModelScope scope, IColumn column)
    {
        if (Given(column) is { } sql)
            return new RowValue(sql) { IsGiven = true };
        if (column.PropertyMappings is not [{ } mapping, ..])
            return JsonShape.Of(column) is { } shape ? new RowValue(shape) : null;
        return Reference(column, mapping.Property) ?? DiscriminatorValue.Of(column, mapping) ?? PropertyValue.Of(scope, column, mapping);
    }

    private static string? Given(IColumn column)
        => column.PropertyMappings
            .Select(mapping => mapping.Property.FindAnnotation(BackfillExtensions.Annotation)?.Value as string)
            .FirstOrDefault(sql => !string.IsNullOrWhiteSpace(sql));

    // Keys of several columns are the planner's: it knows which of them are NULL in all rows.
    // The rows of entities that share a row refer to one another by its key, which is not a reference to another row.
    private static RowValue? Reference(IColumn column, IProperty property)
    {
        var key = property.GetContainingForeignKeys()
            .FirstOrDefault(key => key.Properties.Count == 1 && !IsWithinRow(column, property, key));
        return key is null
            ? null
            : new RowValue(null) { Reason = $"it refers to '{TableOf(key.PrincipalEntityType)}'" };
    }

    private static bool IsWithinRow(IColumn column, IProperty property, IForeignKey key)
    {
        var principal = key.PrincipalKey.Properties[key.Properties.TakeWhile(other => other != property).Count()];
        return principal.GetTableColumnMappings().Any(mapping => mapping.Column == column);
    }

    private static string TableOf(IEntityType type) => type.GetTableName() ?? type.GetViewName() ?? type.DisplayName();
}
