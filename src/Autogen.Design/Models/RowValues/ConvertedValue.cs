using System.Globalization;
using Autogen.Schema.Objects;
using Microsoft.EntityFrameworkCore.Storage;
using Microsoft.EntityFrameworkCore.Storage.ValueConversion;

namespace Autogen.Design.Models.RowValues;

/// <summary>
/// What a value converter makes of a value that was never set. The converter is the application's own code: what it throws means that it
/// has no form for the value, and a form counts only if it reads it back.
/// </summary>
internal static class ConvertedValue
{
    /// <summary>The value, or the reason why there is none; <see langword="null"/> if the store type decides.</summary>
    /// <param name="mapping">How the column's values are written.</param>
    /// <param name="type">The property's type, not nullable.</param>
    /// <param name="unset">The property's value if it was never set: its sentinel, or the default of a value type.</param>
    /// <param name="isDocument">Whether the column's type takes JSON documents only.</param>
    public static RowValue? Of(RelationalTypeMapping mapping, Type type, object? unset, bool isDocument)
    {
        var converter = mapping.Converter!; // asked only of those that have one
        if (type.IsEnum && converter.ProviderClrType == typeof(string) && unset is not null && !IsMember(type, unset))
        {
            var number = Convert.ChangeType(unset, Enum.GetUnderlyingType(type), CultureInfo.InvariantCulture);
            return new RowValue(null) { Reason = $"enum '{type.Name}' has no member with the value {number}" };
        }

        var written = Values(type, unset).Select(value => Written(converter, value)).FirstOrDefault(value => value is not null);
        var candidates = written is not null ? [written]
            : type.IsValueType && Throws(converter, unset) ? []
            : Forms(converter.ProviderClrType, isDocument);
        foreach (var candidate in candidates.Where(candidate => IsReadable(converter, candidate)))
        {
            if (Literal(mapping, candidate) is { } literal)
                return new RowValue(literal);

            // A form that the provider has no literal for is the store type's own, such as a date before all dates.
            return null;
        }

        return new RowValue(null) { Reason = $"the value converter of '{type.Name}' has no form for a value that was never set" };
    }

    private static bool IsMember(Type type, object value)
        => Enum.IsDefined(type, value) || type.IsDefined(typeof(FlagsAttribute), inherit: false);

    /// <summary>A value of the property's type: what it is if it was never set, or the emptiest object that can be made.</summary>
    private static IEnumerable<object> Values(Type type, object? unset)
    {
        if (unset is not null)
            yield return unset;
        else if (type == typeof(string))
            yield return "";
        else if (type.IsArray)
            yield return Array.CreateInstance(type.GetElementType()!, new int[type.GetArrayRank()]); // an array has elements
        else if (Try(() => Made(type)) is { } made)
            yield return made;
    }

    private static object? Made(Type type)
    {
        var concrete = !type.IsInterface || !type.IsGenericType ? type
            : typeof(List<>).MakeGenericType(type.GetGenericArguments()[0]) is var list && type.IsAssignableFrom(list) ? list
            : typeof(HashSet<>).MakeGenericType(type.GetGenericArguments()[0]) is var set && type.IsAssignableFrom(set) ? set
            : type;
        return concrete.IsAbstract || concrete.GetConstructor(Type.EmptyTypes) is null ? null : Activator.CreateInstance(concrete);
    }

    private static object? Written(ValueConverter converter, object value)
        => Try(() => converter.ConvertToProvider(value)) is { } written && IsReadable(converter, written) ? written : null;

    private static bool Throws(ValueConverter converter, object? value)
    {
        var isDone = false;
        Try(() =>
        {
            var written = converter.ConvertToProvider(value);
            isDone = true;
            return written;
        });
        return !isDone;
    }

    /// <summary>The emptiest values of the provider's type.</summary>
    private static IEnumerable<object> Forms(Type provider, bool isDocument)
    {
        var type = Nullable.GetUnderlyingType(provider) ?? provider;
        if (type == typeof(string))
            return isDocument ? ["{}", "[]"] : ["", "{}", "[]"];
        if (type == typeof(byte[]))
            return [Array.Empty<byte>()];
        return type.IsValueType && Activator.CreateInstance(type) is { } value ? [value] : [];
    }

    // No text of PostgreSQL has the character 0: https://www.postgresql.org/docs/current/datatype-character.html
    private static bool IsReadable(ValueConverter converter, object written)
        => written is not '\0' && !(written is string text && text.Contains('\0', StringComparison.Ordinal))
            && Try(() => converter.ConvertFromProvider(written)) is not null;

    private static string? Literal(RelationalTypeMapping mapping, object written)
        => Try(() => mapping.GenerateProviderValueSqlLiteral(written)) as string;

    /// <summary>What code of the application or the provider returns; <see langword="null"/> if it throws.</summary>
    internal static object? Try(Func<object?> call)
    {
        try
        {
            return call();
        }
#pragma warning disable CA1031 // The application's own code runs here, and may throw anything.
        catch (Exception)
#pragma warning restore CA1031
        {
            return null;
        }
    }
}
