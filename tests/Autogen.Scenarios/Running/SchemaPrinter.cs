using System.Collections;
using System.Globalization;
using System.Reflection;
using System.Text;
using Autogen.Schema.Objects;

namespace Autogen.Scenarios.Running;

/// <summary>A schema as text, a line a fact, without hints: two that are equal print alike, and a difference can be read.</summary>
public static class SchemaPrinter
{
    /// <summary>Prints it.</summary>
    public static string Print(object value)
    {
        var text = new StringBuilder();
        Write(text, value, 0);
        return text.ToString();
    }

    private static void Write(StringBuilder text, object value, int depth)
    {
        foreach (var property in value.GetType()
            .GetProperties(BindingFlags.Public | BindingFlags.Instance)
            .OrderBy(property => property.MetadataToken))
        {
            if (property.PropertyType.IsGenericType && property.PropertyType.GetGenericTypeDefinition() == typeof(Hint<>))
                continue;
            var member = property.GetValue(value);
            if (member is null or false || property.GetIndexParameters().Length > 0)
                continue;

            var indent = new string(' ', depth * 2);
            switch (member)
            {
                case SqlExpression { Canonical: { } canonical }:
                    text.AppendLine(CultureInfo.InvariantCulture, $"{indent}{property.Name}: {canonical}");
                    break;
                case ObjectName or StoreType or SqlExpression or string or bool or long or Enum:
                    text.AppendLine(CultureInfo.InvariantCulture, $"{indent}{property.Name}: {member}");
                    break;
                case IEnumerable list:
                    WriteList(text, property.Name, [.. list.Cast<object>()], depth);
                    break;
                default:
                    text.AppendLine(CultureInfo.InvariantCulture, $"{indent}{property.Name}:");
                    Write(text, member, depth + 1);
                    break;
            }
        }
    }

    private static void WriteList(StringBuilder text, string name, IReadOnlyList<object> items, int depth)
    {
        var indent = new string(' ', depth * 2);
        if (items.Count > 0 && items.All(item => item is string))
        {
            text.AppendLine(CultureInfo.InvariantCulture, $"{indent}{name}: {string.Join(", ", items)}");
            return;
        }

        foreach (var item in items)
        {
            text.AppendLine(CultureInfo.InvariantCulture, $"{indent}{name}:");
            Write(text, item, depth + 1);
        }
    }
}
