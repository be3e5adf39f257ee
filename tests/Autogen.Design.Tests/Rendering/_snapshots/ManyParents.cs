using Autogen;
using Microsoft.EntityFrameworkCore.Migrations;

namespace Shop.Revisions;

/// <summary>merge everything</summary>
[Revision(
    "ae1027a6acf0",
    Revises = new[] { "1975ea83b712", "27c6a30d7c24", "3ac8e1b29f04", "4d1f09be7712", "5e2a1bcf8823", "6f3b2cd09934" },
    Created = "2026-11-20T19:54:04Z")]
public sealed class MergeEverything : Revision
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
