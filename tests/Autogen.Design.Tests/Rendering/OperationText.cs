using System.Collections;
using System.Globalization;
using System.Reflection;
using System.Text;
using System.Text.Json;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations.Operations;

namespace Autogen.Design.Tests.Rendering;

/// <summary>All that an operation says, as text: equal texts, equal operations.</summary>
internal static class OperationText
{
    internal static string Of(IEnumerable<MigrationOperation> operations)
    {
        var text = new StringBuilder();
        foreach (var operation in operations)
            Append(text, operation, 0, isOld: false);
        return text.ToString();
    }

    private static void Append(StringBuilder text, MigrationOperation operation, int depth, bool isOld)
    {
        var indent = new string(' ', depth * 2);
        text.Append(indent).Append(isOld ? "old" : operation.GetType().Name).Append('\n');
        foreach (var property in Properties(operation, isOld))
        {
            var value = property.GetValue(operation);
            if (value is MigrationOperation nested)
                Append(
                    text.Append(indent).Append("  ").Append(property.Name).Append('\n'),
                    nested,
                    depth + 2,
                    property.Name.StartsWith("Old", StringComparison.Ordinal));
            else if (value is IEnumerable<MigrationOperation> several)
                foreach (var one in several)
                    Append(text.Append(indent).Append("  ").Append(property.Name).Append('\n'), one, depth + 2, isOld: false);
            else
                text.Append(indent).Append("  ").Append(property.Name).Append(" = ").Append(Value(value)).Append('\n');
        }

        foreach (var annotation in ((IReadOnlyAnnotatable)operation).GetAnnotations().OrderBy(a => a.Name, StringComparer.Ordinal))
            text.Append(indent).Append("  annotation ").Append(annotation.Name).Append(" = ").Append(Value(annotation.Value)).Append('\n');
    }

    private static IEnumerable<PropertyInfo> Properties(MigrationOperation operation, bool isOld) => operation.GetType()
        .GetProperties(BindingFlags.Public | BindingFlags.Instance)
        .Where(p => p.GetIndexParameters().Length == 0)
        // A warning of EF Core's own that its builder does not set alike; the risks of the plan are ours.
        .Where(p => p.Name is not nameof(MigrationOperation.IsDestructiveChange))
        // EF Core's builder does not repeat in the old object what the new one says.
        .Where(p => !isOld || p.Name is not ("Name" or "Schema" or "Table" or "StartValue" or "Columns" or "PrimaryKey"))
        .Where(p => !isOld || p.Name is not "ClrType" || operation is ColumnOperation)
        .OrderBy(p => p.Name, StringComparer.Ordinal);

    internal static string Value(object? value) => value switch
    {
        null => "null",
        string text => JsonSerializer.Serialize(text),
        Type type => type.FullName!,
        DateTime moment => $"{moment:O} {moment.Kind}",
        DateTimeOffset moment => $"{moment:O}",
        double or float => $"{value.GetType().Name} {((IFormattable)value).ToString("R", CultureInfo.InvariantCulture)}",
        JsonDocument document => document.RootElement.GetRawText(),
        Array { Rank: > 1 } array
            => $"{array.GetType()} {string.Join('x', Enumerable.Range(0, array.Rank).Select(array.GetLength))} {Items(array)}",
        IEnumerable items and (Array or IList) => $"{items.GetType()} {Items(items)}",
        IFormattable formattable => $"{value.GetType().Name} {formattable.ToString(null, CultureInfo.InvariantCulture)}",
        _ => $"{value.GetType().Name} {value}",
    };

    private static string Items(IEnumerable items) => "[" + string.Join(", ", items.Cast<object?>().Select(Value)) + "]";
}
