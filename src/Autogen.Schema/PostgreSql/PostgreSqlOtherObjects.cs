using System.Data.Common;
using Autogen.Schema.Dialects;
using Autogen.Schema.Objects;

namespace Autogen.Schema.PostgreSql;

/// <summary>Reads what a PostgreSQL database has around its tables, in one round trip.</summary>
internal static class PostgreSqlOtherObjects
{
    private static readonly string[] queries = ["others", "needable", "needs", "extension_words", "details"];

    /// <summary>Reads the other objects of the database.</summary>
    public static Task<OtherObjects> ReadAsync(DbConnection connection, CancellationToken cancellationToken)
        => CatalogueBatch.ReadAsync(connection, queries, results => ReadAsync(results, cancellationToken), cancellationToken);

    private static async Task<OtherObjects> ReadAsync(CatalogueResults results, CancellationToken cancellationToken)
    {
        var others = await results.NextAsync(
            item => new OtherObject(item.Text("kind"), item.Name("schema", "name"), item.TextOrNull("part")),
            cancellationToken).ConfigureAwait(false);
        var objects = await results.NextAsync(
            item => new NeededObject(item.Text("id"), item.Text("kind"), item.Schema("schema"), item.Text("name"))
            {
                Word = item.TextOrNull("word"),
                Create = item.TextOrNull("create_sql"),
                Drop = item.TextOrNull("drop_sql"),
                Comment = item.TextOrNull("comment_sql"),
                Body = item.TextOrNull("body"),
                Language = item.TextOrNull("language"),
                IsTrusted = item.Bool("is_trusted"),
            },
            cancellationToken).ConfigureAwait(false);
        var needs = await results.NextAsync(
            item => (
                Table: item.TextOrNull("table_name") is null ? null : item.Name("table_schema", "table_name"),
                Root: item.TextOrNull("root_id"),
                Need: item.Text("need_id")),
            cancellationToken).ConfigureAwait(false);
        var words = await results.NextAsync(
            item => (Extension: item.Text("extension"), Word: item.Text("word")), cancellationToken).ConfigureAwait(false);
        var details = await results.NextAsync(
            item => item.TextOrNull("table_name") is null
                ? new TableDetail(null, item.Text("schema"), item.Text("sql"))
                : new TableDetail(item.Name("schema", "table_name"), null, item.Text("sql")),
            cancellationToken).ConfigureAwait(false);
        var dependencies = new ObjectDependencies(
            objects.ToDictionary(item => item.Id, StringComparer.Ordinal),
            needs.Where(need => need.Table is not null).ToLookup(need => need.Table!, need => need.Need), // just asked
            needs.Where(need => need.Root is not null).ToLookup(need => need.Root!, need => need.Need, StringComparer.Ordinal),
            words.ToLookup(item => item.Extension, item => item.Word, StringComparer.Ordinal));
        return new OtherObjects(others, dependencies, details);
    }
}
