using Autogen;
using Microsoft.EntityFrameworkCore.Migrations;
using Npgsql.EntityFrameworkCore.PostgreSQL.Metadata;

namespace Tenants.Revisions;

/// <summary>create orders</summary>
[Revision("1b4e28ba2fa1")]
public sealed class CreateOrders : Revision
{
    /// <inheritdoc/>
    public override void Upgrade(MigrationBuilder op)
        => op.CreateTable(
            "Orders",
            table => new
            {
                Id = table.Column<int>("integer")
                    .Annotation("Npgsql:ValueGenerationStrategy", NpgsqlValueGenerationStrategy.IdentityByDefaultColumn),
            },
            constraints: table => table.PrimaryKey("PK_Orders", order => order.Id));

    /// <inheritdoc/>
    public override void Downgrade(MigrationBuilder op) => op.DropTable("Orders");
}
