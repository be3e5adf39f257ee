using Autogen.Scenarios.Running;
using Microsoft.EntityFrameworkCore;
using Npgsql.EntityFrameworkCore.PostgreSQL.Metadata;
using NpgsqlTypes;
using static Autogen.Scenarios.Cases.Making;

namespace Autogen.Scenarios.Cases;

/// <summary>Indexes: every facet comes, changes and goes.</summary>
internal static class IndexScenarios
{
    public static IEnumerable<Scenario> All { get; } =
    [
        Items(
            "An index's name changes",
            item => item.HasIndex("a").HasDatabaseName("IX old"),
            item => item.HasIndex("a").HasDatabaseName("IX \"it's\" nëw")),
        Items("Two indexes exchange their names", item =>
        {
            item.HasIndex(["a"], "one");
            item.HasIndex(["n"], "two");
        }, item =>
        {
            item.HasIndex(["a"], "two");
            item.HasIndex(["n"], "one");
        }),
        Items("Indexes of one structure under several names", item => item.HasIndex(["a"], "one"), item =>
        {
            item.HasIndex(["a"], "one");
            item.HasIndex(["a"], "two");
            item.HasIndex(["a"], "three");
        }),
        Items("An index is no longer unique", item => item.HasIndex("a").IsUnique(), item => item.HasIndex("a")),
        Items(
            "Directions of an index change, column by column",
            item => item.HasIndex("a", "n").IsDescending(false, true),
            item => item.HasIndex("a", "n").IsDescending()),
        Items("A filter goes", item => item.HasIndex("a").HasFilter("n > 0"), item => item.HasIndex("a")),
        Items("A filter with odd names and quotes", _ => { }, item =>
        {
            item.Property<string>(OddColumn);
            item.HasIndex([OddColumn], "IX 'f'").IsUnique().HasFilter($"{OddColumnSql} <> 'it''s' AND n IN (1, 2, 3)");
        }),
        Items("A column moves beneath an index to another type", item =>
        {
            item.Property<int?>("i");
            item.HasIndex("i", "a");
        }, item =>
        {
            item.Property<string>("i");
            item.HasIndex("i", "a");
        }),
        Items("An index comes with its column", _ => { }, item =>
        {
            item.Property<DateTime?>("at");
            item.HasIndex("at", "a").IsUnique();
        }),
        Items("A method changes to hash and back", item => item.HasIndex("a"), item => item.HasIndex("a").HasMethod("hash")).OnPostgreSql(),
        Items(
            "A brin index has parameters",
            _ => { },
            item => item.HasIndex("n").HasMethod("brin").HasStorageParameter("pages_per_range", 32))
            .OnPostgreSql(),
        Items(
            "An index of one method with parameters becomes one of another, whose parameters are others",
            item => item.HasIndex(["n"], "IX")
                .HasMethod("brin")
                .HasStorageParameter("pages_per_range", 16)
                .HasStorageParameter("autosummarize", true),
            item => item.HasIndex(["n"], "IX").IsUnique().HasStorageParameter("fillfactor", 70)).OnPostgreSql(),
        Items("A gin index over an array, with operators and a parameter", item => item.Property<int[]>("t"), item =>
        {
            item.Property<int[]>("t");
            item.HasIndex("t").HasMethod("gin").HasStorageParameter("fastupdate", false);
        }).OnPostgreSql(),
        Items("A gin index over a document", item => item.Property<string>("j").HasColumnType("jsonb"), item =>
        {
            item.Property<string>("j").HasColumnType("jsonb");
            item.HasIndex("j").HasMethod("gin").HasOperators("jsonb_path_ops");
        }).OnPostgreSql(),
        Items("A gist index over a range", item => item.Property<NpgsqlRange<int>?>("r"), item =>
        {
            item.Property<NpgsqlRange<int>?>("r");
            item.HasIndex("r").HasMethod("gist");
        }).OnPostgreSql(),
        new("A trigram index with the extension that it needs", model => model.Map("t", table => table.Property<string>("a")), model =>
        {
            model.HasPostgresExtension("pg_trgm");
            model.Map("t", table =>
            {
                table.Property<string>("a");
                table.HasIndex("a").HasMethod("gin").HasOperators("gin_trgm_ops");
            });
        }) { Databases = ScenarioDatabases.PostgreSql },
        Items(
            "A fill factor changes",
            item => item.HasIndex("a").HasStorageParameter("fillfactor", 70),
            item => item.HasIndex("a").HasStorageParameter("fillfactor", 80))
            .OnPostgreSql(),
        Items(
            "A fill factor goes, another parameter comes",
            item => item.HasIndex("a").HasStorageParameter("fillfactor", 70),
            item => item.HasIndex("a").HasStorageParameter("deduplicate_items", false))
            .Since(13, "has no storage parameter deduplicate_items, 13 has"),
        Items(
            "A collation of an index changes",
            item => item.HasIndex("a", "n").UseCollation("C"),
            item => item.HasIndex("a", "n").UseCollation("de-x-icu", null!))
            .OnPostgreSql(),
        Items(
            "A unique index takes NULLs to be equal",
            item => item.HasIndex("a").IsUnique(),
            item => item.HasIndex("a").IsUnique().AreNullsDistinct(false))
            .Since(15, "has no NULLS NOT DISTINCT, 15 has"),
        Items(
            "NULLs of an index change places",
            item => item.HasIndex("a", "n"),
            item => item.HasIndex("a", "n").IsDescending(false, true).HasNullSortOrder(NullSortOrder.NullsFirst, NullSortOrder.NullsLast))
            .OnPostgreSql(),
        Items("Included columns go", item => item.HasIndex("a").IncludeProperties("n"), item => item.HasIndex("a")).OnPostgreSql(),
        Items("An index is made concurrently", _ => { }, item => item.HasIndex("a").IsCreatedConcurrently()).OnPostgreSql(),
        Items("An index is made concurrently, with all else", _ => { }, item => item.HasIndex(["a"], "ÏX \"c\"")
            .IsCreatedConcurrently()
            .IsUnique()
            .HasFilter("n > 0")
            .IncludeProperties("n")
            .HasStorageParameter("fillfactor", 70))
            .OnPostgreSql(),
        Items(
            "That an index is made concurrently is no difference",
            item => item.HasIndex("a"),
            item => item.HasIndex("a").IsCreatedConcurrently()).OnPostgreSql() with { Detected = [] },
        Items("An index for full-text search", _ => { }, item => item.HasIndex("a").HasMethod("gin").IsTsVectorExpressionIndex("english"))
            .OnPostgreSql(),
        Items("An index for full-text search over two columns of odd names", item =>
        {
            item.Property<string>(OddColumn);
            item.HasIndex("a", OddColumn).HasMethod("gin").IsTsVectorExpressionIndex("simple");
        }, item =>
        {
            item.Property<string>(OddColumn);
            item.HasIndex("a", OddColumn).HasMethod("gin").IsTsVectorExpressionIndex("german");
        }).OnPostgreSql(),
    ];
}
