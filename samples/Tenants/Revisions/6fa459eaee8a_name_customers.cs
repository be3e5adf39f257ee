using Autogen;
using Microsoft.EntityFrameworkCore.Migrations;

namespace Tenants.Revisions;

/// <summary>name customers</summary>
[Revision("6fa459eaee8a", Revises = "1b4e28ba2fa1")]
public sealed class NameCustomers : Revision
{
    /// <inheritdoc/>
    public override void Upgrade(MigrationBuilder op)
        => op.AddColumn<string>("Customer", "Orders", "text", nullable: false, defaultValue: "");

    /// <inheritdoc/>
    public override void Downgrade(MigrationBuilder op) => op.DropColumn("Customer", "Orders");
}
