using Autogen;
using Microsoft.EntityFrameworkCore.Migrations;

namespace Shop.@event.Revisions;

/// <summary>keyword in the namespace</summary>
[Revision("ae1027a6acf0", Revises = "1975ea83b712", Created = "2026-11-20T19:54:04Z")]
public sealed class KeywordInTheNamespace : Revision
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
