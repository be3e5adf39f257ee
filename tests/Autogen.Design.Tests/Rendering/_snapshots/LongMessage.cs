using Autogen;
using Microsoft.EntityFrameworkCore.Migrations;

namespace Shop.Revisions;

/// <summary>a message that goes on and on a message that goes on and on a message that goes on and on a message that goes on and on a message that goes on and on a message that goes on and on a message that goes on and on a message that goes on and on</summary>
[Revision("ae1027a6acf0", Revises = "1975ea83b712", Created = "2026-11-20T19:54:04Z")]
public sealed class AMessageThatGoesOnAndOnAMessageThatGoesOnAndOnAMessageThatGoesOnAndOnAMessage : Revision
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
