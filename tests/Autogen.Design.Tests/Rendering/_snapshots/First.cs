using Autogen;
using Microsoft.EntityFrameworkCore.Migrations;

namespace Shop.Revisions;

/// <summary>create customers</summary>
[Revision("ae1027a6acf0", Created = "2026-11-20T19:54:04Z")]
public sealed class CreateCustomers : Revision
{
    /// <inheritdoc/>
    public override void Upgrade(MigrationBuilder op)
    {
    }

    /// <inheritdoc/>
    public override void Downgrade(MigrationBuilder op)
    {
    }
}
