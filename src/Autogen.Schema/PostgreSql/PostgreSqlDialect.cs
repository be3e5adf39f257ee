using System.Data.Common;
using System.Text;
using Autogen.Schema.Dialects;
using Autogen.Schema.Objects;
using Autogen.Schema.Refusals;
using Autogen.Schema.Sql;
using Autogen.Schema.Statistics;

namespace Autogen.Schema.PostgreSql;

/// <summary>PostgreSQL 12 and later.</summary>
public sealed class PostgreSqlDialect : Dialect
{
    // NAMEDATALEN - 1 (PostgreSQL's documentation, 4.1.1); EF Core counts characters, the server bytes, and cuts between characters.
    private const int LongestIdentifier = 63;

    /// <inheritdoc/>
    public override string Name => "PostgreSQL";

    /// <inheritdoc/>
    internal override string ShortName => "postgresql";

    /// <inheritdoc/>
    public override string ProviderName => "Npgsql.EntityFrameworkCore.PostgreSQL";

    /// <inheritdoc/>
    /// <remarks>https://www.npgsql.org/doc/connection-string-parameters.html</remarks>
    internal override IReadOnlyList<string> ConnectionKeywords { get; } = ["host", "server", "port", "database", "username", "user id"];

    /// <inheritdoc/>
    public override Capabilities Capabilities { get; } = new()
    {
        Schemas = true,
        Sequences = true,
        EnumTypes = true,
        Extensions = true,
        Comments = true,
        IndexMethods = true,
        AltersInPlace = true,
        GeneratedColumnsAreTyped = true,
        ConstraintsAreNamed = true,
    };

    /// <inheritdoc/>
    internal override SqlSyntax Syntax => SqlSyntax.PostgreSql;

    /// <inheritdoc/>
    public override string CanonicalType(string storeType)
    {
        ArgumentNullException.ThrowIfNull(storeType);
        return PostgreSqlTypes.Canonical(storeType);
    }

    /// <inheritdoc/>
    public override bool SameName(string current, string target)
        => string.Equals(StoredName(current), StoredName(target), StringComparison.Ordinal);

    /// <inheritdoc/>
    public override string StoredName(string identifier)
    {
        ArgumentNullException.ThrowIfNull(identifier);
        if (Encoding.UTF8.GetByteCount(identifier) <= LongestIdentifier)
            return identifier;
        var bytes = 0;
        var cut = new StringBuilder();
        foreach (var rune in identifier.EnumerateRunes())
        {
            bytes += rune.Utf8SequenceLength;
            if (bytes > LongestIdentifier)
                break;
            cut.Append(rune.ToString());
        }

        return cut.ToString();
    }

    /// <inheritdoc/>
    public override FacetAnswer SameType(StoreType current, StoreType target)
        => PostgreSqlTypes.AreSame(current, target) ? FacetAnswer.Same : FacetAnswer.Different("the types differ");

    /// <inheritdoc/>
    public override string? CanonicalCollation(string? collation) => collation is "default" ? null : base.CanonicalCollation(collation);

    /// <inheritdoc/>
    internal override FacetAnswer SameCollation(string current, string target) => PostgreSqlCollation.Compare(current, target);

    /// <inheritdoc/>
    public override FacetAnswer SameExpression(SqlExpression current, SqlExpression target)
    {
        ArgumentNullException.ThrowIfNull(current);
        ArgumentNullException.ThrowIfNull(target);
        if (string.Equals(current.Text, target.Text, StringComparison.Ordinal))
            return FacetAnswer.Same;
        if (current.Canonical is { } left && target.Canonical is { } right)
            return string.Equals(left, right, StringComparison.Ordinal) || PostgreSqlConstants.AreSame(left, right)
                ? FacetAnswer.Same
                : FacetAnswer.Different("the server renders them differently");
        return PostgreSqlExpressionWords.AreSame(current.Text, target.Text)
            ? FacetAnswer.Same
            : FacetAnswer.Unknown("the texts differ, and the server could not be asked whether they mean the same");
    }

    /// <inheritdoc/>
    public override bool IsBackfillDefault(Column column)
    {
        ArgumentNullException.ThrowIfNull(column);
        return column.Default is { } value && !column.IsNullable && PostgreSqlBackfill.IsBackfill(value.Text);
    }

    /// <inheritdoc/>
    public override bool IsBackfillDefault(Column column, DatabaseSchema schema)
    {
        ArgumentNullException.ThrowIfNull(schema);
        return IsBackfillDefault(column) || PostgreSqlBackfill.IsFirstLabel(column, schema, StringLiteral);
    }

    /// <inheritdoc/>
    public override string? BackfillValue(Column column, DatabaseSchema schema)
    {
        ArgumentNullException.ThrowIfNull(column);
        ArgumentNullException.ThrowIfNull(schema);
        return PostgreSqlBackfill.ValueFor(column, schema, StringLiteral);
    }

    /// <inheritdoc/>
    internal override bool IsJson(StoreType storeType) => PostgreSqlKnownTypes.KnownName(storeType.Underlying) is "json" or "jsonb";

    /// <inheritdoc/>
    internal override string? DistinctValue(Column column, int serverVersion)
        => PostgreSqlBackfill.DistinctValueFor(column.Type, serverVersion);

    /// <inheritdoc/>
    internal override string? Reform(ValueKind kind, string from, string to, string column, StoreType current, StoreType target)
        => string.Equals(from, to, StringComparison.Ordinal) ? null : PostgreSqlForms.Between(kind, from, to, column, current, target);

    /// <inheritdoc/>
    public override TypeConversion Conversion(Column current, Column target, DatabaseSchema currentSchema, DatabaseSchema targetSchema)
    {
        ArgumentNullException.ThrowIfNull(current);
        ArgumentNullException.ThrowIfNull(target);
        ArgumentNullException.ThrowIfNull(currentSchema);
        ArgumentNullException.ThrowIfNull(targetSchema);
        return PostgreSqlConversions.Of(Quote(target.Name), Resolve(current.Type, currentSchema), Resolve(target.Type, targetSchema));
    }

    /// <inheritdoc/>
    public override bool DropsExpression(Column column, int serverVersion)
    {
        ArgumentNullException.ThrowIfNull(column);
        return column.Generated is { IsStored: true } && serverVersion is 0 or >= 13; // ALTER TABLE in the documentation of 12, 13 and 18
    }

    /// <inheritdoc/>
    internal override bool IgnoresTrailingBlanks(StoreType storeType)
        => PostgreSqlKnownTypes.KnownName(storeType.Underlying) is "character" or "bpchar";

    /// <inheritdoc/>
    internal override StoreType Resolve(StoreType storeType, DatabaseSchema schema)
        => new PostgreSqlTypeResolver(schema).Resolve(storeType);

    /// <inheritdoc/>
    public override string Quote(string identifier)
    {
        ArgumentNullException.ThrowIfNull(identifier);
        return SqlQuote.Name(identifier);
    }

    /// <inheritdoc/>
    internal override Task<IReadOnlyList<Refusal>> FindRefusalsAsync(
        DbConnection connection, NewParts parts, CancellationToken cancellationToken)
        => new PostgreSqlRefusals(this).FindAsync(connection, parts, cancellationToken);

    /// <inheritdoc/>
    internal override Task<IReadOnlyList<MappedObject>> FindMissingAsync(
        DbConnection connection, IReadOnlyList<MappedObject> objects, CancellationToken cancellationToken)
        => PostgreSqlMappedObjects.FindMissingAsync(connection, objects, cancellationToken);

    /// <inheritdoc/>
    internal override Task<DatabaseStatistics> ReadStatisticsAsync(
        DbConnection connection, RowCounting counting, CancellationToken cancellationToken)
        => PostgreSqlStatistics.ReadAsync(this, connection, counting, cancellationToken);

    /// <inheritdoc/>
    internal override Task<DatabaseSchema> ReadAsync(DbConnection connection, CancellationToken cancellationToken)
        => PostgreSqlReader.ReadAsync(connection, cancellationToken);

    /// <inheritdoc/>
    internal override Task<IAsyncDisposable> BeginReadingAsync(DbConnection connection, CancellationToken cancellationToken)
        => ReadOnlyTransaction.BeginAsync(connection, cancellationToken);

    /// <inheritdoc/>
    internal override string EqualTo => "OPERATOR(pg_catalog.=)";

    /// <inheritdoc/>
    internal override string EqualsOperator(Column column) => $"OPERATOR({Quote(column.EqualsSchema.Value ?? "pg_catalog")}.=)";

    // An extension's type has its operator where the extension is, which can be another schema elsewhere.
    /// <inheritdoc/>
    internal override string PortableEqualsOperator(Column column)
        => column.EqualsSchema.Value == "pg_catalog" || PostgreSqlKnownTypes.IsOfServer(column.Type) ? EqualTo : "=";

    /// <inheritdoc/>
    internal override string EqualTexts(string left, string right)
        => $"CAST({left} AS pg_catalog.text) OPERATOR(pg_catalog.=) CAST({right} AS pg_catalog.text)";

    /// <inheritdoc/>
    internal override Task<IReadOnlyList<TableDefinition>> ReadDefinitionsAsync(
        DbConnection connection, CancellationToken cancellationToken) => PostgreSqlDefinitions.ReadAsync(connection, cancellationToken);

    /// <inheritdoc/>
    internal override bool TriesRows => true;

    /// <inheritdoc/>
    internal override Task<IReadOnlyList<string>> TryRowsAsync(
        DbConnection connection, IReadOnlyList<Table> tables, CancellationToken cancellationToken)
        => new PostgreSqlRowTrial(this).RunAsync(connection, tables, cancellationToken);

    /// <inheritdoc/>
    internal override Task<OtherObjects> ReadOtherObjectsAsync(DbConnection connection, CancellationToken cancellationToken)
        => PostgreSqlOtherObjects.ReadAsync(connection, cancellationToken);

    /// <inheritdoc/>
    internal override Task<NormalisedSchemas> NormaliseAsync(
        DbConnection connection, DatabaseSchema current, DatabaseSchema target, CancellationToken cancellationToken)
        => new PostgreSqlNormaliser(this).NormaliseAsync(connection, current, target, cancellationToken);

    /// <inheritdoc/>
    internal override DocumentSql Documents { get; } = new PostgreSqlDocuments();
}
