using Autogen;
using Microsoft.EntityFrameworkCore.Migrations;

namespace Race.Revisions;

[Revision("race00000005", Revises = "race00000004")]
internal sealed class MakeIndexes : Revision
{
    public override void Upgrade(MigrationBuilder op)
    {
        op.Sql("INSERT INTO ledger VALUES ('race00000005')");
        op.Sql("UPDATE counters SET mood = 'glad' WHERE id % 2 = 0");
        op.Autocommit(inner =>
        {
            inner.Sql("CREATE INDEX CONCURRENTLY ix_counters_n ON counters (n)");
            inner.Sql("CREATE INDEX CONCURRENTLY ix_counters_runs ON counters (runs)");
        });
    }

    public override void Downgrade(MigrationBuilder op) => throw new NotSupportedException("A race goes one way.");
}
