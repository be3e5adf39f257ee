using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata;

namespace Autogen.Design.Models;

/// <summary>
/// The order in which a new table gets its columns, near to EF Core's own: <c>[Column(Order = …)]</c> first; then the key, then the
/// properties of the entity types in the order of their CLR declaration, shadow properties, and JSON columns last.
/// </summary>
internal static class ColumnOrder
{
    /// <summary>The table's columns in order.</summary>
    public static IEnumerable<IColumn> Of(ITable table)
    {
        var natural = Natural(table).Distinct().ToList();
        var rest = table.Columns.Except(natural).OrderBy(column => column.Name, StringComparer.Ordinal);
        var all = natural.Concat(rest).ToList();
        return all.Where(column => column.Order is not null).OrderBy(column => column.Order)
            .Concat(all.Where(column => column.Order is null));
    }

    private static IEnumerable<IColumn> Natural(ITable table)
    {
        foreach (var column in table.PrimaryKey?.Columns ?? [])
            yield return column;
        foreach (var mapping in table.EntityTypeMappings)
        {
            foreach (var property in Properties(mapping.TypeBase))
            {
                if (table.FindColumn(property) is { } column)
                    yield return column;
            }
        }

        foreach (var mapping in table.ComplexTypeMappings)
        {
            foreach (var property in Properties(mapping.TypeBase))
            {
                if (table.FindColumn(property) is { } column)
                    yield return column;
            }
        }
    }

    private static IEnumerable<IProperty> Properties(ITypeBase type)
    {
        var declared = type.ClrType.GetProperties()
            .Select((property, index) => (property.Name, index))
            .GroupBy(entry => entry.Name, StringComparer.Ordinal)
            .ToDictionary(group => group.Key, group => group.First().index, StringComparer.Ordinal);
        return type.GetProperties()
            .Select((property, index) => (property, index))
            .OrderBy(entry => entry.property.IsShadowProperty() && !entry.property.IsForeignKey())
            .ThenBy(entry => entry.property.IsShadowProperty()
                ? int.MaxValue
                : declared.GetValueOrDefault(entry.property.Name, int.MaxValue - 1))
            .ThenBy(entry => entry.index)
            .Select(entry => entry.property);
    }
}
