using System.Data.Common;
using System.Reflection;
using Autogen.Schema.Objects;
using Microsoft.EntityFrameworkCore.Metadata;
using Microsoft.EntityFrameworkCore.Storage;

namespace Autogen.Design.Models;

/// <summary>How the values of a table's columns are written as literals.</summary>
internal static class SeedColumns
{
    private static readonly MethodInfo getFieldValue = typeof(DbDataReader).GetMethod(nameof(DbDataReader.GetFieldValue))!; // is there

    /// <summary>The mapping of a column's values; by its property's, else by its store type.</summary>
    public static RelationalTypeMapping MappingOf(ModelScope scope, IColumn column)
        => column.PropertyMappings.Count > 0 ? column.PropertyMappings[0].TypeMapping : scope.TypeMappings.FindMapping(column.StoreType) ?? scope.TypeMappings.FindMapping(typeof(string))!; // every provider maps text

    /// <summary>A value with its literal in normal form: equal values have equal literals.</summary>
    /// <param name="scope">The model.</param>
    /// <param name="column">The column.</param>
    /// <param name="value">The value in the provider's type, or <see langword="null"/>.</param>
    public static SeedValue Value(ModelScope scope, IColumn column, object? value)
        => Value(scope.Identifier(column.Name), MappingOf(scope, column), value);

    /// <summary>A value with its literal in normal form.</summary>
    public static SeedValue Value(string column, RelationalTypeMapping mapping, object? value)
    {
        if (value is null or DBNull)
            return new SeedValue(column, "NULL");
        var normal = value is decimal number ? number / 1.0000000000000000000000000000m : value;
        return new SeedValue(column, mapping.GenerateProviderValueSqlLiteral(normal)) { Value = new Hint<object>(normal) };
    }

    /// <summary>A value that a row has.</summary>
    public static SeedValue Read(DbDataReader reader, int ordinal, string column, RelationalTypeMapping mapping)
    {
        if (reader.IsDBNull(ordinal))
            return Value(column, mapping, null);
        var type = mapping.Converter?.ProviderClrType ?? mapping.ClrType;
        try
        {
            return Value(column, mapping, getFieldValue.MakeGenericMethod(Nullable.GetUnderlyingType(type) ?? type).Invoke(reader, [ordinal]));
        }
        catch (TargetInvocationException exception) when (exception.InnerException is InvalidCastException or FormatException or OverflowException)
        {
            // The live column has, or holds, another type than the mapping's: what it holds differs, whatever it is.
            var text = Convert.ToString(reader.GetValue(ordinal), System.Globalization.CultureInfo.InvariantCulture) ?? "";
            return new SeedValue(column, $"'{text.Replace("'", "''", StringComparison.Ordinal)}'") { Value = new Hint<object>(text) };
        }
    }

    /// <summary>The key of a row in one text.</summary>
    public static string KeyText(IEnumerable<SeedValue> key) => string.Join(", ", key.Select(value => value.Literal));
}
