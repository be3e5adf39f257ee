using System.Data.Common;
using Autogen.Schema.Dialects;
using Autogen.Schema.Objects;
using Autogen.Schema.Refusals;
using Autogen.Schema.Sql;
using Autogen.Schema.Statistics;

namespace Autogen.Schema.Sqlite;

/// <summary>SQLite.</summary>
public sealed class SqliteDialect : Dialect
{
    /// <inheritdoc/>
    public override string Name => "SQLite";

    /// <inheritdoc/>
    internal override string ShortName => "sqlite";

    /// <inheritdoc/>
    public override string ProviderName => "Microsoft.EntityFrameworkCore.Sqlite";

    /// <inheritdoc/>
    /// <remarks>https://learn.microsoft.com/dotnet/standard/data/sqlite/connection-strings</remarks>
    internal override IReadOnlyList<string> ConnectionKeywords { get; } = ["data source", "datasource", "filename", "mode", "cache"];

    /// <inheritdoc/>
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

    /// <inheritdoc/>
    internal override SqlSyntax Syntax => SqlSyntax.Sqlite;

    /// <inheritdoc/>
    public override string CanonicalType(string storeType)
    {
        ArgumentNullException.ThrowIfNull(storeType);
        return string.Join(' ', storeType.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
    }

    /// <inheritdoc/>
    public override string? CanonicalCollation(string? collation) => SqliteCollation.OrNone(collation);

    /// <inheritdoc/>
    public override bool SameName(string current, string target) => string.Equals(current, target, StringComparison.OrdinalIgnoreCase);

    /// <inheritdoc/>
    public override FacetAnswer SameType(StoreType current, StoreType target)
    {
        ArgumentNullException.ThrowIfNull(current);
        ArgumentNullException.ThrowIfNull(target);
        if (string.Equals(Compact(current.Text), Compact(target.Text), StringComparison.OrdinalIgnoreCase))
            return FacetAnswer.Same;
        var (before, after) = (SqliteAffinity.Of(current), SqliteAffinity.Of(target));
        return FacetAnswer.Different(before == after
            ? $"both have {before} affinity, but are declared differently"
            : $"the affinity changes from {before} to {after}");
    }

    /// <inheritdoc/>
    public override FacetAnswer SameExpression(SqlExpression current, SqlExpression target)
    {
        ArgumentNullException.ThrowIfNull(current);
        ArgumentNullException.ThrowIfNull(target);
        return SqliteExpressionTokens.AreSame(current.Text, target.Text)
            ? FacetAnswer.Same
            : FacetAnswer.Different("the texts differ by more than spelling");
    }

    /// <inheritdoc/>
    public override bool IsBackfillDefault(Column column)
    {
        ArgumentNullException.ThrowIfNull(column);
        return column.Default is { } value && !column.IsNullable && SqliteBackfill.IsBackfill(value.Text);
    }

    /// <inheritdoc/>
    public override string? BackfillValue(Column column, DatabaseSchema schema)
    {
        ArgumentNullException.ThrowIfNull(column);
        return SqliteBackfill.ValueFor(column);
    }

    /// <inheritdoc/>
    internal override string? DistinctValue(Column column, int serverVersion) => SqliteBackfill.DistinctValueFor(column);

    /// <inheritdoc/>
    public override TypeConversion Conversion(Column current, Column target, DatabaseSchema currentSchema, DatabaseSchema targetSchema)
    {
        ArgumentNullException.ThrowIfNull(current);
        ArgumentNullException.ThrowIfNull(target);
        ArgumentNullException.ThrowIfNull(targetSchema);

        // SQLite keeps a value that does not look like the new type as it is: nothing fails, nothing is cut. But a row's own number is a
        // whole one: https://www.sqlite.org/lang_createtable.html#rowid
        var becomesRowId = !IsInteger(current.Type) && IsInteger(target.Type)
            && targetSchema.Tables.Any(table => table.PrimaryKey is { Columns: [var key] }
                && string.Equals(key, target.Name, StringComparison.Ordinal)
                && target.Equals(table.FindColumn(key)));
        return new TypeConversion(Using: null, MayLoseData: false, MayFail: becomesRowId, RewritesTable: true);
    }

    /// <inheritdoc/>
    internal override string? Reform(ValueKind kind, string from, string to, string column, StoreType current, StoreType target)
        => string.Equals(from, to, StringComparison.Ordinal) ? null : SqliteForms.Between(kind, from, to, column, current, target);

    /// <summary>Bytes are made by <c>unhex</c>, which SQLite has since 3.41: https://www.sqlite.org/lang_corefunc.html#unhex</summary>
    internal override bool CanMake(ValueKind kind, string form, string engineVersion)
        => kind != ValueKind.Guid || form != ValueForms.Bytes
            || (Version.TryParse(engineVersion, out var version) && version >= new Version(3, 41));

    /// <summary>https://www.sqlite.org/datatype3.html#type_affinity</summary>
    internal override bool KeepsForeignValues => true;

    /// <inheritdoc/>
    internal override AffinityKind Affinity(StoreType type) => SqliteAffinity.Of(type) switch
    {
        "TEXT" => AffinityKind.Text,
        "BLOB" => AffinityKind.Other,
        _ => AffinityKind.Number,
    };

    private static bool IsInteger(StoreType type) => string.Equals(type.Text.Trim(), "INTEGER", StringComparison.OrdinalIgnoreCase);

    /// <inheritdoc/>
    public override string Quote(string identifier)
    {
        ArgumentNullException.ThrowIfNull(identifier);
        return SqlQuote.Name(identifier);
    }

    /// <summary>A foreign key may refer to a table that does not exist. https://www.sqlite.org/foreignkeys.html#fk_schemacommands</summary>
    internal override bool ForeignKeysNeedTables => false;

    /// <summary>One session writes at a time. https://www.sqlite.org/lockingv3.html</summary>
    internal override bool LocksTables => false;

    /// <inheritdoc/>
    internal override bool ComparesSameTypesOnly => false;

    /// <inheritdoc/>
    internal override Task<IReadOnlyList<Refusal>> FindRefusalsAsync(
        DbConnection connection, NewParts parts, CancellationToken cancellationToken)
        => new SqliteRefusals(this).FindAsync(connection, parts, cancellationToken);

    /// <inheritdoc/>
    internal override Task<IReadOnlyList<MappedObject>> FindMissingAsync(
        DbConnection connection, IReadOnlyList<MappedObject> objects, CancellationToken cancellationToken)
        => SqliteMappedObjects.FindMissingAsync(connection, objects, this, cancellationToken);

    /// <inheritdoc/>
    internal override Task<DatabaseStatistics> ReadStatisticsAsync(
        DbConnection connection, RowCounting counting, CancellationToken cancellationToken)
        => SqliteStatistics.ReadAsync(this, connection, cancellationToken);

    /// <inheritdoc/>
    internal override Task<DatabaseSchema> ReadAsync(DbConnection connection, CancellationToken cancellationToken)
        => SqliteReader.ReadAsync(connection, cancellationToken);

    /// <inheritdoc/>
    internal override Task<IReadOnlyList<TableDefinition>> ReadDefinitionsAsync(
        DbConnection connection, CancellationToken cancellationToken) => SqliteDefinitions.ReadAsync(connection, cancellationToken);

    /// <inheritdoc/>
    internal override Task<OtherObjects> ReadOtherObjectsAsync(DbConnection connection, CancellationToken cancellationToken)
        => SqliteOtherObjects.ReadAsync(connection, cancellationToken);

    /// <inheritdoc/>
    internal override Task<NormalisedSchemas> NormaliseAsync(
        DbConnection connection, DatabaseSchema current, DatabaseSchema target, CancellationToken cancellationToken)
        => Task.FromResult(new NormalisedSchemas(current, target, Refusal: null));

    // Quotes around a declared type's words are spelling, as they are around any name: https://www.sqlite.org/lang_keywords.html
    private static string Compact(string type)
        => string.Concat(type.Where(character => !char.IsWhiteSpace(character) && character is not ('"' or '[' or ']' or '`')));

    /// <inheritdoc/>
    internal override DocumentSql Documents { get; } = new SqliteDocuments();
}
