using Autogen;
using Microsoft.EntityFrameworkCore.Migrations;

namespace Shop.Revisions;

/// <summary>a table a type</summary>
[Revision("moved0000001", Revises = "first0000001", Created = "1970-01-01T00:00:00Z")]
public sealed class ATableAType : Revision
{
    /// <inheritdoc/>
    public override void Upgrade(MigrationBuilder op)
    {
        op.CreateTable(
            name: "cats",
            columns: table => new
            {
                id = table.Column<int>(type: "integer", nullable: false),
                lives = table.Column<int>(type: "integer", nullable: false),
            },
            constraints: table =>
            {
                table.PrimaryKey("pk_cats", x => x.id);
                table.ForeignKey(name: "fk", column: x => x.id, principalTable: "animals", principalColumn: "id");
            });

        op.Sql(
            """
            INSERT INTO "cats" ("id", "lives")
            SELECT s."id", s."lives"
            FROM "animals" AS s
            WHERE s."kind" = 'Cat';
            """);

        // Drops column 'animals.kind': what was in it has been moved to 'cats'.
        op.DropColumn(name: "kind", table: "animals");

        // Drops column 'animals.lives': what was in it has been moved to 'cats'.
        op.DropColumn(name: "lives", table: "animals");
    }

    /// <inheritdoc/>
    public override void Downgrade(MigrationBuilder op)
    {
        op.AddColumn<string>(name: "kind", table: "animals", type: "text", nullable: true);
        op.AddColumn<int>(name: "lives", table: "animals", type: "integer", nullable: true);

        op.Sql(
            """
            UPDATE "animals" AS t SET "kind" = 'Animal'
            WHERE NOT EXISTS (SELECT 1 FROM "cats" AS d WHERE d."id" = t."id") AND t."kind" IS NULL;
            """);

        op.Sql(
            """
            UPDATE "animals" AS t SET "lives" = s1."lives"
            FROM "cats" AS s1
            WHERE s1."id" = t."id";
            """);

        op.Sql(
            """
            UPDATE "animals" AS t SET "kind" = 'Cat'
            WHERE EXISTS (SELECT 1 FROM "cats" AS s WHERE s."id" = t."id") AND t."kind" IS NULL;
            """);

        // Drops table 'cats': its rows have been moved to 'animals'.
        op.DropTable(name: "cats");

        // Sets rows of 'animals' that got no value in 'kind' to ''.
        op.FillColumn(table: "animals", column: "kind", value: "''");

        // Locks table 'animals' while 'animals.kind' is checked in all its rows.
        op.AlterColumn<string>(name: "kind", table: "animals", type: "text", nullable: false, oldType: "text", oldNullable: true);
    }
}
