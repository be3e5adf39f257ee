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
    public override string Prefix => "Sqlite:";

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
    public override void AddNumbering(AddPrimaryKeyOperation operation) => operation.AddAnnotation(Autoincrement, true);

    /// <summary>EF Core puts lines together by calls of CHAR, which SQLite takes for no constant when it adds a column.</summary>
    public override bool IsConstant(object value)
        => value is string text ? text.AsSpan().IndexOfAny('\r', '\n') < 0 : value is not ('\r' or '\n');

    /// <inheritdoc/>
    public override bool CanSay(TableIndex index) => index.Parts.All(part => part is { Column: not null, Collation: null });
}
