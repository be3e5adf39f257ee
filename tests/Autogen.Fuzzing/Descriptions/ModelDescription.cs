using Autogen.Scenarios.Running;
using Autogen.Schema.Objects;

namespace Autogen.Fuzzing.Descriptions;

/// <summary>A model of EF Core as plain data: what can be generated, mutated, compared, printed, and made smaller.</summary>
public sealed record ModelDescription
{
    /// <summary>The tables.</summary>
    public EquatableList<TableDescription> Tables { get; init; } = [];

    /// <summary>Enumerated types; PostgreSQL only.</summary>
    public EquatableList<EnumDescription> Enums { get; init; } = [];

    /// <summary>Sequences; PostgreSQL only.</summary>
    public EquatableList<SequenceDescription> Sequences { get; init; } = [];

    /// <summary>The table of that identity, or <see langword="null"/>.</summary>
    public TableDescription? Find(string name) => Tables.FirstOrDefault(table => table.Name == name);

    /// <summary>With a table exchanged.</summary>
    public ModelDescription With(TableDescription old, TableDescription table)
        => this with { Tables = Tables.Select(candidate => ReferenceEquals(candidate, old) ? table : candidate).ToEquatableList() };

    /// <inheritdoc/>
    public override string ToString() => SchemaPrinter.Print(this);
}

/// <summary>A table. Its name is its identity: no two of a model have the same, whatever their schemas.</summary>
/// <param name="Name">The name.</param>
public sealed record TableDescription(string Name)
{
    /// <summary>The schema; <see langword="null"/> for the default one.</summary>
    public string? Schema { get; init; }

    /// <summary>The comment.</summary>
    public string? Comment { get; init; }

    /// <summary>The columns.</summary>
    public EquatableList<ColumnDescription> Columns { get; init; } = [];

    /// <summary>The key's columns; none for a table without a key.</summary>
    public EquatableList<string> Key { get; init; } = [];

    /// <summary>The key's name, where the model gives one.</summary>
    public string? KeyName { get; init; }

    /// <summary>Alternate keys.</summary>
    public EquatableList<KeyDescription> AlternateKeys { get; init; } = [];

    /// <summary>Foreign keys.</summary>
    public EquatableList<ForeignKeyDescription> ForeignKeys { get; init; } = [];

    /// <summary>Indexes.</summary>
    public EquatableList<IndexDescription> Indexes { get; init; } = [];

    /// <summary>Checks.</summary>
    public EquatableList<CheckDescription> Checks { get; init; } = [];

    /// <summary>Rows of <c>HasData</c>.</summary>
    public EquatableList<SeedDescription> Seeds { get; init; } = [];

    /// <summary>How entities are mapped to it. The table is the same whatever this is.</summary>
    public TableMapping Mapping { get; init; }

    /// <summary>The column of that name, or <see langword="null"/>.</summary>
    public ColumnDescription? Find(string column) => Columns.FirstOrDefault(candidate => candidate.Name == column);

    /// <summary>With a column exchanged.</summary>
    public TableDescription With(ColumnDescription old, ColumnDescription column)
        => this with { Columns = Columns.Select(candidate => ReferenceEquals(candidate, old) ? column : candidate).ToEquatableList() };

    /// <summary>Whether a foreign key may refer to those columns.</summary>
    public bool IsKey(EquatableList<string> columns)
        => columns.Count > 0 && (Key == columns || AlternateKeys.Any(key => key.Columns == columns));
}

/// <summary>How entities are mapped to a table.</summary>
public enum TableMapping
{
    /// <summary>One entity.</summary>
    Entity,

    /// <summary>Two entities share the rows: table splitting.</summary>
    Split,

    /// <summary>A base entity and one that is derived from it: table per hierarchy.</summary>
    Hierarchy,

    /// <summary>An entity and an owned type that has some of the columns.</summary>
    Owned,

    /// <summary>An entity and an owned type that is the document in one of the columns.</summary>
    OwnedDocument,

    /// <summary>An entity and a complex type that is the document in one of the columns.</summary>
    ComplexDocument,
}

/// <summary>A column.</summary>
/// <param name="Name">The name.</param>
/// <param name="Type">A key of <see cref="ColumnTypes"/>, or <c>enum:</c> and an enumerated type's name.</param>
public sealed record ColumnDescription(string Name, string Type)
{
    /// <summary>Whether it takes NULL.</summary>
    public bool IsNullable { get; init; }

    /// <summary>Which of the type's values is the default.</summary>
    public string? Default { get; init; }

    /// <summary>The default as SQL.</summary>
    public string? DefaultSql { get; init; }

    /// <summary>The sequence that the default takes its values from.</summary>
    public string? DefaultSequence { get; init; }

    /// <summary>The expression by which it is computed.</summary>
    public ExpressionDescription? Computed { get; init; }

    /// <summary>Whether a computed column is stored.</summary>
    public bool IsStored { get; init; }

    /// <summary>How it numbers rows.</summary>
    public IdentityDescription Identity { get; init; }

    /// <summary>The collation.</summary>
    public string? Collation { get; init; }

    /// <summary>The comment.</summary>
    public string? Comment { get; init; }
}

/// <summary>How a column numbers rows.</summary>
public enum IdentityDescription
{
    /// <summary>It does not.</summary>
    None,

    /// <summary>As the provider does it by convention.</summary>
    Conventional,

    /// <summary>GENERATED ALWAYS AS IDENTITY.</summary>
    Always,

    /// <summary>GENERATED BY DEFAULT AS IDENTITY with options.</summary>
    WithOptions,

    /// <summary>serial.</summary>
    Serial,
}

/// <summary>An alternate key.</summary>
/// <param name="Name">Its name, where the model gives one.</param>
/// <param name="Columns">Its columns.</param>
public sealed record KeyDescription(string? Name, EquatableList<string> Columns);

/// <summary>A foreign key.</summary>
/// <param name="Name">Its name, where the model gives one.</param>
/// <param name="Columns">Its columns.</param>
/// <param name="Principal">The table that it refers to.</param>
/// <param name="PrincipalColumns">That table's key.</param>
/// <param name="OnDelete">EF Core's <c>DeleteBehavior</c>, by name.</param>
public sealed record ForeignKeyDescription(
    string? Name, EquatableList<string> Columns, string Principal, EquatableList<string> PrincipalColumns, string OnDelete);

/// <summary>An index.</summary>
/// <param name="Name">Its name.</param>
/// <param name="Columns">Its columns.</param>
public sealed record IndexDescription(string Name, EquatableList<string> Columns)
{
    /// <summary>Whether values may occur once.</summary>
    public bool IsUnique { get; init; }

    /// <summary>The columns that are sorted downwards.</summary>
    public EquatableList<string> Descending { get; init; } = [];

    /// <summary>The columns that are in it only to be read.</summary>
    public EquatableList<string> Included { get; init; } = [];

    /// <summary>Which rows are in it.</summary>
    public ExpressionDescription? Filter { get; init; }

    /// <summary>The method; <see langword="null"/> for the default one.</summary>
    public string? Method { get; init; }

    /// <summary>Whether one NULL is no duplicate of another.</summary>
    public bool NullsNotDistinct { get; init; }
}

/// <summary>A check.</summary>
/// <param name="Name">Its name.</param>
/// <param name="Expression">What must hold.</param>
public sealed record CheckDescription(string Name, ExpressionDescription Expression);

/// <summary>An expression over one column.</summary>
/// <param name="Column">The column.</param>
/// <param name="Template">The expression, with <c>{0}</c> for the column.</param>
public sealed record ExpressionDescription(string Column, string Template);

/// <summary>A row of <c>HasData</c>.</summary>
/// <param name="Row">Its number: what its key is made of.</param>
/// <param name="Variant">What its other values are made of.</param>
public sealed record SeedDescription(long Row, long Variant);

/// <summary>An enumerated type.</summary>
/// <param name="Name">Its name.</param>
/// <param name="Labels">Its labels.</param>
public sealed record EnumDescription(string Name, EquatableList<string> Labels)
{
    /// <summary>The schema; <see langword="null"/> for the default one.</summary>
    public string? Schema { get; init; }
}

/// <summary>A sequence.</summary>
/// <param name="Name">Its name.</param>
public sealed record SequenceDescription(string Name)
{
    /// <summary>The schema; <see langword="null"/> for the default one.</summary>
    public string? Schema { get; init; }

    /// <summary>A key of <see cref="ColumnTypes"/>: short, int or long.</summary>
    public string Type { get; init; } = "long";

    /// <summary>The first value.</summary>
    public long Start { get; init; } = 1;

    /// <summary>The step.</summary>
    public long Increment { get; init; } = 1;

    /// <summary>The least value, or 0 for the default.</summary>
    public long Minimum { get; init; }

    /// <summary>The greatest value, or 0 for the default.</summary>
    public long Maximum { get; init; }

    /// <summary>Whether it begins again at its end.</summary>
    public bool IsCyclic { get; init; }
}

/// <summary>Two models: the one that the database was made by, and the one that it must follow.</summary>
/// <param name="Database">Where.</param>
/// <param name="Current">The first.</param>
/// <param name="Target">The second.</param>
/// <param name="Rows">How many rows each table gets.</param>
public sealed record ModelPair(FuzzDatabase Database, ModelDescription Current, ModelDescription Target, int Rows)
{
    /// <inheritdoc/>
    public override string ToString() => $"== There ({Rows} rows in every table)\n{Current}== Wanted\n{Target}";
}

/// <summary>The databases that pairs run on.</summary>
public enum FuzzDatabase
{
    /// <summary>PostgreSQL.</summary>
    PostgreSql,

    /// <summary>SQLite.</summary>
    Sqlite,
}
