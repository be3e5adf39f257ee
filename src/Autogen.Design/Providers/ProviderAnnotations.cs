using Autogen.Schema.Dialects;
using Autogen.Schema.Objects;
using Autogen.Schema.Refusals;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Metadata;
using Microsoft.EntityFrameworkCore.Migrations.Operations;

namespace Autogen.Design.Providers;

/// <summary>
/// What EF Core itself has no property for: the annotations by which an EF Core provider reads it from operations and writes it into
/// models. A provider is not referenced: its annotations are known by name. The base has none.
/// </summary>
/// <remarks>Names of objects that are read are the model's: the schema may be the default one.</remarks>
internal abstract class ProviderAnnotations
{
    /// <summary>EF Core's name of the provider.</summary>
    public abstract string ProviderName { get; }

    /// <summary>What the names of the provider's annotations begin with.</summary>
    public abstract string Prefix { get; }

    /// <summary>Whether annotations of that name are read or written here; others are carried unread.</summary>
    public virtual bool Knows(string annotation) => false;

    /// <summary>Whether an annotation of the model may be handed on: some are only understood beside a model.</summary>
    public virtual bool IsCarried(string annotation) => true;

    /// <summary>How a column numbers the rows; <see langword="null"/> for one that does not.</summary>
    public virtual Identity? Identity(IColumn column) => null;

    /// <summary>
    /// The sequence from which the application takes blocks of keys of a column; <see langword="null"/> where it does not.
    /// </summary>
    public virtual (string? Schema, string Name)? KeySequence(IColumn column) => null;

    /// <summary>Whether a column that numbers the rows gets the default that the model gives it, too.</summary>
    public virtual bool WritesDefaultBeside(Identity identity) => true;

    /// <summary>Says how a column numbers the rows.</summary>
    public virtual void AddIdentity(ColumnOperation operation, Column column)
    {
    }

    /// <summary>Says that a key that is added again numbers the rows, where that is a property of the key.</summary>
    public virtual void AddNumbering(AddPrimaryKeyOperation operation)
    {
    }

    /// <summary>Whether a type is one of the provider's own, whose values EF Core has no type for.</summary>
    public virtual bool HasType(Type type) => false;

    /// <summary>Whether the provider writes a column's default as a constant, not as a calculation of one.</summary>
    public virtual bool IsConstant(object value) => true;

    /// <summary>What the provider computes a column from; <see langword="null"/> for an ordinary one.</summary>
    public virtual GeneratedColumn? Generated(IColumn column, Dialect dialect) => null;

    /// <summary>Whether the database has the column of itself, although a model maps it.</summary>
    public virtual bool IsSystemColumn(IColumn column) => false;

    /// <summary>Whether a computed column is stored where the model does not say.</summary>
    public virtual bool StoresComputedColumns(DbContext context) => false;

    /// <summary>Whether values of CLR enums may be labels, which are texts, of enumerated types.</summary>
    public virtual bool MapsEnumsToLabels => false;

    /// <summary>What of a table EF Core has no property for.</summary>
    public virtual TableWords TableWords(ITable table) => new();

    /// <summary>Says what of a table EF Core has no property for.</summary>
    public virtual void AddTable(TableOperation operation, Table table)
    {
    }

    /// <summary>What of an index EF Core has no property for.</summary>
    public virtual IndexWords IndexWords(ITableIndex index, Dialect dialect) => new();

    /// <summary>Says what of an index EF Core has no property for.</summary>
    public virtual void AddIndex(CreateIndexOperation operation, TableIndex index, bool concurrently)
    {
    }

    /// <summary>Whether the provider can say all of an index; else it is written as SQL.</summary>
    public virtual bool CanSay(TableIndex index) => index.Parts.All(part => part.Column is not null);

    /// <summary>
    /// Objects of a kind that annotations of the model as a whole name; none of a kind that the provider has no annotation for.
    /// </summary>
    /// <typeparam name="T">The kind's record.</typeparam>
    public virtual IEnumerable<T> Read<T>(IEnumerable<IAnnotation> annotations, Dialect dialect) => [];

    /// <summary>The operation that creates an enumerated type, or <see langword="null"/> if the provider can't say it.</summary>
    public virtual AlterDatabaseOperation? CreateEnumType(EnumType type) => null;

    /// <summary>The operation that creates an extension, or <see langword="null"/> if the provider can't say it.</summary>
    public virtual AlterDatabaseOperation? CreateExtension(Extension extension) => null;

    /// <summary>
    /// The server's major version that the provider's SQL is for, as the context's options say; <see langword="null"/> for a provider
    /// without one.
    /// </summary>
    public virtual int? ServerVersion(DbContext context) => null;

    /// <summary>What the server has and the provider would throw at when the revision runs.</summary>
    public virtual IEnumerable<Refusal> Refusals(DbContext context, NewParts parts) => [];
}

/// <summary>What a provider says of a table.</summary>
internal sealed record TableWords
{
    /// <summary>Whether its changes are not written to the server's log.</summary>
    public bool IsUnlogged { get; init; }

    /// <summary>Storage parameters, sorted; values as the catalogue spells them.</summary>
    public EquatableList<StorageParameter> StorageParameters { get; init; } = [];
}

/// <summary>What a provider says of an index.</summary>
internal sealed record IndexWords
{
    /// <summary>The method; <see langword="null"/> for the database's own choice.</summary>
    public string? Method { get; init; }

    /// <summary>The expression that it is on instead of columns.</summary>
    public SqlExpression? Expression { get; init; }

    /// <summary>Columns that it holds without being sorted by them.</summary>
    public IReadOnlyList<string> IncludedColumns { get; init; } = [];

    /// <summary>Operator classes of the columns; there may be fewer.</summary>
    public IReadOnlyList<string?> OperatorClasses { get; init; } = [];

    /// <summary>Directions that an older annotation gives, by column; there may be fewer. EF Core's own property precedes it.</summary>
    public IReadOnlyList<bool> Descending { get; init; } = [];

    /// <summary>Where NULL is sorted, by column; there may be fewer.</summary>
    public IReadOnlyList<NullsOrder?> NullsOrders { get; init; } = [];

    /// <summary>Whether rows with NULL are different from each other.</summary>
    public bool NullsDistinct { get; init; } = true;

    /// <summary>Whether it is created while the table is in use.</summary>
    public bool IsCreatedConcurrently { get; init; }

    /// <summary>Storage parameters, sorted.</summary>
    public EquatableList<StorageParameter> StorageParameters { get; init; } = [];
}
