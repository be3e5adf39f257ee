#nullable enable

using Autogen;
using Microsoft.EntityFrameworkCore.Migrations;
using Npgsql.EntityFrameworkCore.PostgreSQL.Metadata;

namespace Shop.Revisions;

/// <summary>add indexes</summary>
[Revision("ae1027a6acf0", Revises = "1975ea83b712", Created = "2026-11-20T19:54:04Z")]
public sealed class AddIndexes : Revision
{
    /// <inheritdoc/>
    public override void Upgrade(MigrationBuilder op)
    {
        op.CreateIndex(name: "ix_orders_customer_id", table: "orders", column: "customer_id");

        op.CreateIndex(
            name: "ix_orders_code",
            schema: "sales",
            table: "orders",
            column: "code",
            unique: true,
            filter: "\"DeletedAt\" IS NULL");

        op.CreateIndex(name: "ix_orders_year_month", table: "orders", columns: ["year", "month"], descending: [true, false]);
        op.CreateIndex(name: "ix_orders_total", table: "orders", column: "total", descending: []);

        op.CreateIndex(name: "ix_articles_text", table: "articles", columns: ["title", "body"])
            .Annotation("Npgsql:IndexMethod", "gin")
            .Annotation("Npgsql:IndexOperators", new string?[] { "gin_trgm_ops", null })
            .Annotation("Relational:Collation", new[] { "C", "de-x-icu" });

        op.CreateIndex(name: "ix_people_name", table: "people", column: "name")
            .Annotation("Npgsql:CreatedConcurrently", true)
            .Annotation("Npgsql:IndexInclude", new[] { "first name", "birthday" })
            .Annotation("Npgsql:IndexNullSortOrder", new[] { NullSortOrder.NullsLast })
            .Annotation("Npgsql:NullsDistinct", false);

        op.RenameIndex(name: "ix_old", schema: "sales", table: "orders", newName: "ix_new");
        op.RenameIndex(name: "ix_old", newName: "ix_new");
    }

    /// <inheritdoc/>
    public override void Downgrade(MigrationBuilder op)
    {
        op.DropIndex(name: "ix_new");
        op.DropIndex(name: "ix_new", schema: "sales", table: "orders");
    }
}
