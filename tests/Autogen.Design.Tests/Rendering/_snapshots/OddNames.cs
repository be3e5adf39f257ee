using Autogen;
using Microsoft.EntityFrameworkCore.Migrations;

namespace Shop.Revisions;

/// <summary>odd names</summary>
[Revision("ae1027a6acf0", Revises = "1975ea83b712", Created = "2026-11-20T19:54:04Z")]
public sealed class OddNames : Revision
{
    /// <inheritdoc/>
    public override void Upgrade(MigrationBuilder op)
    {
        op.DropTable(name: "Order Details", schema: "My \"Schema\"");
        op.RenameColumn(name: "select", schema: "group", table: "from", newName: "order by");

        op.DropIndex(
            name: """
                ix
                line
                """,
            table: "tab\tle");

        op.AddPrimaryKey(name: "pk ünï 😀", table: "漢字", columns: ["""a"b""", """c\d"""]);
    }

    /// <inheritdoc/>
    public override void Downgrade(MigrationBuilder op)
    {
    }
}
