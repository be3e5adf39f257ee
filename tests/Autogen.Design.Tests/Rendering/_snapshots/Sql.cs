using Autogen;
using Microsoft.EntityFrameworkCore.Migrations;

namespace Shop.Revisions;

/// <summary>views and such</summary>
[Revision("ae1027a6acf0", Revises = "1975ea83b712", Created = "2026-11-20T19:54:04Z")]
public sealed class ViewsAndSuch : Revision
{
    /// <inheritdoc/>
    public override void Upgrade(MigrationBuilder op)
    {
        op.Sql("DROP VIEW v");
        op.Sql("""ALTER TABLE "Orders" ENABLE ROW LEVEL SECURITY""");

        op.Sql(
            """"
            CREATE VIEW "v" AS
                SELECT 'a"""b' AS x

                FROM "t"

            """");

        op.Sql("CREATE INDEX CONCURRENTLY ix ON t (a)", suppressTransaction: true);

        op.Sql(
            """
            SELECT 1;
            SELECT 2
            """,
            suppressTransaction: true);

        op.Sql("\"edge\"");

        op.Sql(
            "SELECT 'carriage\r\n" +
            "return'");

        op.Sql("SELECT 'C:\\temp', '\u202eturned'");

        op.Sql(
            """
              
            	indented
              

            """);

        op.Sql(
            "SELECT '012345678901234567890123456789012345678901234567890123456789012345678901234567890123456789012345678901234567890123456789012345678901234567890123456789'",
            suppressTransaction: true);
    }

    /// <inheritdoc/>
    public override void Downgrade(MigrationBuilder op)
    {
    }
}
