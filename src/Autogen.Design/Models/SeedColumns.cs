using Autogen.Schema.Objects;
using Microsoft.EntityFrameworkCore.Metadata;
using Microsoft.EntityFrameworkCore.Storage;

namespace Autogen.Design.Models;

/// <summary>How the values of a table's columns are written as literals.</summary>
internal static class SeedColumns
{
    /// <summary>The mapping of a column's values; by its property's, else by its store type.</summary>
    public static RelationalTypeMapping MappingOf(ModelScope scope, IColumn column)
        => column.PropertyMappings.Count > 0 ? column.PropertyMappings[0].TypeMapping : scope.TypeMappings.FindMapping(column.StoreType) ?? scope.TypeMappings.FindMapping(typeof(string))!; // every provider maps text

    /// <summary>A value with its literal in normal form: equal values have equal literals.</summary>
    /// <param name="scope">The model.</param>
    /// <param name="column">The column.</param>
    /// <param name="value">The value in the provider's type, or <see langword="null"/>.</param>
    public static SeedValue Value(ModelScope scope, IColumn column, object? value)
    {
        var name = scope.Identifier(column.Name);
        if (value is null or DBNull)
            return new SeedValue(name, "NULL");
        var normal = value is decimal number ? number / 1.0000000000000000000000000000m : value;
        return new SeedValue(name, MappingOf(scope, column).GenerateProviderValueSqlLiteral(normal)) { Value = new Hint<object>(normal) };
    }

    /// <summary>The key of a row in one text.</summary>
    public static string KeyText(IEnumerable<SeedValue> key) => string.Join(", ", key.Select(value => value.Literal));
}
