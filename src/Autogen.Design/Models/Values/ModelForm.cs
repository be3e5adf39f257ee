using System.Globalization;
using Autogen.Schema.Objects;
using Microsoft.EntityFrameworkCore.Metadata;
using Microsoft.EntityFrameworkCore.Storage;

namespace Autogen.Design.Models.Values;

/// <summary>
/// How EF Core writes the values of a property: found by giving it values, so that the application's own
/// converters are understood like EF Core's.
/// </summary>
internal static class ModelForm
{
    // More than these would make a revision that nobody reads.
    private const int MostMembers = 200;

    /// <summary>Reads it; <see langword="null"/> for a column that is no property's.</summary>
    public static ValueForm? Read(ModelScope scope, IColumn column)
    {
        if (column.PropertyMappings.Count == 0)
            return null;
        var (property, mapping) = (column.PropertyMappings[0].Property, column.PropertyMappings[0].TypeMapping);
        var type = Nullable.GetUnderlyingType(property.ClrType) ?? property.ClrType;
        var form = type.IsEnum || type == typeof(bool) ? Finite(type, mapping) : Sampled(scope, type, mapping);
        return form with
        {
            Conversion = Said(column, ConvertExtensions.Annotation),
            Reverse = Said(column, ConvertExtensions.ReverseAnnotation),
            ClrDefault = type.IsEnum ? "0"
                : type.IsValueType ? Convert.ToString(Activator.CreateInstance(type), CultureInfo.InvariantCulture)
                : null,
        };
    }

    private static string? Said(IColumn column, string annotation)
        => column.PropertyMappings.Select(mapping => mapping.Property.FindAnnotation(annotation)?.Value as string)
            .FirstOrDefault(text => text is not null);

    private static ValueForm Finite(Type type, RelationalTypeMapping mapping)
    {
        var values = FiniteValues.Of(type, MostMembers);
        if (values.Count == 0)
            return new ValueForm(ValueKind.Unknown);
        List<StoredMember> members = [];
        foreach (var (name, value) in values.OrderBy(pair => pair.Name == pair.Value.ToString() ? 0 : 1))
        {
            if (Literal(mapping, value) is not { } literal)
                return new ValueForm(ValueKind.Unknown);
            members.Add(new StoredMember(name, NumberOf(value), literal));
        }

        // A converter that writes two values alike can't be undone.
        var isReversible = members.Select(member => member.Literal).Distinct(StringComparer.Ordinal).Count()
            == members.Select(member => member.Number).Distinct(StringComparer.Ordinal).Count();
        return isReversible ? new ValueForm(ValueKind.Finite) { Members = members.ToEquatableList() } : new ValueForm(ValueKind.Unknown);
    }

    private static string NumberOf(object value)
        => value is bool boolean ? boolean ? "1" : "0" : ((Enum)value).ToString("D");

    private static ValueForm Sampled(ModelScope scope, Type type, RelationalTypeMapping mapping)
    {
        foreach (var sample in ValueSamples.Of(type))
        {
            if (Stored(mapping, sample.Value) is not { } stored)
                continue;
            var isNative = stored.GetType() == type && stored is not char && !scope.Dialect.KeepsForeignValues;
            var text = stored switch
            {
                byte[] bytes => Convert.ToHexString(bytes),
                string or char => $"{stored}",
                IConvertible number and not char when stored.GetType() != type => number.ToString(CultureInfo.InvariantCulture),
                _ => Literal(mapping, sample.Value)?.Trim('\''),
            };
            var form = isNative ? ValueForms.Native : sample.FormOf(text ?? "", stored is byte[]);
            if (form is not null)
                return new ValueForm(sample.Kind, form);
        }

        return new ValueForm(ValueKind.Unknown);
    }

    private static object? Stored(RelationalTypeMapping mapping, object value)
    {
        try
        {
            return mapping.Converter is null ? value : mapping.Converter.ConvertToProvider(value);
        }
#pragma warning disable CA1031 // The application's converter may reject values that the application never has, by any exception.
        catch (Exception)
#pragma warning restore CA1031
        {
            return null;
        }
    }

    private static string? Literal(RelationalTypeMapping mapping, object value)
    {
        try
        {
            // The label of an enumerated type has a cast to the type, which another revision may rename.
            var literal = mapping.GenerateSqlLiteral(value);
            var cast = literal.StartsWith('\'') ? literal.LastIndexOf("'::", StringComparison.Ordinal) : -1;
            return cast < 0 ? literal : literal[..(cast + 1)];
        }
#pragma warning disable CA1031 // The application's converter may reject values that the application never has, by any exception.
        catch (Exception)
#pragma warning restore CA1031
        {
            return null;
        }
    }
}
