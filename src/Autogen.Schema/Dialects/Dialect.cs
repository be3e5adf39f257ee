using System.Data.Common;
using Autogen.Schema.Objects;
using Autogen.Schema.Refusals;
using Autogen.Schema.Sql;
using Autogen.Schema.Statistics;

namespace Autogen.Schema.Dialects;

/// <summary>
/// What a database does differently. Comparison and planning ask it and hold no knowledge of a database themselves: a question that
/// is missing here is added here.
/// </summary>
public abstract class Dialect
{
    /// <summary>The database's name for people: <c>PostgreSQL</c>, <c>SQLite</c>.</summary>
    public abstract string Name { get; }

    /// <summary>The database's name in settings and messages between processes: <c>postgresql</c>, <c>sqlite</c>.</summary>
    internal abstract string ShortName { get; }

    /// <summary>EF Core's name of the provider (<c>DatabaseFacade.ProviderName</c>).</summary>
    public abstract string ProviderName { get; }

    /// <summary>What the database has, and can do in place.</summary>
    public abstract Capabilities Capabilities { get; }

    /// <summary>How the database writes SQL.</summary>
    internal virtual SqlSyntax Syntax => SqlSyntax.Any;

    /// <summary>Keywords that only connection strings of this database's ADO.NET provider have.</summary>
    internal virtual IReadOnlyList<string> ConnectionKeywords => [];

    /// <summary>Reads a live database.</summary>
    internal abstract Task<DatabaseSchema> ReadAsync(DbConnection connection, CancellationToken cancellationToken);

    /// <summary>Reads what a live database has around its tables. Not part of <see cref="ReadAsync"/>: no comparison asks for it.</summary>
    internal virtual Task<OtherObjects> ReadOtherObjectsAsync(DbConnection connection, CancellationToken cancellationToken)
        => Task.FromResult(OtherObjects.None);

    /// <summary>Reads how large a live database is and how it is used. Reads only, and runs no code of the database's.</summary>
    internal abstract Task<DatabaseStatistics> ReadStatisticsAsync(
        DbConnection connection, RowCounting counting, CancellationToken cancellationToken);

    /// <summary>Begins a transaction in which the database permits nothing but reading, if it has such; disposing ends it.</summary>
    internal virtual Task<IAsyncDisposable> BeginReadingAsync(DbConnection connection, CancellationToken cancellationToken)
        => Task.FromResult<IAsyncDisposable>(new NoTransaction());

    /// <summary>The equality operator for texts, as SQL that means the same under every search path.</summary>
    internal virtual string EqualTo => "=";

    /// <summary>The equality operator for values of a live column, as SQL that means the same under every search path.</summary>
    internal virtual string EqualsOperator(Column column) => "=";

    /// <summary>
    /// The equality operator for values of a column in a statement of a revision, which runs in other databases, too: named with its schema
    /// where that is the same in all of them.
    /// </summary>
    internal virtual string PortableEqualsOperator(Column column) => "=";

    /// <summary>A condition: two expressions have the same text; it means the same under every search path.</summary>
    internal virtual string EqualTexts(string left, string right) => $"CAST({left} AS text) = CAST({right} AS text)";

    /// <summary>
    /// What two databases are compared by besides the vocabulary: what of tables it has no word for, in the database's own.
    /// </summary>
    internal virtual Task<IReadOnlyList<TableDefinition>> ReadDefinitionsAsync(DbConnection connection, CancellationToken cancellationToken)
        => Task.FromResult<IReadOnlyList<TableDefinition>>([]);

    /// <summary>Whether a foreign key can only be created where the table that it refers to exists.</summary>
    internal virtual bool ForeignKeysNeedTables => true;

    /// <summary>Whether sessions change different tables at the same time, so that a lock on one keeps others waiting.</summary>
    internal virtual bool LocksTables => true;

    /// <summary>Whether values of different types can't be compared without a conversion that the statement names.</summary>
    internal virtual bool ComparesSameTypesOnly => true;

    /// <summary>Whether <see cref="TryRowsAsync"/> tries anything.</summary>
    internal virtual bool TriesRows => false;

    /// <summary>
    /// Tries whether rows can be written to tables of a scratch database, as far as that needs objects that may be
    /// missing. Leaves nothing behind.
    /// </summary>
    /// <returns>A line for every part of a table that needs something which does not exist.</returns>
    internal virtual Task<IReadOnlyList<string>> TryRowsAsync(
        DbConnection connection,
        IReadOnlyList<Table> tables,
        CancellationToken cancellationToken) => Task.FromResult<IReadOnlyList<string>>([]);

    /// <summary>
    /// Gives expressions (defaults, checks, generated columns, index filters and parts) their <see cref="SqlExpression.Canonical"/> text
    /// where the database itself can be asked for it, and returns both schemas with those texts; else returns them as they are, with the
    /// reason. Writes nothing that outlives the call.
    /// </summary>
    internal abstract Task<NormalisedSchemas> NormaliseAsync(
        DbConnection connection, DatabaseSchema current, DatabaseSchema target, CancellationToken cancellationToken);

    /// <summary>
    /// What of the model's new parts the database would refuse, as far as it can be told before a revision runs. Changes
    /// nothing that outlives the session.
    /// </summary>
    internal abstract Task<IReadOnlyList<Refusal>> FindRefusalsAsync(
        DbConnection connection, NewParts parts, CancellationToken cancellationToken);

    /// <summary>The objects that do not exist, of those that a model uses and no operation creates. Reads only.</summary>
    internal virtual Task<IReadOnlyList<MappedObject>> FindMissingAsync(
        DbConnection connection, IReadOnlyList<MappedObject> objects, CancellationToken cancellationToken)
        => Task.FromResult<IReadOnlyList<MappedObject>>([]);

    /// <summary>
    /// The canonical spelling of a store type, as the live reader would give it: <c>varchar(20)</c> becomes <c>character varying(20)</c> on
    /// PostgreSQL. A type that is not built in is returned as it is.
    /// </summary>
    public abstract string CanonicalType(string storeType);

    /// <summary>A column's collation; <see langword="null"/> where it is the one that a column without any has.</summary>
    public virtual string? CanonicalCollation(string? collation) => string.IsNullOrEmpty(collation) ? null : collation;

    /// <summary>Whether two definitions of a collation are one, in whatever words; unknown where that can't be told.</summary>
    internal virtual FacetAnswer SameCollation(string current, string target)
        => string.Equals(current, target, StringComparison.Ordinal)
            ? FacetAnswer.Same
            : FacetAnswer.Unknown("the texts differ");

    /// <summary>
    /// Whether the database takes two identifiers for one although they are spelt differently: SQLite does not tell cases apart, PostgreSQL
    /// cuts off what is behind the 63rd byte. Only asked of identifiers that are not equal.
    /// </summary>
    public virtual bool SameName(string current, string target) => string.Equals(current, target, StringComparison.Ordinal);

    /// <summary>An identifier as the database will store it: PostgreSQL cuts off what is behind the 63rd byte.</summary>
    public virtual string StoredName(string identifier) => identifier;

    /// <summary>Whether two store types are one, both in canonical spelling.</summary>
    public abstract FacetAnswer SameType(StoreType current, StoreType target);

    /// <summary>Whether two expressions are one, by their canonical texts where both have them, else by their tokens.</summary>
    public abstract FacetAnswer SameExpression(SqlExpression current, SqlExpression target);

    /// <summary>
    /// Whether the column's default is one that EF Core's migrations leave behind when they add a required column or make a column required
    /// (<c>''</c>, <c>0</c>, <c>FALSE</c>, a date's minimum, an empty JSON document …; dotnet/efcore#27084): the store type's CLR default.
    /// </summary>
    public abstract bool IsBackfillDefault(Column column);

    /// <summary>The same, where the column's schema is known: the CLR default of an enumerated type is its first label.</summary>
    public virtual bool IsBackfillDefault(Column column, DatabaseSchema schema) => IsBackfillDefault(column);

    /// <summary>
    /// The value, as SQL, that a row which is there gets in a new or newly required column that has no default: the store type's
    /// CLR default (<c>''</c>, <c>0</c>, <c>FALSE</c> …), or <see langword="null"/> where the type has no natural one.
    /// </summary>
    /// <param name="column">The column as wanted.</param>
    /// <param name="schema">The target schema: a value of an enumerated type is one of its labels.</param>
    public abstract string? BackfillValue(Column column, DatabaseSchema schema);

    /// <summary>Whether a store type, in canonical spelling, takes JSON documents only.</summary>
    internal virtual bool IsJson(StoreType storeType) => false;

    /// <summary>An expression that gives every row another value of the column's type; <see langword="null"/> if none is known.</summary>
    /// <param name="column">The column as wanted.</param>
    /// <param name="serverVersion">The server's major version; 0 where it is not known.</param>
    internal virtual string? DistinctValue(Column column, int serverVersion) => null;

    /// <summary>How values of one store type become values of another when a column's type is altered.</summary>
    public abstract TypeConversion Conversion(Column current, Column target, DatabaseSchema currentSchema, DatabaseSchema targetSchema);

    /// <summary>
    /// SQL that makes values of one form of those of another, over a quoted column; <see langword="null"/> where it is not known, or
    /// where both are the same.
    /// </summary>
    internal virtual string? Reform(ValueKind kind, string from, string to, string column, StoreType current, StoreType target) => null;

    /// <summary>Whether an engine can make values of a form at all.</summary>
    /// <param name="kind">What the values are.</param>
    /// <param name="form">The form.</param>
    /// <param name="engineVersion">The version of the engine that is connected, as ADO.NET has it.</param>
    internal virtual bool CanMake(ValueKind kind, string form, string engineVersion) => true;

    /// <summary>Whether a column keeps a value that is not of its type, as it is: SQLite's affinity.</summary>
    internal virtual bool KeepsForeignValues => false;

    /// <summary>What a column of a type makes of values, where it keeps those that are not of its type.</summary>
    internal virtual AffinityKind Affinity(StoreType type) => AffinityKind.Other;

    /// <summary>
    /// Whether blanks at the end of a value of a store type, in canonical spelling, mean nothing: the database adds and removes them.
    /// </summary>
    internal virtual bool IgnoresTrailingBlanks(StoreType storeType) => false;

    /// <summary>A type with what a schema, and the types that were read with it, tell about it.</summary>
    internal virtual StoreType Resolve(StoreType storeType, DatabaseSchema schema) => storeType;

    /// <summary>Whether a generated column can become an ordinary one in place, with its values (<c>DROP EXPRESSION</c>).</summary>
    /// <param name="column">The column as it is.</param>
    /// <param name="serverVersion">The server's major version; 0 where it is not known.</param>
    public virtual bool DropsExpression(Column column, int serverVersion) => false;

    /// <summary>A schema that the user names, as the database takes it: one without schemas ignores it.</summary>
    internal string? SchemaOf(string? schema) => Capabilities.Schemas ? schema : null;

    /// <summary>An identifier as SQL, always quoted.</summary>
    public abstract string Quote(string identifier);

    /// <summary>A name as SQL: qualified where it has a schema, always quoted.</summary>
    public string Quote(ObjectName name)
        => name.Schema is null ? Quote(name.Name) : $"{Quote(name.Schema)}.{Quote(name.Name)}";

    /// <summary>A text as an SQL string literal.</summary>
    public virtual string StringLiteral(string text) => SqlQuote.Text(text);

    /// <summary>Its JSON documents; <see langword="null"/> if it has none that EF Core could map.</summary>
    internal virtual DocumentSql? Documents => null;
}

/// <summary>Both schemas with canonical expressions.</summary>
/// <param name="Current">The current database.</param>
/// <param name="Target">The target database.</param>
/// <param name="Refusal">Why the database was not, or not wholly, asked; <see langword="null"/> where it was.</param>
internal sealed record NormalisedSchemas(DatabaseSchema Current, DatabaseSchema Target, string? Refusal);

/// <summary>How values of one store type become values of another.</summary>
/// <param name="Using">
/// The expression over the old column (for <c>USING</c>), or <see langword="null"/> where the database converts by itself.
/// </param>
/// <param name="MayLoseData">Whether values may be cut or lose precision.</param>
/// <param name="MayFail">Whether a value may be refused.</param>
/// <param name="RewritesTable">Whether every row is rewritten under an exclusive lock.</param>
public sealed record TypeConversion(string? Using, bool MayLoseData, bool MayFail, bool RewritesTable)
{
    /// <summary>Whether the values depend on the session's time zone, which must be UTC during the conversion.</summary>
    public bool InUtc { get; init; }
}

/// <summary>What a column makes of values.</summary>
internal enum AffinityKind
{
    /// <summary>Nothing: bytes, or any value.</summary>
    Other,

    /// <summary>Texts that look like numbers become numbers.</summary>
    Number,

    /// <summary>Numbers become texts.</summary>
    Text,
}
