using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata;

namespace Autogen.Design.Models.RowValues;

/// <summary>
/// The empty JSON document of a column that holds owned or complex types: EF Core reads an object where one is mapped, and a list where a
/// collection is.
/// </summary>
internal static class JsonShape
{
    /// <summary>An empty object.</summary>
    public const string EmptyObject = "'{}'";

    /// <summary>An empty list.</summary>
    public const string EmptyList = "'[]'";

    /// <summary>The document as SQL; <see langword="null"/> if nothing of the model is mapped to the column.</summary>
    public static string? Of(IColumn column)
        => (Owned(column) ?? Complex(column)) is { } isCollection ? isCollection ? EmptyList : EmptyObject : null;

    private static bool? Owned(IColumn column)
        => column.Table.Model.Model.GetEntityTypes()
            .Where(type => type.IsMappedToJson()
                && IsNamed(type.GetContainerColumnName(), column)
                && type.FindOwnership() is { } ownership
                && !ownership.PrincipalEntityType.IsMappedToJson()
                && IsIn(ownership.PrincipalEntityType, column))
            .Select(type => (bool?)!type.FindOwnership()!.IsUnique) // the query has looked
            .FirstOrDefault();

    private static bool? Complex(IColumn column)
        => column.Table.Model.Model.GetEntityTypes()
            .Where(type => IsIn(type, column))
            .SelectMany(type => Documents(type.GetComplexProperties()))
            .Where(property => IsNamed(property.ComplexType.GetContainerColumnName(), column))
            .Select(property => (bool?)property.IsCollection)
            .FirstOrDefault();

    // A complex type within another one that is kept in columns.
    private static IEnumerable<IComplexProperty> Documents(IEnumerable<IComplexProperty> properties)
        => properties.SelectMany(property => property.ComplexType.IsMappedToJson()
            ? [property]
            : Documents(property.ComplexType.GetComplexProperties()));

    private static bool IsNamed(string? container, IColumn column) => string.Equals(container, column.Name, StringComparison.Ordinal);

    private static bool IsIn(IEntityType type, IColumn column)
        => column.Table.EntityTypeMappings.Any(mapping => mapping.TypeBase == type);
}
