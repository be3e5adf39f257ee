using Autogen.Schema.Objects;
using Autogen.Schema.Sql;

namespace Autogen.Schema.PostgreSql;

/// <summary>
/// Finds what a type is that is written by its name: by the server's own types, those of the schema, and those that were read with it.
/// </summary>
/// <param name="schema">The schema in which the type is used.</param>
internal sealed class PostgreSqlTypeResolver(DatabaseSchema schema)
{
    private readonly string? defaultSchema = schema.DefaultSchema.Value;

    /// <summary>The type with its definition, where that can be found.</summary>
    public StoreType Resolve(StoreType type)
        => type.Definition is null && Find(type) is { } definition ? type with { Definition = definition } : type;

    /// <summary>
    /// The labels of an enumerated type as the schema has them; a type that the schema does not have has those that were read.
    /// </summary>
    public EquatableList<string> LabelsOf(DefinedType type)
        => schema.EnumTypes.FirstOrDefault(candidate => candidate.Name == type.Name)?.Labels ?? type.Labels;

    // A server before 14 can have a user's type of the name that a later one's own type has: types that were read are looked at first.
    private DefinedType? Find(StoreType type)
        => Read(type, isVisible: true)
            ?? PostgreSqlKnownTypes.OfServer(type)
            ?? Declared(type)
            ?? Read(type, isVisible: false)
            ?? PostgreSqlKnownTypes.OfExtension(new ObjectName(type.Schema, type.Name));

    private DefinedType? Read(StoreType type, bool isVisible)
        => type.Schema is null != isVisible ? null : Named(type, name => schema.DefinedTypes.Value.FirstOrDefault(definition
            => string.Equals(definition.Name.Name, name, StringComparison.Ordinal)
                && (isVisible ? definition.IsVisible : IsIn(type, definition.Name))));

    /// <summary>A type that the schema creates: an enumerated one, a range, or the multirange that is created with a range.</summary>
    private DefinedType? Declared(StoreType type) => Named(type, name =>
    {
        if (schema.EnumTypes.FirstOrDefault(item => Is(item.Name)) is { } labelled)
            return new DefinedType(labelled.Name, StoreTypeKind.Enum) { Labels = labelled.Labels };
        if (schema.RangeTypes.FirstOrDefault(item => Is(item.Name)) is { } range)
            return RangeOf(range.Name);
        return schema.RangeTypes.FirstOrDefault(item => Is(item.Name with { Name = MultirangeName(item.Name.Name) })) is { } several
            ? new DefinedType(several.Name with { Name = name }, StoreTypeKind.Multirange) { Of = TypeOf(several.Name) }
            : null;

        bool Is(ObjectName candidate) => string.Equals(candidate.Name, name, StringComparison.Ordinal) && IsIn(type, candidate);
    });

    private static DefinedType RangeOf(ObjectName name) => new(name, StoreTypeKind.Range);

    private static StoreType TypeOf(ObjectName range)
        => new((range.Schema is null ? "" : SqlQuote.Name(range.Schema) + ".") + SqlQuote.Name(range.Name)) { Definition = RangeOf(range) };

    // The name that CREATE TYPE … AS RANGE gives where none is said.
    private static string MultirangeName(string range)
        => range.IndexOf("range", StringComparison.Ordinal) is var place && place >= 0
            ? range.Insert(place, "multi")
            : range + "_multirange";

    private static DefinedType? Named(StoreType type, Func<string, DefinedType?> find)
        => find(type.Name) ?? (string.Equals(type.Literal.Name, type.Name, StringComparison.Ordinal) ? null : find(type.Literal.Name));

    // A name without a schema may be found anywhere on the search path.
    private bool IsIn(StoreType type, ObjectName name)
        => type.Schema is null
            || string.Equals(type.Schema, name.Schema ?? defaultSchema, StringComparison.Ordinal)
            || string.Equals(type.Literal.Schema, name.Schema ?? defaultSchema, StringComparison.Ordinal);
}
