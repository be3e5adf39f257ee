namespace Autogen.Schema.Objects;

/// <summary>A base table with all that belongs to it.</summary>
public sealed record Table
{
    /// <summary>The table's name.</summary>
    public required ObjectName Name { get; init; }

    /// <summary>The columns in the table's order.</summary>
    public EquatableList<Column> Columns { get; init; }

    /// <summary>The primary key, where there is one.</summary>
    public PrimaryKey? PrimaryKey { get; init; }

    /// <summary>Unique constraints, sorted by name, then columns.</summary>
    public EquatableList<UniqueConstraint> UniqueConstraints { get; init; }

    /// <summary>Check constraints, sorted by name, then text.</summary>
    public EquatableList<CheckConstraint> CheckConstraints { get; init; }

    /// <summary>Foreign keys that this table holds, sorted by name, then columns.</summary>
    public EquatableList<ForeignKey> ForeignKeys { get; init; }

    /// <summary>Indexes that no constraint owns, sorted by name.</summary>
    public EquatableList<TableIndex> Indexes { get; init; }

    /// <summary>
    /// The rows that the model wants, sorted by key; of a live table only the rows with a key that the model's rows have.
    /// </summary>
    public EquatableList<SeedRow> SeedRows { get; init; }

    /// <summary>The comment; <see langword="null"/> for none (never empty).</summary>
    public string? Comment { get; init; }

    /// <summary>PostgreSQL's <c>UNLOGGED</c>.</summary>
    public bool IsUnlogged { get; init; }

    /// <summary>PostgreSQL's storage parameters (<c>WITH (fillfactor = 70)</c>), sorted by name.</summary>
    public EquatableList<StorageParameter> StorageParameters { get; init; }

    /// <summary>
    /// PostgreSQL's <c>pg_get_partkeydef</c> of a partitioned table (such a table is left whole), else <see langword="null"/>.
    /// </summary>
    public Hint<string> PartitionKey { get; init; }

    /// <summary>
    /// How many rows the database believes there are (PostgreSQL's <c>reltuples</c>; negative where it was never counted).
    /// </summary>
    public Hint<long?> RowEstimate { get; init; }

    /// <summary>Annotations that the model's plug-ins gave the table.</summary>
    public Hint<EquatableList<Annotation>> Annotations { get; init; }

    /// <summary>The column of that name (ordinally), or <see langword="null"/>.</summary>
    public Column? FindColumn(string name) => Columns.FirstOrDefault(column => string.Equals(column.Name, name, StringComparison.Ordinal));
}
