using Autogen;
using Microsoft.EntityFrameworkCore.Migrations;

namespace Race.Revisions;

[Revision("race00000006", Revises = "race00000005")]
internal sealed class AddLines : Revision
{
    public override void Upgrade(MigrationBuilder op)
    {
        op.Sql("INSERT INTO ledger VALUES ('race00000006')");
        op.AddColumn<int>("total", "counters", nullable: false, defaultValue: 0);
        op.AddCheckConstraint("ck_counters_n", "counters", "n >= 0");
        op.Sql("CREATE TABLE lines (id integer PRIMARY KEY REFERENCES counters, n integer NOT NULL)");
        op.Sql("INSERT INTO lines SELECT id, 0 FROM counters");
    }

    public override void Downgrade(MigrationBuilder op) => throw new NotSupportedException("A race goes one way.");
}
