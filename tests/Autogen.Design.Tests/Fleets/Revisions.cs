using Microsoft.EntityFrameworkCore.Migrations;

namespace Autogen.Design.Tests.Fleets.Revisions;

/// <summary>What a test lets the second revision do to a database, by its name in the catalogue or its file.</summary>
internal static class Second
{
    /// <summary>Runs in the transaction of the revision.</summary>
    public static AsyncLocal<Func<System.Data.Common.DbConnection, CancellationToken, Task>?> Value { get; } = new();
}

[Revision("fleet0000001")]
internal sealed class CreateItems : Revision
{
    public override void Upgrade(MigrationBuilder op)
        => op.CreateTable(
            "items", table => new { id = table.Column<int>() }, constraints: table => table.PrimaryKey("pk_items", item => item.id));

    public override void Downgrade(MigrationBuilder op) => op.DropTable("items");
}

[Revision("fleet0000002", Revises = "fleet0000001")]
internal sealed class AddName : Revision
{
    public override void Upgrade(MigrationBuilder op)
    {
        op.AddColumn<string>("name", "items", nullable: true);
        op.Run((connection, cancellationToken) => Second.Value.Value?.Invoke(connection, cancellationToken) ?? Task.CompletedTask);
    }

    public override void Downgrade(MigrationBuilder op) => op.DropColumn("name", "items");
}
