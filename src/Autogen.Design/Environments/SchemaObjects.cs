using Autogen.Schema.Comparison;
using Autogen.Schema.Objects;

namespace Autogen.Design.Environments;

/// <summary>Objects in the words in which the project is asked of them.</summary>
internal static class SchemaObjects
{
    /// <summary>An object, without the sides that it is on.</summary>
    public static SchemaObject Of(ObjectKind kind, ObjectName? table, object item)
    {
        var name = NameOf(table, item);
        return new SchemaObject
        {
            Kind = kind,
            Schema = item as string ?? (table ?? name)?.Schema,
            Table = table?.Name ?? (item as Table)?.Name.Name,
            Name = name?.Name,
            Text = ObjectText.Describe(kind, table, item),
        };
    }

    /// <summary>An object's own name; <see langword="null"/> for a constraint without one.</summary>
    public static ObjectName? NameOf(ObjectName? table, object item)
        => Kinds.OfItem(item)?.NameOf(item) ?? (ObjectText.Name(item) is { } name ? new ObjectName(null, name) : null);
}
