namespace Autogen.Schema.Objects;

/// <summary>A column of a table.</summary>
public sealed record Column
{
    /// <summary>The column's name.</summary>
    public required string Name { get; init; }

    /// <summary>
    /// The store type in the database's canonical spelling: PostgreSQL's <c>format_type</c> (<c>character varying(20)</c>,
    /// <c>timestamp(3) with time zone</c>), SQLite's declared type (empty where none was declared). The type of a serial column is the
    /// integer beneath.
    /// </summary>
    public required StoreType Type { get; init; }

    /// <summary>False for <c>NOT NULL</c>. Columns of a primary key are never nullable, whatever SQLite permits for them.</summary>
    public bool IsNullable { get; init; }

    /// <summary>
    /// The default; <see langword="null"/> for none. A serial's <c>nextval</c> is no default, but an <see cref="Identity"/>.
    /// </summary>
    public SqlExpression? Default { get; init; }

    /// <summary>The expression of a generated (computed) column, else <see langword="null"/>.</summary>
    public GeneratedColumn? Generated { get; init; }

    /// <summary>How the database numbers the rows by this column, else <see langword="null"/>.</summary>
    public Identity? Identity { get; init; }

    /// <summary>
    /// A collation other than the type's default; with its schema only where it is not found without. <see langword="null"/> for none.
    /// </summary>
    public ObjectName? Collation { get; init; }

    /// <summary>The comment; <see langword="null"/> for none (never empty).</summary>
    public string? Comment { get; init; }

    /// <summary>
    /// The CLR type (the provider's, never nullable, never the application's own) that the model stores in it; a live column has none.
    /// </summary>
    public Hint<Type> ClrType { get; init; }

    /// <summary>
    /// The value that existing rows get in a column of the model; <see langword="null"/> if the store type decides
    /// (<see cref="Dialects.Dialect.BackfillValue"/>).
    /// </summary>
    public Hint<RowValue> RowValue { get; init; }

    /// <summary>
    /// The schema of a live column's type where <see cref="Type"/> does not say it because the type is found without it (by the search
    /// path), and the type is not the database's own.
    /// </summary>
    public Hint<string> TypeSchema { get; init; }

    /// <summary>
    /// Schema of the equality operator of a live column's type, if an extension brings the type with operators of its own (<c>citext</c>).
    /// </summary>
    public Hint<string> EqualsSchema { get; init; }

    /// <summary>The <c>nextval</c> default of a live serial column, which <see cref="Identity"/> represents.</summary>
    public Hint<string> SerialDefault { get; init; }

    /// <summary>The sequence of a live serial or identity column.</summary>
    public Hint<OwnedSequence> OwnedSequence { get; init; }

    /// <summary>
    /// What people made on a live column, for people to read (<c>view 'v'</c>, <c>policy 'p' on 't'</c>): as long as it is there,
    /// PostgreSQL neither drops the column nor changes its type.
    /// </summary>
    public Hint<EquatableList<string>> Dependents { get; init; }

    /// <summary>Annotations that the model's plug-ins gave the column.</summary>
    public Hint<EquatableList<Annotation>> Annotations { get; init; }

    /// <summary>The sequence from which the application takes blocks of keys of this column (HiLo); a live column does not tell.</summary>
    internal Hint<ObjectName> KeySequence { get; init; }

    /// <summary>
    /// How EF Core writes the values of the column's property; of a live column, how its values look, where a change of its type needs it.
    /// </summary>
    internal Hint<ValueForm> Values { get; init; }
}
