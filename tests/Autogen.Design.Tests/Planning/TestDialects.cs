using System.Data.Common;
using Autogen.Design.Planning;
using Autogen.Schema.Comparison;
using Autogen.Schema.Dialects;
using Autogen.Schema.Objects;
using Autogen.Schema.Refusals;
using Autogen.Schema.Statistics;

namespace Autogen.Design.Tests.Planning;

/// <summary>What planning asks of a dialect, answered as PostgreSQL would.</summary>
internal class PostgreSqlTestDialect : Dialect
{
    public override string Name => "PostgreSQL";

    internal override string ShortName => "test";

    public override string ProviderName => "Npgsql.EntityFrameworkCore.PostgreSQL";

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

    public override string CanonicalType(string storeType) => storeType;

    public override FacetAnswer SameType(StoreType current, StoreType target)
        => Equals(current, target) ? FacetAnswer.Same : FacetAnswer.Different("");

    public override FacetAnswer SameExpression(SqlExpression current, SqlExpression target)
        => Equals(current, target) ? FacetAnswer.Same : FacetAnswer.Different("");

    public override bool IsBackfillDefault(Column column) => false;

    public override bool DropsExpression(Column column, int serverVersion) => serverVersion >= 13 && column.Generated is { IsStored: true };

    public override string? BackfillValue(Column column, DatabaseSchema schema) => column.Type.Text switch
    {
        "text" => "''",
        "integer" or "bigint" => "0",
        "boolean" => "FALSE",
        _ => schema.EnumTypes.FirstOrDefault(type => type.Name.Name.Equals(column.Type.Text, StringComparison.Ordinal)) is { } type
            ? StringLiteral(type.Labels[0])
            : null,
    };

    public override TypeConversion Conversion(Column current, Column target, DatabaseSchema currentSchema, DatabaseSchema targetSchema)
        => (current.Type.Text, target.Type.Text) switch
        {
            ("integer", "bigint") => new(null, false, false, true),
            ("text", "integer") => new($"{Quote(current.Name)}::integer", false, true, true),
            (_, "text") => new(currentSchema.EnumTypes.Count == 0 ? null : $"{Quote(current.Name)}::text", false, false, true),
            _ => new($"{Quote(current.Name)}::text::{target.Type}", false, true, true),
        };

    public override string Quote(string identifier) => $"\"{identifier.Replace("\"", "\"\"", StringComparison.Ordinal)}\"";

    internal override Task<DatabaseStatistics> ReadStatisticsAsync(
        DbConnection connection, RowCounting counting, CancellationToken cancellationToken)
        => throw new NotSupportedException();

    internal override Task<DatabaseSchema> ReadAsync(DbConnection connection, CancellationToken cancellationToken)
        => throw new NotSupportedException();

    internal override Task<IReadOnlyList<Refusal>> FindRefusalsAsync(
        DbConnection connection, NewParts parts, CancellationToken cancellationToken) => throw new NotSupportedException();

    internal override Task<NormalisedSchemas> NormaliseAsync(
        DbConnection connection, DatabaseSchema current, DatabaseSchema target, CancellationToken cancellationToken)
        => throw new NotSupportedException();
}

/// <summary>What planning asks of a dialect, answered as SQLite would.</summary>
internal sealed class SqliteTestDialect : PostgreSqlTestDialect
{
    public override string Name => "SQLite";

    public override string ProviderName => "Microsoft.EntityFrameworkCore.Sqlite";

    public override Capabilities Capabilities { get; } = new()
    {
        Schemas = false,
        Sequences = false,
        EnumTypes = false,
        Extensions = false,
        Comments = false,
        IndexMethods = false,
        AltersInPlace = false,
        GeneratedColumnsAreTyped = false,
        ConstraintsAreNamed = false,
    };

    internal override bool ForeignKeysNeedTables => false;

    internal override bool LocksTables => false;

    internal override bool ComparesSameTypesOnly => false;

    public override string? BackfillValue(Column column, DatabaseSchema schema) => column.Type.Text is "TEXT" ? "''" : "0";

    public override bool IsBackfillDefault(Column column) => column.Default?.Text is "''" or "0";

    public override TypeConversion Conversion(Column current, Column target, DatabaseSchema currentSchema, DatabaseSchema targetSchema)
        => new(null, false, false, true);
}

/// <summary>A handful of store types.</summary>
internal sealed class TestClrTypes : IClrTypes
{
    public Type ClrTypeOf(string storeType) => storeType switch
    {
        "integer" or "INTEGER" => typeof(int),
        "bigint" => typeof(long),
        "boolean" => typeof(bool),
        _ => typeof(string),
    };
}
