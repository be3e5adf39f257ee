using Microsoft.EntityFrameworkCore.Migrations;

namespace Autogen.EntityFrameworkCore.Tests.UpgradingElsewhere;

/// <summary>A revision of another context; its namespace begins as that of the others does, and is another.</summary>
[Revision("elsewhere000")]
internal sealed class ElsewhereRevision : Revision
{
    public override void Upgrade(MigrationBuilder op) => op.Sql("CREATE TABLE elsewhere (id integer)");

    public override void Downgrade(MigrationBuilder op) => op.Sql("DROP TABLE elsewhere");
}
