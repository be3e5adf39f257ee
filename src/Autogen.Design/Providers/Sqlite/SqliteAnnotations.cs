using Autogen.Schema.Objects;
using Microsoft.EntityFrameworkCore.Migrations.Operations;

namespace Autogen.Design.Planning.Providers;

/// <summary>The annotations of EF Core's SQLite provider.</summary>
internal sealed class SqliteAnnotations : ProviderAnnotations
{
    public const string ProviderName = "Microsoft.EntityFrameworkCore.Sqlite";

    /// <inheritdoc/>
    public override void AddIdentity(ColumnOperation operation, Column column)
    {
        if (column.Identity?.Kind == IdentityKind.Autoincrement)
            operation.AddAnnotation("Sqlite:Autoincrement", true);
    }

    /// <inheritdoc/>
    public override void AddTable(TableOperation operation, Table table)
    {
    }

    /// <inheritdoc/>
    public override void AddIndex(CreateIndexOperation operation, TableIndex index, bool concurrently)
    {
    }

    /// <inheritdoc/>
    public override bool CanSay(TableIndex index) => index.Parts.All(part => part is { Column: not null, Collation: null });
}
