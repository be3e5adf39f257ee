using System.Data;
using System.Data.Common;
using Autogen.Schema.Objects;
using Autogen.Schema.PostgreSql.Rows;

namespace Autogen.Schema.PostgreSql;

/// <summary>
/// Reads a PostgreSQL database in one batch, one round trip and one snapshot; the number of queries does not grow with the number of tables. It reads <c>pg_catalog</c>, which,
/// other than <c>information_schema</c>, hides nothing from a role without privileges.
/// </summary>
internal static class PostgreSqlReader
{
    private static readonly string[] queries = ["session", "schemas", "extensions", "enum_types", "collations", "range_types", "sequences", "tables", "columns", "constraints", "indexes", "views"];

    /// <summary>How many statements a reading sends, whatever the database's size.</summary>
    public static int StatementCount => queries.Length + 1;

    /// <summary>Reads everything but rows.</summary>
    public static async Task<DatabaseSchema> ReadAsync(DbConnection connection, CancellationToken cancellationToken)
    {
        var transaction = await SnapshotAsync(connection, cancellationToken).ConfigureAwait(false);
        try
        {
            using var batch = connection.CreateBatch();
            batch.Transaction = transaction;
            Add(batch, SessionSettings.Sql);
            foreach (var query in queries)
                Add(batch, PostgreSqlQueries.Load(query));
            using var reader = await batch.ExecuteReaderAsync(cancellationToken).ConfigureAwait(false);
            return await ReadAsync(reader, cancellationToken).ConfigureAwait(false);
        }
        finally
        {
            if (transaction is not null)
                await transaction.DisposeAsync().ConfigureAwait(false);
        }
    }

    private static async Task<DatabaseSchema> ReadAsync(DbDataReader reader, CancellationToken cancellationToken)
    {
        await reader.NextResultAsync(cancellationToken).ConfigureAwait(false);
        await reader.ReadAsync(cancellationToken).ConfigureAwait(false);
        var defaultSchema = reader.IsDBNull(0) ? null : reader.GetString(0);
        var row = new Row(reader, defaultSchema);
        var serverVersion = row.Int("server_version");
        var tables = new Dictionary<long, Table>();

        Task<List<T>> NextAsync<T>(Func<Row, T> read) => ReadResultAsync(reader, row, read, cancellationToken);
        async Task AddAsync(Func<Table, Row, Table> add)
            => await NextAsync(item => tables.TryGetValue(item.Long("table_oid"), out var table) ? tables[item.Long("table_oid")] = add(table, item) : null).ConfigureAwait(false);

        var schemas = await NextAsync(item => item.Text("name")).ConfigureAwait(false);
        var extensions = await NextAsync(item => new Extension(item.Text("name")) { Schema = new(item.Schema("schema")), Version = new(item.Text("version")) }).ConfigureAwait(false);
        var enumTypes = await NextAsync(item => new EnumType(item.Name("schema", "name"), item.Texts("labels"))).ConfigureAwait(false);
        var collations = await NextAsync(item => new Collation(item.Name("schema", "name")) { Definition = new(item.Text("definition")) }).ConfigureAwait(false);
        var rangeTypes = await NextAsync(item => new RangeType(item.Name("schema", "name")) { Definition = new(item.Text("definition")) }).ConfigureAwait(false);
        var sequences = await NextAsync(SequenceRows.Read).ConfigureAwait(false);
        await NextAsync(item => tables[item.Long("oid")] = TableRows.Read(item)).ConfigureAwait(false);
        await AddAsync((table, item) => table with { Columns = [.. table.Columns, ColumnRows.Read(item)] }).ConfigureAwait(false);
        await AddAsync(ConstraintRows.Add).ConfigureAwait(false);
        await AddAsync(IndexRows.Add).ConfigureAwait(false);
        var views = await NextAsync(item => new View(item.Name("schema", "name"), item.Bool("is_materialized"))).ConfigureAwait(false);

        return new DatabaseSchema
        {
            DefaultSchema = new Hint<string>(defaultSchema),
            ServerVersion = new Hint<int>(serverVersion),
            Schemas = schemas.Where(name => !string.Equals(name, defaultSchema, StringComparison.Ordinal)).ToEquatableList(),
            Extensions = extensions.ToEquatableList(),
            EnumTypes = enumTypes.OrderBy(type => type.Name).ToEquatableList(),
            Collations = collations.OrderBy(collation => collation.Name).ToEquatableList(),
            RangeTypes = rangeTypes.OrderBy(type => type.Name).ToEquatableList(),
            Sequences = sequences.OrderBy(sequence => sequence.Name).ToEquatableList(),
            Tables = tables.Values.OrderBy(table => table.Name).ToEquatableList(),
            Views = views.OrderBy(view => view.Name).ToEquatableList(),
        };
    }

    private static async Task<List<T>> ReadResultAsync<T>(DbDataReader reader, Row row, Func<Row, T> read, CancellationToken cancellationToken)
    {
        await reader.NextResultAsync(cancellationToken).ConfigureAwait(false);
        var items = new List<T>();
        while (await reader.ReadAsync(cancellationToken).ConfigureAwait(false))
            items.Add(read(row));
        return items;
    }

    // One snapshot for all queries; a transaction that the caller has begun is used as it is.
    private static async Task<DbTransaction?> SnapshotAsync(DbConnection connection, CancellationToken cancellationToken)
    {
        try
        {
            return await connection.BeginTransactionAsync(IsolationLevel.RepeatableRead, cancellationToken).ConfigureAwait(false);
        }
        catch (InvalidOperationException)
        {
            return null;
        }
    }

    private static void Add(DbBatch batch, string sql)
    {
        var command = batch.CreateBatchCommand();
        command.CommandText = sql;
        batch.BatchCommands.Add(command);
    }
}
