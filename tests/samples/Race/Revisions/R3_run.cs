using Autogen;
using Microsoft.EntityFrameworkCore.Migrations;

namespace Race.Revisions;

[Revision("race00000003", Revises = "race00000002")]
internal sealed class RunCode : Revision
{
    public override void Upgrade(MigrationBuilder op)
    {
        op.Sql("INSERT INTO ledger VALUES ('race00000003')");
        op.Run(async (connection, cancellationToken) =>
        {
            using var command = connection.CreateCommand();
            command.CommandText = "UPDATE counters SET runs = runs + 1";
            await command.ExecuteNonQueryAsync(cancellationToken);
        });
    }

    public override void Downgrade(MigrationBuilder op) => throw new NotSupportedException("A race goes one way.");
}
