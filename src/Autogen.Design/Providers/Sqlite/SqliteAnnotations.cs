using Autogen.Schema.Objects;
using Microsoft.EntityFrameworkCore.Metadata;
using Microsoft.EntityFrameworkCore.Migrations.Operations;

namespace Autogen.Design.Providers.Sqlite;

/// <summary>The annotations of EF Core's SQLite provider.</summary>
internal sealed class SqliteAnnotations : ProviderAnnotations
{
    private const string Autoincrement = "Sqlite:Autoincrement";

    /// <inheritdoc/>
    public override string ProviderName => "Microsoft.EntityFrameworkCore.Sqlite";

    /// <inheritdoc/>
    public override bool Knows(string annotation) => annotation == Autoincrement;

    /// <inheritdoc/>
    public override Identity? Identity(IColumn column)
        => column.FindAnnotation(Autoincrement)?.Value is true ? new Identity(IdentityKind.Autoincrement) : null;

    /// <inheritdoc/>
    public override void AddIdentity(ColumnOperation operation, Column column)
    {
        if (column.Identity?.Kind == IdentityKind.Autoincrement)
            operation.AddAnnotation(Autoincrement, true);
    }

    /// <inheritdoc/>
    public override bool CanSay(TableIndex index) => index.Parts.All(part => part is { Column: not null, Collation: null });
}
