using System.Data.Common;
using Autogen.Schema.Dialects;
using Autogen.Schema.Objects;
using Autogen.Schema.Refusals;
using Autogen.Schema.Sqlite;
using Autogen.Schema.Statistics;

namespace Autogen.Design.Tests.OtherDatabase;

/// <summary>The dialect: what the engine answers, under another name.</summary>
internal sealed class OtherDialect : Dialect
{
    private readonly SqliteDialect engine = new();

    public override string Name => "Other";

    internal override string ShortName => "other";

    public override string ProviderName => OtherDatabase.ProviderName;

    public override Capabilities Capabilities => engine.Capabilities;

    internal override bool ForeignKeysNeedTables => engine.ForeignKeysNeedTables;

    internal override bool LocksTables => engine.LocksTables;

    internal override bool ComparesSameTypesOnly => engine.ComparesSameTypesOnly;

    public override string CanonicalType(string storeType) => engine.CanonicalType(storeType);

    public override string? CanonicalCollation(string? collation) => engine.CanonicalCollation(collation);

    public override bool SameName(string current, string target) => engine.SameName(current, target);

    public override FacetAnswer SameType(StoreType current, StoreType target) => engine.SameType(current, target);

    public override FacetAnswer SameExpression(SqlExpression current, SqlExpression target) => engine.SameExpression(current, target);

    public override bool IsBackfillDefault(Column column) => engine.IsBackfillDefault(column);

    public override string? BackfillValue(Column column, DatabaseSchema schema) => engine.BackfillValue(column, schema);

    internal override string? DistinctValue(Column column, int serverVersion) => engine.DistinctValue(column, serverVersion);

    public override TypeConversion Conversion(Column current, Column target, DatabaseSchema currentSchema, DatabaseSchema targetSchema)
        => engine.Conversion(current, target, currentSchema, targetSchema);

    internal override bool KeepsForeignValues => engine.KeepsForeignValues;

    internal override AffinityKind Affinity(StoreType type) => engine.Affinity(type);

    internal override string? Reform(ValueKind kind, string from, string to, string column, StoreType current, StoreType target)
        => engine.Reform(kind, from, to, column, current, target);

    public override string Quote(string identifier) => engine.Quote(identifier);

    internal override Task<IReadOnlyList<Refusal>> FindRefusalsAsync(
        DbConnection connection, NewParts parts, CancellationToken cancellationToken)
        => engine.FindRefusalsAsync(connection, parts, cancellationToken);

    internal override Task<DatabaseStatistics> ReadStatisticsAsync(
        DbConnection connection, RowCounting counting, CancellationToken cancellationToken)
        => engine.ReadStatisticsAsync(connection, counting, cancellationToken);

    internal override Task<DatabaseSchema> ReadAsync(DbConnection connection, CancellationToken cancellationToken)
        => engine.ReadAsync(connection, cancellationToken);

    internal override Task<IReadOnlyList<TableDefinition>> ReadDefinitionsAsync(
        DbConnection connection, CancellationToken cancellationToken) => engine.ReadDefinitionsAsync(connection, cancellationToken);

    internal override Task<OtherObjects> ReadOtherObjectsAsync(DbConnection connection, CancellationToken cancellationToken)
        => engine.ReadOtherObjectsAsync(connection, cancellationToken);

    internal override Task<NormalisedSchemas> NormaliseAsync(
        DbConnection connection, DatabaseSchema current, DatabaseSchema target, CancellationToken cancellationToken)
        => engine.NormaliseAsync(connection, current, target, cancellationToken);
}
