using Autogen;
using Microsoft.EntityFrameworkCore.Migrations;

namespace Race.Revisions;

[Revision("race00000004", Revises = "race00000003")]
internal sealed class AddLabels : Revision
{
    public override void Upgrade(MigrationBuilder op)
    {
        op.Sql("INSERT INTO ledger VALUES ('race00000004')");
        op.Autocommit(inner =>
        {
            inner.Sql("ALTER TYPE mood ADD VALUE 'ok'");
            inner.Sql("ALTER TYPE mood ADD VALUE 'glad'");
        });
    }

    public override void Downgrade(MigrationBuilder op) => throw new NotSupportedException("A race goes one way.");
}
