using System.Collections;
using System.Globalization;
using System.Reflection;
using Autogen.Schema.Objects;

namespace Autogen.Schema.Tests.Comparison;

/// <summary>Finds, by reflection, every property of a schema and all that is in it, and changes one of them at a time.</summary>
internal static class Variations
{
    public static IEnumerable<(string Path, DatabaseSchema Schema, bool IsHint)> Of(DatabaseSchema schema)
        => Of("", typeof(DatabaseSchema), schema).Select(variation => (variation.Path, (DatabaseSchema)variation.Value!, variation.IsHint));

    private static IEnumerable<(string Path, object? Value, bool IsHint)> Of(string path, Type type, object? value)
    {
        if (type.IsGenericType && type.GetGenericTypeDefinition() == typeof(Hint<>))
            return [(path, Activator.CreateInstance(type, Sample(type.GetGenericArguments()[0])), true)];
        if (type.IsGenericType && type.GetGenericTypeDefinition() == typeof(EquatableList<>))
            return OfList(path, type.GetGenericArguments()[0], (IEnumerable)value!);
        if (value is StoreType storeType)
            return [(path, new StoreType(storeType.Text + "2"), false)];
        if (value is string or bool or long || Nullable.GetUnderlyingType(type) is not null || type.IsEnum || value is null)
            return [(path, Other(type, value), false)];
        return OfRecord(path, value);
    }

    private static IEnumerable<(string Path, object? Value, bool IsHint)> OfRecord(string path, object value)
    {
        var properties = value.GetType().GetProperties(BindingFlags.Public | BindingFlags.Instance).Where(property => property.CanWrite);
        foreach (var property in properties)
        {
            // Two expressions are equal by either text; what the server made of it is no property of its own.
            if (value is SqlExpression && string.Equals(property.Name, nameof(SqlExpression.Canonical), StringComparison.Ordinal))
                continue;

            var inner = path.Length == 0 ? property.Name : $"{path}.{property.Name}";
            foreach (var variation in Of(inner, property.PropertyType, property.GetValue(value)))
            {
                var copy = value.GetType().GetMethod("<Clone>$")!.Invoke(value, [])!;
                property.SetValue(copy, variation.Value);
                yield return (variation.Path, copy, variation.IsHint);
            }
        }
    }

    private static IEnumerable<(string Path, object? Value, bool IsHint)> OfList(string path, Type itemType, IEnumerable items)
    {
        var list = items.Cast<object?>().ToList();
        if (list.Count > 0)
            yield return (path, List(itemType, []), false);
        for (var i = 0; i < list.Count; i++)
        {
            foreach (var variation in Of(string.Create(CultureInfo.InvariantCulture, $"{path}[{i}]"), itemType, list[i]))
                yield return (variation.Path, List(itemType, [.. list.Take(i), variation.Value, .. list.Skip(i + 1)]), variation.IsHint);
        }
    }

    private static object List(Type itemType, object?[] items)
    {
        var array = Array.CreateInstance(itemType, items.Length);
        items.CopyTo(array, 0);
        return typeof(EquatableList).GetMethod(nameof(EquatableList.ToEquatableList))!.MakeGenericMethod(itemType).Invoke(null, [array])!;
    }

    private static object? Other(Type type, object? value) => (Nullable.GetUnderlyingType(type) ?? type) switch
    {
        var enumeration when enumeration.IsEnum => Enum.GetValues(enumeration).Cast<object>().Last(other => !other.Equals(value)),
        _ => value switch
        {
            string text => text + "2",
            bool truth => !truth,
            long number => number + 1,
            null => Sample(Nullable.GetUnderlyingType(type) ?? type),
            _ => throw new NotSupportedException($"What else could {value} be?"),
        },
    };

    private static object? Sample(Type type)
        => type == typeof(string) ? "sample"
            : type == typeof(bool) ? true
            : type == typeof(long) || type == typeof(long?) ? 5L
            : type == typeof(Type) ? typeof(string)
            : type == typeof(object) ? "sample"
            : type == typeof(SqlExpression) ? new SqlExpression("sample")
            : type == typeof(GeneratedColumn) ? new GeneratedColumn(new SqlExpression("sample"), IsStored: true)
            : type == typeof(OwnedSequence) ? new OwnedSequence("sample", "bigint", IsUnlogged: false)
            : type == typeof(ObjectName) ? new ObjectName("sample")
            : type == typeof(RowValue) ? new RowValue("sample")
            : type == typeof(ValueForm) ? new ValueForm(ValueKind.Guid, "sample")
            : type == typeof(Identity) ? new Identity(IdentityKind.Always)
            : type.IsValueType ? Activator.CreateInstance(type)
            : throw new NotSupportedException($"Give a sample of {type}.");
}
