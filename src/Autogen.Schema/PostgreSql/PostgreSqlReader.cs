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
    // Those of which the server has a query: each row is an object.
    private static readonly Kind[] kinds = [.. Kinds.All.Where(kind => kind.Query is { } query && PostgreSqlQueries.Exists(query))];

    private static readonly string[] queries =
        [.. kinds.Select(kind => kind.Query).OfType<string>(), "types", "tables", "columns", "constraints", "indexes"];

    /// <summary>Reads everything but rows.</summary>
    public static Task<DatabaseSchema> ReadAsync(DbConnection connection, CancellationToken cancellationToken)
        => CatalogueBatch.ReadAsync(connection, queries, results => ReadAsync(results, cancellationToken), cancellationToken);

    private static async Task<DatabaseSchema> ReadAsync(CatalogueResults results, CancellationToken cancellationToken)
    {
        var schema = new DatabaseSchema
        {
            DefaultSchema = new Hint<string>(results.DefaultSchema),
            ServerVersion = new Hint<int>(results.ServerVersion),
        };
        foreach (var kind in kinds)
        {
            var items = await results.NextAsync(kind.Read, cancellationToken).ConfigureAwait(false);
            schema = kind.With(schema, items.OrderBy(kind.NameOf));
        }

        var types = new TypeRows();
        await results.NextAsync(types.Add, cancellationToken).ConfigureAwait(false);
        var tables = await ReadTablesAsync(results, types, cancellationToken).ConfigureAwait(false);
        return schema with
        {
            Schemas = schema.Schemas.Where(name => !string.Equals(name, results.DefaultSchema, StringComparison.Ordinal)).ToEquatableList(),
            DefinedTypes = new(types.All),
            Tables = tables.OrderBy(table => table.Name).ToEquatableList(),
        };
    }

    private static async Task<IEnumerable<Table>> ReadTablesAsync(
        CatalogueResults results, TypeRows types, CancellationToken cancellationToken)
    {
        var tables = new Dictionary<long, Table>();

        Task<List<T>> NextAsync<T>(Func<Row, T> read) => results.NextAsync(read, cancellationToken);
        async Task AddAsync(Func<Table, Row, Table> add)
            => await NextAsync(item => tables.TryGetValue(item.Long("table_oid"), out var table)
                ? tables[item.Long("table_oid")] = add(table, item)
                : null).ConfigureAwait(false);

        await NextAsync(item => tables[item.Long("oid")] = TableRows.Read(item)).ConfigureAwait(false);
        await AddAsync((table, item) => table with { Columns = [.. table.Columns, ColumnRows.Read(item, types)] }).ConfigureAwait(false);
        await AddAsync(ConstraintRows.Add).ConfigureAwait(false);
        await AddAsync(IndexRows.Add).ConfigureAwait(false);
        return tables.Values;
    }
}
