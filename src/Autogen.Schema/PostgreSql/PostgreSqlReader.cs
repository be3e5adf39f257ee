using System.Data.Common;
using Autogen.Schema.Objects;
using Autogen.Schema.PostgreSql.Rows;

namespace Autogen.Schema.PostgreSql;

/// <summary>
/// Reads a PostgreSQL database in one batch, one round trip and one snapshot; the number of queries does not grow with the number of
/// tables. It reads <c>pg_catalog</c>, which, other than <c>information_schema</c>, hides nothing from a role without privileges.
/// </summary>
internal static class PostgreSqlReader
{
    private static readonly string[] queries =
    [
        "schemas", "extensions", "types", "enum_types", "collations", "range_types", "sequences", "tables", "columns", "constraints",
        "indexes", "views",
    ];

    /// <summary>Reads everything but rows.</summary>
    public static Task<DatabaseSchema> ReadAsync(DbConnection connection, CancellationToken cancellationToken)
        => CatalogueBatch.ReadAsync(connection, queries, results => ReadAsync(results, cancellationToken), cancellationToken);

    private static async Task<DatabaseSchema> ReadAsync(CatalogueResults results, CancellationToken cancellationToken)
    {
        var tables = new Dictionary<long, Table>();

        Task<List<T>> NextAsync<T>(Func<Row, T> read) => results.NextAsync(read, cancellationToken);
        async Task AddAsync(Func<Table, Row, Table> add)
            => await NextAsync(item => tables.TryGetValue(item.Long("table_oid"), out var table)
                ? tables[item.Long("table_oid")] = add(table, item)
                : null).ConfigureAwait(false);

        var schemas = await NextAsync(item => item.Text("name")).ConfigureAwait(false);
        var extensions = await NextAsync(item => new Extension(item.Text("name"))
        {
            Schema = new(item.Schema("schema")),
            Version = new(item.Text("version")),
            Requires = new(item.Texts("requires"))
        }).ConfigureAwait(false);
        var types = new TypeRows();
        await NextAsync(types.Add).ConfigureAwait(false);
        var enumTypes = await NextAsync(item => new EnumType(item.Name("schema", "name"), item.Texts("labels"))).ConfigureAwait(false);
        var collations = await NextAsync(
            item => new Collation(item.Name("schema", "name")) { Definition = new(item.Text("definition")) }).ConfigureAwait(false);
        var rangeTypes = await NextAsync(
            item => new RangeType(item.Name("schema", "name")) { Definition = new(item.Text("definition")) }).ConfigureAwait(false);
        var sequences = await NextAsync(SequenceRows.Read).ConfigureAwait(false);
        await NextAsync(item => tables[item.Long("oid")] = TableRows.Read(item)).ConfigureAwait(false);
        await AddAsync((table, item) => table with { Columns = [.. table.Columns, ColumnRows.Read(item, types)] }).ConfigureAwait(false);
        await AddAsync(ConstraintRows.Add).ConfigureAwait(false);
        await AddAsync(IndexRows.Add).ConfigureAwait(false);
        var views = await NextAsync(item => new View(item.Name("schema", "name"), item.Bool("is_materialized"))).ConfigureAwait(false);

        return new DatabaseSchema
        {
            DefaultSchema = new Hint<string>(results.DefaultSchema),
            ServerVersion = new Hint<int>(results.ServerVersion),
            Schemas = schemas.Where(name => !string.Equals(name, results.DefaultSchema, StringComparison.Ordinal)).ToEquatableList(),
            DefinedTypes = new(types.All),
            Extensions = extensions.ToEquatableList(),
            EnumTypes = enumTypes.OrderBy(type => type.Name).ToEquatableList(),
            Collations = collations.OrderBy(collation => collation.Name).ToEquatableList(),
            RangeTypes = rangeTypes.OrderBy(type => type.Name).ToEquatableList(),
            Sequences = sequences.OrderBy(sequence => sequence.Name).ToEquatableList(),
            Tables = tables.Values.OrderBy(table => table.Name).ToEquatableList(),
            Views = views.OrderBy(view => view.Name).ToEquatableList(),
        };
    }
}
