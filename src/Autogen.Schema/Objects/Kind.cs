namespace Autogen.Schema.Objects;

/// <summary>A kind of object that a schema has a list of: what every loop over all kinds needs to know.</summary>
/// <param name="value">The kind.</param>
/// <param name="noun">Its name in the lines that people read: <c>range type</c>.</param>
internal abstract class Kind(ObjectKind value, string noun)
{
    /// <summary>The kind.</summary>
    public ObjectKind Value { get; } = value;

    /// <summary>Its name in the lines that people read.</summary>
    public string Noun { get; } = noun;

    /// <summary>Its name in lists of what a database has; the queries of dependencies use the same word.</summary>
    public string ListedAs { get; init; } = noun;

    /// <summary>Name of the query that reads the kind (<c>Queries/NAME.sql</c> of a database); <see langword="null"/> for none.</summary>
    public string? Query { get; init; }

    /// <summary>Whether the objects belong to the database as a whole: they are in no schema.</summary>
    public bool IsOfDatabase { get; init; }

    /// <summary>Whether a table can't have the name of such an object in its schema, nor the reverse.</summary>
    public bool SharesNamesWithTables { get; init; }

    /// <summary>Whether a user can say that an object has another name in the model.</summary>
    public bool IsRenamable { get; init; }

    /// <summary>How tables refer to such objects by name.</summary>
    public TableUse Use { get; init; }

    /// <summary>Whether an object can bring types that columns have.</summary>
    public bool BringsTypes { get; init; }

    /// <summary>The kind's list.</summary>
    public abstract IReadOnlyList<object> In(DatabaseSchema schema);

    /// <summary>The schema with another list of the kind.</summary>
    public abstract DatabaseSchema With(DatabaseSchema schema, IEnumerable<object> items);

    /// <summary>Whether an object is of the kind.</summary>
    public abstract bool Has(object item);

    /// <summary>An object's name; without a schema for what belongs to the database as a whole.</summary>
    public abstract ObjectName NameOf(object item);

    /// <summary>
    /// The schema that an object needs; <see langword="null"/> for the default schema, and for an object that needs no schema.
    /// </summary>
    public abstract string? SchemaOf(object item);

    /// <summary>Types that exist as soon as the object exists; empty where the object does not tell them.</summary>
    public abstract IEnumerable<DefinedType> TypesOf(object item);

    /// <summary>An object from a row of <see cref="Query"/>.</summary>
    public abstract object Read(IRow row);
}

/// <summary>A kind with its record.</summary>
/// <typeparam name="T">The record; <see cref="string"/> for a schema.</typeparam>
/// <param name="value">The kind.</param>
/// <param name="noun">Its name in the lines that people read.</param>
/// <param name="get">The kind's list.</param>
/// <param name="set">The schema with another list of the kind.</param>
/// <param name="name">An object's name.</param>
internal sealed class Kind<T>(
    ObjectKind value,
    string noun,
    Func<DatabaseSchema, EquatableList<T>> get,
    Func<DatabaseSchema, EquatableList<T>, DatabaseSchema> set,
    Func<T, ObjectName> name) : Kind(value, noun)
    where T : class
{
    /// <summary>The schema that an object needs, where its name does not tell.</summary>
    public Func<T, string?> Schema { get; init; } = item => name(item).Schema;

    /// <summary>Types that exist as soon as the object exists.</summary>
    public Func<T, IEnumerable<DefinedType>> Types { get; init; } = _ => [];

    /// <summary>An object from a row of the kind's query.</summary>
    public Func<IRow, T>? FromRow { get; init; }

    /// <inheritdoc/>
    public override IReadOnlyList<object> In(DatabaseSchema schema) => get(schema);

    /// <inheritdoc/>
    public override DatabaseSchema With(DatabaseSchema schema, IEnumerable<object> items) => set(schema, items.Cast<T>().ToEquatableList());

    /// <inheritdoc/>
    public override bool Has(object item) => item is T;

    /// <inheritdoc/>
    public override ObjectName NameOf(object item) => name((T)item);

    /// <inheritdoc/>
    public override string? SchemaOf(object item) => Schema((T)item);

    /// <inheritdoc/>
    public override IEnumerable<DefinedType> TypesOf(object item) => Types((T)item);

    /// <inheritdoc/>
    public override object Read(IRow row)
        => FromRow is { } read ? read(row) : throw new InvalidOperationException($"A {Noun} is not read from one row.");
}
