using Autogen;
using Microsoft.EntityFrameworkCore.Migrations;

namespace Shop.Revisions;

/// <summary>drop what nobody needs</summary>
[Revision("ae1027a6acf0", Revises = "1975ea83b712", Created = "2026-11-20T19:54:04Z")]
public sealed class DropWhatNobodyNeeds : Revision
{
    /// <inheritdoc/>
    public override void Upgrade(MigrationBuilder op)
    {
        // Drops column 'customers.fax' and what is in it.
        op.DropColumn(name: "fax", table: "customers");

        // Drops table 'archive.faxes' and its 1,204 rows.
        // May be a rename to 'archive.messages'?
        // A name with a line end and \u202E a turned */ text.
        op.DropTable(name: "faxes", schema: "archive");

        op.DropIndex(name: "ix_a", table: "a");
        op.DropIndex(name: "ix_b", table: "b");
    }

    /// <inheritdoc/>
    public override void Downgrade(MigrationBuilder op)
    {
        // Data is not given back.
        op.Sql("SELECT 1");
    }
}
