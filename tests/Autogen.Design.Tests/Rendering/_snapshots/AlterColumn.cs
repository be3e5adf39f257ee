using Autogen;
using Microsoft.EntityFrameworkCore.Migrations;
using Npgsql.EntityFrameworkCore.PostgreSQL.Metadata;

namespace Shop.Revisions;

/// <summary>alter columns</summary>
[Revision("ae1027a6acf0", Revises = "1975ea83b712", Created = "2026-11-20T19:54:04Z")]
public sealed class AlterColumns : Revision
{
    /// <inheritdoc/>
    public override void Upgrade(MigrationBuilder op)
    {
        op.AlterColumn<string>(
            name: "name",
            table: "customers",
            type: "character varying(200)",
            maxLength: 200,
            nullable: false,
            oldType: "character varying(100)",
            oldMaxLength: 100);

        op.AlterColumn<decimal>(
            name: "price",
            schema: "sales",
            table: "articles",
            type: "numeric(18,4)",
            unicode: true,
            fixedLength: false,
            maxLength: 5,
            precision: 18,
            scale: 4,
            rowVersion: true,
            nullable: true,
            defaultValue: 1.50m,
            defaultValueSql: "1.5",
            computedColumnSql: "a + b",
            stored: true,
            collation: "de-x-icu",
            comment: "net",
            oldClrType: typeof(string),
            oldType: "text",
            oldUnicode: false,
            oldFixedLength: true,
            oldMaxLength: 4,
            oldPrecision: 17,
            oldScale: 3,
            oldRowVersion: true,
            oldNullable: true,
            oldDefaultValue: "x",
            oldDefaultValueSql: "'x'",
            oldComputedColumnSql: "a || b",
            oldStored: false,
            oldCollation: "C",
            oldComment: "gross");

        op.AlterColumn<long>(name: "id", table: "t", type: "bigint", nullable: false, oldClrType: typeof(int), oldType: "integer")
            .Annotation("Npgsql:ValueGenerationStrategy", NpgsqlValueGenerationStrategy.IdentityByDefaultColumn)
            .OldAnnotation("Npgsql:ValueGenerationStrategy", NpgsqlValueGenerationStrategy.SerialColumn);
    }

    /// <inheritdoc/>
    public override void Downgrade(MigrationBuilder op)
    {
    }
}
