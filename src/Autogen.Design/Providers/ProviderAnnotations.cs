using Autogen.Schema.Dialects;
using Autogen.Schema.Objects;
using Microsoft.EntityFrameworkCore.Migrations.Operations;

namespace Autogen.Design.Planning.Providers;

/// <summary>
/// The words by which an EF Core provider is told, in annotations of operations, what EF Core itself has no property for. A provider is not
/// referenced: its annotations are known by name.
/// </summary>
internal abstract class ProviderAnnotations
{
    /// <summary>The words of a dialect's provider; a provider that is not known has none.</summary>
    public static ProviderAnnotations Of(Dialect dialect) => dialect.ProviderName switch
    {
        NpgsqlAnnotations.ProviderName => new NpgsqlAnnotations(),
        SqliteAnnotations.ProviderName => new SqliteAnnotations(),
        _ => new NoAnnotations(),
    };

    /// <summary>Says how a column numbers the rows.</summary>
    public abstract void AddIdentity(ColumnOperation operation, Column column);

    /// <summary>Says what of a table EF Core has no property for.</summary>
    public abstract void AddTable(TableOperation operation, Table table);

    /// <summary>Says what of an index EF Core has no property for.</summary>
    public abstract void AddIndex(CreateIndexOperation operation, TableIndex index, bool concurrently);

    /// <summary>Whether the provider can say all of an index; else it is written as SQL.</summary>
    public abstract bool CanSay(TableIndex index);

    /// <summary>The operation that creates an enumerated type, or <see langword="null"/> if the provider can't say it.</summary>
    public virtual AlterDatabaseOperation? CreateEnumType(EnumType type) => null;

    /// <summary>The operation that creates an extension, or <see langword="null"/> if the provider can't say it.</summary>
    public virtual AlterDatabaseOperation? CreateExtension(Extension extension) => null;

    /// <summary>Whether an annotation of the model may be handed on: some are only understood beside a model.</summary>
    public virtual bool IsCarried(string annotation) => true;

    private sealed class NoAnnotations : ProviderAnnotations
    {
        public override void AddIdentity(ColumnOperation operation, Column column)
        {
        }

        public override void AddTable(TableOperation operation, Table table)
        {
        }

        public override void AddIndex(CreateIndexOperation operation, TableIndex index, bool concurrently)
        {
        }

        public override bool CanSay(TableIndex index) => index.Parts.All(part => part.Column is not null);
    }
}
