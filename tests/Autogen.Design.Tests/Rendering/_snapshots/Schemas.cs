using Autogen;
using Microsoft.EntityFrameworkCore.Migrations;

namespace Shop.Revisions;

/// <summary>schemas and types</summary>
[Revision("ae1027a6acf0", Revises = "1975ea83b712", Created = "2026-11-20T19:54:04Z")]
public sealed class SchemasAndTypes : Revision
{
    /// <inheritdoc/>
    public override void Upgrade(MigrationBuilder op)
    {
        op.EnsureSchema(name: "sales");

        op.AlterDatabase(collation: "de-x-icu", oldCollation: "C")
            .Annotation("Npgsql:Enum:sales.mood", "happy,ok,sad")
            .Annotation("Npgsql:PostgresExtension:citext", ",,")
            .OldAnnotation("Npgsql:Enum:sales.mood", "happy,sad");
    }

    /// <inheritdoc/>
    public override void Downgrade(MigrationBuilder op) => op.DropSchema(name: "sales");
}
