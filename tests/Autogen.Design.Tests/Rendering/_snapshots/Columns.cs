using System;
using Autogen;
using Microsoft.EntityFrameworkCore.Migrations;
using Npgsql.EntityFrameworkCore.PostgreSQL.Metadata;

namespace Shop.Revisions;

/// <summary>add, rename and drop columns</summary>
[Revision("ae1027a6acf0", Revises = "1975ea83b712", Created = "2026-11-20T19:54:04Z")]
public sealed class AddRenameAndDropColumns : Revision
{
    /// <inheritdoc/>
    public override void Upgrade(MigrationBuilder op)
    {
        op.AddColumn<string>(name: "fax", table: "customers", type: "text", nullable: true);

        op.AddColumn<DateTime>(
            name: "created",
            schema: "sales",
            table: "customers",
            type: "timestamp with time zone",
            nullable: false,
            defaultValueSql: "now()");

        op.AddColumn<int>(name: "id", table: "log", type: "integer", nullable: false)
            .Annotation("Npgsql:IdentitySequenceOptions", "'100', '1', '', '', 'False', '1'")
            .Annotation("Npgsql:ValueGenerationStrategy", NpgsqlValueGenerationStrategy.IdentityAlwaysColumn);

        op.RenameColumn(name: "fax", table: "customers", newName: "telefax");
        op.RenameColumn(name: "fax", schema: "sales", table: "customers", newName: "telefax");
        op.DropColumn(name: "telefax", table: "customers");
        op.DropColumn(name: "telefax", schema: "sales", table: "customers");
    }

    /// <inheritdoc/>
    public override void Downgrade(MigrationBuilder op)
    {
    }
}
