using System.Data.Common;

namespace Autogen.Schema.PostgreSql;

/// <summary>
/// Queries of PostgreSQL's catalogue in one round trip, one snapshot and a READ ONLY transaction. No function, operator, type or relation
/// outside of pg_catalog is used.
/// </summary>
/// <remarks>
/// The server looks up names when it parses a query, and takes the best match on the search path, even if pg_catalog comes first
/// (https://www.postgresql.org/docs/current/typeconv-oper.html). <c>format_type</c>, <c>pg_get_expr</c> and others use the search path when
/// they run, and need the application's: what they write is compared with the model. So a query is declared as a cursor while only
/// pg_catalog is on the path, and fetched with the application's path.
/// </remarks>
internal static class CatalogueBatch
{
    private const string SavePath = "SELECT pg_catalog.set_config('autogen.search_path', pg_catalog.current_setting('search_path'), true)";

    // Unless pg_temp is named, temporary relations are found before those of pg_catalog.
    private const string SafePath = "SET LOCAL search_path = pg_catalog, pg_temp";

    // The plan of a cursor is that of a query.
    private const string WholeResults = "SET LOCAL cursor_tuple_fraction = 1";

    private const string ApplicationPath =
        "SELECT pg_catalog.set_config('search_path', pg_catalog.current_setting('autogen.search_path'), true)";

    // Those of the two statements above that save and restore the path, and of the settings.
    private const int OwnResults = 3;

    /// <summary>Runs <c>session.sql</c> and queries after it.</summary>
    /// <param name="connection">An open connection. A transaction of the caller is used, and is not made READ ONLY.</param>
    /// <param name="queries">Names of files in <c>Queries</c>, each with one statement.</param>
    /// <param name="read">Reads the results in the order of the queries.</param>
    /// <param name="cancellationToken">Ends it.</param>
    public static async Task<T> ReadAsync<T>(
        DbConnection connection, IReadOnlyList<string> queries, Func<CatalogueResults, Task<T>> read, CancellationToken cancellationToken)
    {
        string[] all = ["session", .. queries];
        var transaction = await ReadOnlyTransaction.SnapshotAsync(connection, cancellationToken).ConfigureAwait(false);
        try
        {
            using var batch = connection.CreateBatch();
            batch.Transaction = transaction;
            if (transaction is not null)
                Add(batch, ReadOnlyTransaction.Sql);
            foreach (var statement in new[] { SavePath, SafePath, WholeResults, SessionSettings.Sql })
                Add(batch, statement);
            foreach (var query in all)
                Add(batch, $"DECLARE \"autogen_{query}\" NO SCROLL CURSOR FOR\n{PostgreSqlQueries.Load(query)}");
            Add(batch, ApplicationPath);
            foreach (var query in all)
                Add(batch, $"FETCH ALL FROM \"autogen_{query}\"");
            foreach (var query in all)
                Add(batch, $"CLOSE \"autogen_{query}\"");
            using var reader = await batch.ExecuteReaderAsync(cancellationToken).ConfigureAwait(false);
            for (var skipped = 0; skipped < OwnResults; skipped++)
                await reader.NextResultAsync(cancellationToken).ConfigureAwait(false);
            return await read(await CatalogueResults.OfAsync(reader, cancellationToken).ConfigureAwait(false)).ConfigureAwait(false);
        }
        finally
        {
            if (transaction is not null)
                await transaction.DisposeAsync().ConfigureAwait(false);
        }
    }

    private static void Add(DbBatch batch, string sql)
    {
        var command = batch.CreateBatchCommand();
        command.CommandText = sql;
        batch.BatchCommands.Add(command);
    }
}
