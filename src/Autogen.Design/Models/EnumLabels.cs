using System.Collections;
using Microsoft.EntityFrameworkCore.Storage;

namespace Autogen.Design.Models;

/// <summary>
/// Values of enumerated types over a connection that does not map them. The application's own connection does; one by another connection
/// string, or to a scratch database, reads labels.
/// </summary>
internal static class EnumLabels
{
    /// <summary>The value that a label, or a list of labels, is; <see langword="null"/> if the CLR type has no such value.</summary>
    /// <param name="own">What was read: a text, or an array of texts.</param>
    /// <param name="type">The CLR type of the mapping's values.</param>
    /// <param name="mapping">How the model writes such values.</param>
    public static object? Read(object own, Type type, RelationalTypeMapping mapping) => own switch
    {
        string label when type.IsEnum => Value(label, type, mapping),
        string?[] labels when ElementOf(type) is { } element && mapping.ElementTypeMapping is RelationalTypeMapping ofElement
            => Values(labels, type, element, ofElement),
        _ => null,
    };

    private static object? Values(string?[] labels, Type type, Type element, RelationalTypeMapping mapping)
    {
        var values = Array.CreateInstance(element, labels.Length);
        for (var i = 0; i < labels.Length; i++)
        {
            if (labels[i] is not { } label || Value(label, Nullable.GetUnderlyingType(element) ?? element, mapping) is not { } value)
                return null;
            values.SetValue(value, i);
        }

        return type.IsArray ? values : Activator.CreateInstance(type, values);
    }

    private static Type? ElementOf(Type type)
    {
        var element = type.IsArray ? type.GetElementType()
            : type.IsGenericType && typeof(IList).IsAssignableFrom(type) ? type.GetGenericArguments()[0]
            : null;
        return element is not null && (Nullable.GetUnderlyingType(element) ?? element).IsEnum ? element : null;
    }

    // The mapping knows which label is which value, and tells it in its literals: 'happy'::mood. Npgsql does not double apostrophes there.
    private static object? Value(string label, Type type, RelationalTypeMapping mapping)
        => Enum.GetValues(type).Cast<object>().FirstOrDefault(
            value => mapping.GenerateProviderValueSqlLiteral(value).StartsWith($"'{label}'::", StringComparison.Ordinal));
}
