namespace Autogen.Schema.Objects;

/// <summary>An index that no constraint owns. (Not named <c>Index</c>, which is <see cref="System.Index"/> to every C# file.)</summary>
public sealed record TableIndex
{
    /// <summary>The index's name.</summary>
    public required string Name { get; init; }

    /// <summary>What is indexed, in order.</summary>
    public required EquatableList<IndexPart> Parts { get; init; }

    /// <summary>Whether equal keys are refused.</summary>
    public bool IsUnique { get; init; }

    /// <summary>The condition of a partial index, without parentheses; <see langword="null"/> for a total one.</summary>
    public SqlExpression? Filter { get; init; }

    /// <summary>PostgreSQL's access method where it is not <c>btree</c>, else <see langword="null"/>.</summary>
    public string? Method { get; init; }

    /// <summary>PostgreSQL's <c>INCLUDE</c> columns, in order.</summary>
    public EquatableList<string> IncludedColumns { get; init; }

    /// <summary>False for PostgreSQL 15's <c>NULLS NOT DISTINCT</c>.</summary>
    public bool NullsDistinct { get; init; } = true;

    /// <summary>PostgreSQL's storage parameters, sorted by name.</summary>
    public EquatableList<StorageParameter> StorageParameters { get; init; }

    /// <summary>False for an index that a failed <c>CREATE INDEX CONCURRENTLY</c> left behind.</summary>
    public bool IsValid { get; init; } = true;

    /// <summary>Whether the model asks for <c>CREATE INDEX CONCURRENTLY</c>: how it is made, not what it is.</summary>
    public Hint<bool> IsCreatedConcurrently { get; init; }

    /// <summary>Annotations that the model's plug-ins gave the index.</summary>
    public Hint<EquatableList<Annotation>> Annotations { get; init; }
}

/// <summary>One key of an index: a column or an expression.</summary>
public sealed record IndexPart
{
    /// <summary>The column, or <see langword="null"/> for an expression.</summary>
    public string? Column { get; init; }

    /// <summary>The expression, or <see langword="null"/> for a column.</summary>
    public SqlExpression? Expression { get; init; }

    /// <summary>True for <c>DESC</c>.</summary>
    public bool IsDescending { get; init; }

    /// <summary>
    /// Position of NULLs if it is not the direction's default (PostgreSQL: last ascending, first descending), else <see langword="null"/>.
    /// </summary>
    public NullsOrder? NullsOrder { get; init; }

    /// <summary>A collation other than the column's own, else <see langword="null"/>.</summary>
    public ObjectName? Collation { get; init; }

    /// <summary>PostgreSQL's operator class where it is not the type's default for the method, else <see langword="null"/>.</summary>
    public string? OperatorClass { get; init; }

    /// <summary>The name of that default, where a database was asked: a model may say it.</summary>
    public Hint<string> DefaultOperatorClass { get; init; }
}

/// <summary>Where an index puts NULLs.</summary>
public enum NullsOrder
{
    /// <summary><c>NULLS FIRST</c>.</summary>
    First,

    /// <summary><c>NULLS LAST</c>.</summary>
    Last,
}
