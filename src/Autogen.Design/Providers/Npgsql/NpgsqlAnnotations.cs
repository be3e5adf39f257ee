using Autogen.Schema.Dialects;
using Autogen.Schema.Objects;
using Autogen.Schema.Refusals;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Metadata;
using Microsoft.EntityFrameworkCore.Migrations.Operations;

namespace Autogen.Design.Providers.Npgsql;

/// <summary>The annotations of Npgsql's EF Core provider.</summary>
internal sealed class NpgsqlAnnotations : ProviderAnnotations
{
    /// <summary>The provider's name, and its assembly's.</summary>
    public const string Provider = "Npgsql.EntityFrameworkCore.PostgreSQL";

    /// <summary>Where its enumerations are.</summary>
    public const string Metadata = Provider + ".Metadata.";

    /// <inheritdoc/>
    public override string ProviderName => Provider;

    /// <inheritdoc/>
    public override string Prefix => "Npgsql:";

    /// <inheritdoc/>
    public override bool Knows(string annotation) => NpgsqlNames.Has(annotation);

    /// <summary>What Npgsql computes from the columns of the model is, in operations, the text of an expression.</summary>
    public override bool IsCarried(string annotation) => !annotation.StartsWith("Npgsql:TsVector", StringComparison.Ordinal);

    /// <inheritdoc/>
    public override Identity? Identity(IColumn column) => NpgsqlIdentity.Read(column);

    /// <summary>The provider writes an identity and leaves the default out; of a serial it writes both, which the server refuses.</summary>
    public override bool WritesDefaultBeside(Identity identity) => identity.Kind == IdentityKind.Serial;

    /// <inheritdoc/>
    public override (string? Schema, string Name)? KeySequence(IColumn column) => NpgsqlIdentity.KeySequence(column);

    /// <inheritdoc/>
    public override void AddIdentity(ColumnOperation operation, Column column) => NpgsqlIdentity.Write(operation, column);

    /// <inheritdoc/>
    public override bool HasType(Type type) => type.Namespace?.StartsWith("NpgsqlTypes", StringComparison.Ordinal) == true;

    /// <inheritdoc/>
    public override GeneratedColumn? Generated(IColumn column, Dialect dialect) => TextSearch.Of(column, dialect);

    /// <inheritdoc/>
    public override bool IsSystemColumn(IColumn column) => SystemColumns.Has(column.Name);

    /// <summary>PostgreSQL before 18 can only store.</summary>
    public override bool StoresComputedColumns(DbContext context) => ServerVersion(context) is not >= 18;

    /// <inheritdoc/>
    public override bool MapsEnumsToLabels => true;

    /// <inheritdoc/>
    public override TableWords TableWords(ITable table) => NpgsqlTables.Read(table);

    /// <inheritdoc/>
    public override void AddTable(TableOperation operation, Table table) => NpgsqlTables.Write(operation, table);

    /// <inheritdoc/>
    public override IndexWords IndexWords(ITableIndex index, Dialect dialect) => NpgsqlIndexes.Read(index, dialect);

    /// <inheritdoc/>
    public override void AddIndex(CreateIndexOperation operation, TableIndex index, bool concurrently)
        => NpgsqlIndexes.Write(operation, index, concurrently);

    /// <inheritdoc/>
    public override bool CanSay(TableIndex index) => NpgsqlIndexes.CanWrite(index);

    /// <inheritdoc/>
    public override IEnumerable<T> Read<T>(IEnumerable<IAnnotation> annotations, Dialect dialect)
        => NpgsqlTypes.Read<T>(annotations, dialect);

    /// <inheritdoc/>
    public override AlterDatabaseOperation? CreateEnumType(EnumType type) => NpgsqlTypes.Create(type);

    /// <inheritdoc/>
    public override AlterDatabaseOperation? CreateExtension(Extension extension) => NpgsqlTypes.Create(extension);

    /// <summary>What <c>SetPostgresVersion</c> says, 14 without it: its SQL goes by that, not by the server.</summary>
    public override int? ServerVersion(DbContext context)
        => context.GetService<IDbContextOptions>().Extensions
            .Select(extension => extension.GetType().GetProperty("PostgresVersion")?.GetValue(extension) as Version)
            .FirstOrDefault(version => version is not null)?.Major;

    /// <inheritdoc/>
    public override IEnumerable<Refusal> Refusals(DbContext context, NewParts parts)
    {
        var version = ServerVersion(context);
        return from table in parts.Tables
               from column in table.Columns
               where parts.Has(table, column)
               let reason = ReasonToRefuse(column, version)
               where reason is not null
               select new Refusal(table.Name, ObjectKind.Column, column.Name, reason);
    }

    private static string? ReasonToRefuse(Column column, int? version) => column switch
    {
        { Generated.IsStored: false } when version is < 18
            => $"Npgsql takes the server for PostgreSQL {version}, which has no virtual generated columns: "
                + "tell it the version (UseNpgsql(…, npgsql => npgsql.SetPostgresVersion(18, 0)))",
        { Identity.Kind: IdentityKind.Serial, Default: { } value }
            => $"a serial column has a default of its own, and the model gives it the default {value.Text}, too: "
                + "take out UseSerialColumn or the default",
        _ => null,
    };
}
