using Microsoft.EntityFrameworkCore.Migrations;

namespace Autogen.Torture.Stalls;

/// <summary>Needs ACCESS EXCLUSIVE on a table that is in use.</summary>
[Revision("stall0000001")]
internal sealed class StallRevision : Revision
{
    /// <summary>The statement.</summary>
    public const string Ddl = "ALTER TABLE orders ADD note text";

    /// <inheritdoc/>
    public override void Upgrade(MigrationBuilder op) => op.Sql(Ddl);

    /// <inheritdoc/>
    public override void Downgrade(MigrationBuilder op) => op.Sql("ALTER TABLE orders DROP note");
}
