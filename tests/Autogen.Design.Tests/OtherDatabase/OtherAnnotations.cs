using Autogen.Design.Providers;
using Autogen.Design.Providers.Sqlite;
using Autogen.Schema.Objects;
using Microsoft.EntityFrameworkCore.Metadata;
using Microsoft.EntityFrameworkCore.Migrations.Operations;

namespace Autogen.Design.Tests.OtherDatabase;

/// <summary>The words of the provider: those of the engine's own.</summary>
internal sealed class OtherAnnotations : ProviderAnnotations
{
    private readonly SqliteAnnotations words = new();

    public override string ProviderName => OtherDatabase.ProviderName;

    public override string Prefix => words.Prefix;

    public override void AddNumbering(AddPrimaryKeyOperation operation) => words.AddNumbering(operation);

    public override bool Knows(string annotation) => words.Knows(annotation);

    public override Identity? Identity(IColumn column) => words.Identity(column);

    public override void AddIdentity(ColumnOperation operation, Column column) => words.AddIdentity(operation, column);

    public override bool IsConstant(object value) => words.IsConstant(value);

    public override bool CanSay(TableIndex index) => words.CanSay(index);
}
