using Autogen;
using Microsoft.EntityFrameworkCore.Migrations;

namespace Shop.Revisions;

/// <summary>an application with a Revision of its own</summary>
[Revision("ae1027a6acf0", Revises = "1975ea83b712", Created = "2026-11-20T19:54:04Z")]
public sealed class AnApplicationWithARevisionOfItsOwn : global::Autogen.Revision
{
    /// <inheritdoc/>
    public override void Upgrade(global::Microsoft.EntityFrameworkCore.Migrations.MigrationBuilder op)
    {
        op.InsertData(table: "t", column: "a", value: new global::System.Guid("00000000-0000-0000-0000-000000000000"));
    }

    /// <inheritdoc/>
    public override void Downgrade(global::Microsoft.EntityFrameworkCore.Migrations.MigrationBuilder op)
    {
    }
}
