using Autogen;
using Microsoft.EntityFrameworkCore.Migrations;

namespace Shop.Revisions;

/// <summary>merge billing and catalogue</summary>
[Revision(
    "ae1027a6acf0",
    Revises = new[] { "1975ea83b712", "27c6a30d7c24" },
    Branch = "billing",
    DependsOn = new[] { "3ac8e1b29f04", "catalogue" },
    Created = "2026-11-20T19:54:04Z")]
public sealed class MergeBillingAndCatalogue : Revision
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
