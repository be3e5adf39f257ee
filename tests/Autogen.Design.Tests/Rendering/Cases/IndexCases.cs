using Npgsql.EntityFrameworkCore.PostgreSQL.Metadata;

namespace Autogen.Design.Tests.Rendering.Cases;

/// <summary>Indexes.</summary>
internal static class IndexCases
{
    internal static IReadOnlyList<RenderingCase> All =>
    [
        RenderingCase.Of(
            "Indexes",
            "add indexes",
            RenderingCase.Built(op =>
            {
                op.CreateIndex("ix_orders_customer_id", "orders", "customer_id");
                op.CreateIndex("ix_orders_code", "orders", "code", "sales", true, "\"DeletedAt\" IS NULL");
                op.CreateIndex("ix_orders_year_month", "orders", ["year", "month"], descending: [true, false]);
                op.CreateIndex("ix_orders_total", "orders", "total", descending: []);
                op.CreateIndex("ix_articles_text", "articles", ["title", "body"])
                    .Annotation("Npgsql:IndexMethod", "gin")
                    .Annotation("Npgsql:IndexOperators", new[] { "gin_trgm_ops", null })
                    .Annotation("Relational:Collation", new[] { "C", "de-x-icu" });
                op.CreateIndex("ix_people_name", "people", "name")
                    .Annotation("Npgsql:CreatedConcurrently", true)
                    .Annotation("Npgsql:IndexNullSortOrder", new[] { NullSortOrder.NullsLast })
                    .Annotation("Npgsql:IndexInclude", new[] { "first name", "birthday" })
                    .Annotation("Npgsql:NullsDistinct", false);
                op.RenameIndex("ix_old", "ix_new", "orders", "sales");
                op.RenameIndex("ix_old", "ix_new");
            }),
            RenderingCase.Built(op =>
            {
                op.DropIndex("ix_new");
                op.DropIndex("ix_new", "orders", "sales");
            })),
        RenderingCase.Of(
            "WideIndex",
            "an index of many columns",
            RenderingCase.Built(op => op.CreateIndex(
                "ix_wide", "wide", [.. Enumerable.Range(1, 12).Select(i => $"a_column_with_a_rather_long_name_{i}")], unique: true))),
    ];
}
