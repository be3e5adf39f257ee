using Autogen;
using Microsoft.EntityFrameworkCore.Migrations;

namespace Shop.Revisions;

/// <summary>small tables</summary>
[Revision("ae1027a6acf0", Revises = "1975ea83b712", Created = "2026-11-20T19:54:04Z")]
public sealed class SmallTables : Revision
{
    /// <inheritdoc/>
    public override void Upgrade(MigrationBuilder op)
    {
        op.CreateTable(
            name: "tags",
            columns: table => new
            {
                name = table.Column<string>(type: "text", nullable: false),
            },
            constraints: table => table.PrimaryKey("pk_tags", x => x.name));

        op.CreateTable(
            name: "bare",
            columns: table => new
            {
                value = table.Column<int>(nullable: false),
            });

        op.CreateTable(name: "nothing", columns: table => new { });
    }

    /// <inheritdoc/>
    public override void Downgrade(MigrationBuilder op)
    {
    }
}
