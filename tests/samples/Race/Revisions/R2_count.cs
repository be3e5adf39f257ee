using Autogen;
using Microsoft.EntityFrameworkCore.Migrations;

namespace Race.Revisions;

[Revision("race00000002", Revises = "race00000001")]
internal sealed class CountEachRow : Revision
{
    public override void Upgrade(MigrationBuilder op)
    {
        op.Sql("INSERT INTO ledger VALUES ('race00000002')");
        op.Backfill("counters", "id", "n = n + 1", batchSize: 100, pause: TimeSpan.FromMilliseconds(5));
    }

    public override void Downgrade(MigrationBuilder op) => throw new NotSupportedException("A race goes one way.");
}
