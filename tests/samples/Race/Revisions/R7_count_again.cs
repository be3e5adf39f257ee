using Autogen;
using Microsoft.EntityFrameworkCore.Migrations;

namespace Race.Revisions;

[Revision("race00000007", Revises = "race00000006")]
internal sealed class CountAgain : Revision
{
    public override void Upgrade(MigrationBuilder op)
    {
        op.Sql("INSERT INTO ledger VALUES ('race00000007')");
        op.Backfill("counters", "id", "n = n + 1, total = total + 1", batchSize: 100, pause: TimeSpan.FromMilliseconds(5));
        op.Autocommit(inner => inner.Sql("DROP INDEX CONCURRENTLY ix_counters_runs"));
        op.Backfill("lines", "id", "n = n + 1", batchSize: 500);
    }

    public override void Downgrade(MigrationBuilder op) => throw new NotSupportedException("A race goes one way.");
}
