using Autogen;
using Microsoft.EntityFrameworkCore.Migrations;

namespace Shop.Revisions;

/// <summary>alter, rename and drop tables</summary>
[Revision("ae1027a6acf0", Revises = "1975ea83b712", Created = "2026-11-20T19:54:04Z")]
public sealed class AlterRenameAndDropTables : Revision
{
    /// <inheritdoc/>
    public override void Upgrade(MigrationBuilder op)
    {
        op.AlterTable(name: "customers", comment: "who buys", oldComment: "who bought");

        op.AlterTable(name: "events", schema: "log")
            .Annotation("Npgsql:UnloggedTable", true)
            .OldAnnotation("Npgsql:StorageParameter:fillfactor", 70);

        op.RenameTable(name: "customer", newName: "customers");
        op.RenameTable(name: "customers", schema: "public", newName: "customers", newSchema: "sales");
        op.DropTable(name: "faxes");
        op.DropTable(name: "faxes", schema: "archive");
    }

    /// <inheritdoc/>
    public override void Downgrade(MigrationBuilder op)
    {
    }
}
