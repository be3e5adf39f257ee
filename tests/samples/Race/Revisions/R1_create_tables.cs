using Autogen;
using Microsoft.EntityFrameworkCore.Migrations;

namespace Race.Revisions;

[Revision("race00000001")]
internal sealed class CreateTables : Revision
{
    /// <summary>Rows that every backfill changes; as many batches of 100 as it takes.</summary>
    public const int Rows = 3000;

    public override void Upgrade(MigrationBuilder op)
    {
        op.Sql("CREATE TABLE ledger (revision text NOT NULL)");
        op.Sql("CREATE TYPE mood AS ENUM ('sad')");
        op.Sql("CREATE TABLE counters (id integer PRIMARY KEY, n integer NOT NULL, runs integer NOT NULL, mood mood NOT NULL)");
        op.Sql($"INSERT INTO counters SELECT id, 0, 0, 'sad' FROM generate_series(1, {Rows}) AS id");
        op.Sql("INSERT INTO ledger VALUES ('race00000001')");
    }

    public override void Downgrade(MigrationBuilder op) => throw new NotSupportedException("A race goes one way.");
}
