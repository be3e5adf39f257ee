namespace Autogen.Schema.Objects;

/// <summary>An object of a schema with its kind, for loops over all kinds.</summary>
/// <param name="Kind">The kind.</param>
/// <param name="Value">The object.</param>
internal readonly record struct SchemaItem(Kind Kind, object Value)
{
    /// <summary>An object with its kind.</summary>
    /// <exception cref="ArgumentException">The object is not in a list of a schema.</exception>
    public static SchemaItem Of(object item)
        => new(Kinds.OfItem(item) ?? throw new ArgumentException($"A schema has no list of {item.GetType()}.", nameof(item)), item);

    /// <summary>The object's name; without a schema for what belongs to the database as a whole.</summary>
    public ObjectName Name => Kind.NameOf(Value);

    /// <summary>The schema that the object needs; <see langword="null"/> for the default one, and where it needs no schema.</summary>
    public string? Schema => Kind.SchemaOf(Value);

    /// <summary>Whether the schema has an equal object.</summary>
    public bool IsIn(DatabaseSchema schema) => Kind.In(schema).Contains(Value);
}

/// <summary>Loops over the lists of a schema, in the order of <see cref="Kinds.All"/>.</summary>
internal static class SchemaItems
{
    /// <summary>All objects of the schema; parts of tables are not among them.</summary>
    public static IEnumerable<SchemaItem> Items(this DatabaseSchema schema)
        => Kinds.All.SelectMany(kind => kind.In(schema).Select(item => new SchemaItem(kind, item)));

    /// <summary>The schema with those objects only that satisfy a condition.</summary>
    public static DatabaseSchema Where(this DatabaseSchema schema, Func<SchemaItem, bool> condition)
        => Kinds.All.Aggregate(
            schema, (filtered, kind) => kind.With(filtered, kind.In(schema).Where(item => condition(new SchemaItem(kind, item)))));

    /// <summary>A schema of these objects and nothing else.</summary>
    public static DatabaseSchema ToSchema(this IEnumerable<SchemaItem> items)
        => items.GroupBy(item => item.Kind, item => item.Value)
            .Aggregate(DatabaseSchema.Empty, (schema, group) => group.Key.With(schema, group));

    /// <summary>The schema with the objects of another one besides, each list sorted by name.</summary>
    public static DatabaseSchema Union(this DatabaseSchema schema, DatabaseSchema other)
        => Kinds.All.Aggregate(schema, (union, kind) => kind.With(union, kind.In(schema).Union(kind.In(other)).OrderBy(kind.NameOf)));

    /// <summary>Whether the schema has an object of that kind and name.</summary>
    public static bool Has(this DatabaseSchema schema, Kind kind, ObjectName name)
        => kind.In(schema).Any(item => kind.NameOf(item) == name);
}
