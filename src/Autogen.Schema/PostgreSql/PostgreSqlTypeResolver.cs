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

    // A multirange is looked at after all types that have names of their own.
    private DefinedType? Declared(StoreType type)
        => Named(type, name => Kinds.All.Where(kind => kind.BringsTypes)
            .SelectMany(kind => kind.In(schema).SelectMany(kind.TypesOf))
            .Where(definition => string.Equals(definition.Name.Name, name, StringComparison.Ordinal) && IsIn(type, definition.Name))
            .OrderBy(definition => definition.Kind)
            .FirstOrDefault());

    private static DefinedType? Named(StoreType type, Func<string, DefinedType?> find)
        => find(type.Name) ?? (string.Equals(type.Literal.Name, type.Name, StringComparison.Ordinal) ? null : find(type.Literal.Name));

    // A name without a schema may be found anywhere on the search path.
    private bool IsIn(StoreType type, ObjectName name)
        => type.Schema is null
            || string.Equals(type.Schema, name.Schema ?? defaultSchema, StringComparison.Ordinal)
            || string.Equals(type.Literal.Schema, name.Schema ?? defaultSchema, StringComparison.Ordinal);
}
