namespace Autogen.Schema.Objects;

/// <summary>
/// All that the tool knows of a database; two that are equal need nothing done. Readers deliver the lists sorted by name (ordinally) where
/// order has no meaning, and as they are where it has: columns of keys and indexes, labels of enumerated types. Columns of a table come in
/// the table's order, although a difference in that order is not a difference.
/// </summary>
public sealed record DatabaseSchema
{
    /// <summary>A database with nothing in it.</summary>
    public static DatabaseSchema Empty { get; } = new();

    /// <summary>
    /// What <see langword="null"/> stands for in every <see cref="ObjectName.Schema"/>: PostgreSQL's
    /// <c>current_schema()</c>; no value on SQLite.
    /// </summary>
    public Hint<string> DefaultSchema { get; init; }

    /// <summary>The live PostgreSQL server's major version; 0 on SQLite and for a model.</summary>
    public Hint<int> ServerVersion { get; init; }

    /// <summary>
    /// Types of the live database that are not the server's own, of whatever kind; a model has those of the database that it is compared
    /// with.
    /// </summary>
    internal Hint<EquatableList<DefinedType>> DefinedTypes { get; init; }

    /// <summary>The types of the model whose rows are in other tables or columns in the schema that this one is compared with.</summary>
    internal Hint<EquatableList<StoredEntity>> Entities { get; init; }

    /// <summary>The schemas other than the default one and the system's.</summary>
    public EquatableList<string> Schemas { get; init; }

    /// <summary>Installed extensions, but for <c>plpgsql</c>.</summary>
    public EquatableList<Extension> Extensions { get; init; }

    /// <summary>Enumerated types.</summary>
    public EquatableList<EnumType> EnumTypes { get; init; }

    /// <summary>Collations that are not the system's.</summary>
    public EquatableList<Collation> Collations { get; init; }

    /// <summary>Range types that are not the system's.</summary>
    public EquatableList<RangeType> RangeTypes { get; init; }

    /// <summary>Sequences that no column owns.</summary>
    public EquatableList<Sequence> Sequences { get; init; }

    /// <summary>Base tables and partitioned tables, without partitions and without what belongs to an extension.</summary>
    public EquatableList<Table> Tables { get; init; }

    /// <summary>Views and materialised views, by name.</summary>
    public EquatableList<View> Views { get; init; }

    /// <summary>The table of that name, or <see langword="null"/>.</summary>
    public Table? FindTable(ObjectName name) => Tables.FirstOrDefault(table => table.Name == name);
}
