using System.Collections;
using System.Text.Json;
using System.Text.Json.Nodes;
using Autogen.Schema.Objects;
using Microsoft.EntityFrameworkCore.Metadata;
using Microsoft.EntityFrameworkCore.Storage;

namespace Autogen.Design.Models.RowValues;

/// <summary>The value of a property that was never set, in the form in which EF Core stores it.</summary>
internal static class PropertyValue
{
    /// <summary>The value; <see langword="null"/> if the store type decides.</summary>
    public static RowValue? Of(ModelScope scope, IColumn column, IColumnMapping mapping)
    {
        var typeMapping = mapping.TypeMapping;
        var type = Nullable.GetUnderlyingType(mapping.Property.ClrType) ?? mapping.Property.ClrType;
        if (IsJsonList(typeMapping))
            return new RowValue(JsonShape.EmptyList);

        // Lists of another form than JSON are arrays.
        if (typeMapping.ElementTypeMapping is not null)
            return null;
        var unset = mapping.Property.Sentinel ?? (type.IsValueType ? Activator.CreateInstance(type) : null);
        if (typeMapping.Converter is not null)
            return ConvertedValue.Of(typeMapping, type, unset, IsDocument(scope, column));
        if (IsDocument(scope, column))
            return new RowValue(IsList(type) ? JsonShape.EmptyList : JsonShape.EmptyObject);
        return type.IsEnum ? Label(typeMapping, type, unset) : Sentinel(typeMapping, type, unset);
    }

    // An enumerated type of the database: without a label for the default any label can be read.
    private static RowValue? Label(RelationalTypeMapping mapping, Type type, object? unset)
        => unset is not null && Enum.IsDefined(type, unset) ? Literal(mapping, unset) : null;

    private static RowValue? Sentinel(RelationalTypeMapping mapping, Type type, object? unset)
        => unset is not null && !(type.IsValueType && unset.Equals(Activator.CreateInstance(type)))
            ? Literal(mapping, unset)
            : null;

    private static RowValue? Literal(RelationalTypeMapping mapping, object value)
        => ConvertedValue.Try(() => mapping.GenerateSqlLiteral(value)) is string literal ? new RowValue(literal) : null;

    private static bool IsJsonList(RelationalTypeMapping mapping)
        => mapping.ElementTypeMapping is not null && (mapping.Converter?.ProviderClrType ?? mapping.ClrType) == typeof(string);

    private static bool IsDocument(ModelScope scope, IColumn column)
        => scope.Dialect.IsJson(scope.TypeOf(column.StoreType));

    private static bool IsList(Type type)
        => type == typeof(JsonArray)
            || (typeof(IEnumerable).IsAssignableFrom(type)
                && type != typeof(string)
                && !typeof(JsonNode).IsAssignableFrom(type)
                && type != typeof(JsonDocument)
                && !IsDictionary(type));

    private static bool IsDictionary(Type type)
        => typeof(IDictionary).IsAssignableFrom(type)
            || type.GetInterfaces().Append(type).Any(item => item.IsGenericType
                && item.GetGenericTypeDefinition() is var generic
                && (generic == typeof(IDictionary<,>) || generic == typeof(IReadOnlyDictionary<,>)));
}
