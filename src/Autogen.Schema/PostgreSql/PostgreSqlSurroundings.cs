using System.Data.Common;
using Autogen.Schema.Dialects;
using Autogen.Schema.Objects;
using Autogen.Schema.PostgreSql.Rows;

namespace Autogen.Schema.PostgreSql;

/// <summary>Reads what a PostgreSQL database has around its tables, in one round trip.</summary>
internal static class PostgreSqlSurroundings
{
    private static readonly string[] queries = ["session", "others", "needs"];

    /// <summary>Reads it.</summary>
    public static async Task<Surroundings> ReadAsync(DbConnection connection, CancellationToken cancellationToken)
    {
        using var batch = connection.CreateBatch();
        foreach (var query in queries)
        {
            var command = batch.CreateBatchCommand();
            command.CommandText = PostgreSqlQueries.Load(query);
            batch.BatchCommands.Add(command);
        }

        using var reader = await batch.ExecuteReaderAsync(cancellationToken).ConfigureAwait(false);
        await reader.ReadAsync(cancellationToken).ConfigureAwait(false);
        var row = new Row(reader, reader.IsDBNull(0) ? null : reader.GetString(0));
        var others = await NextAsync(item => new OtherObject(item.Text("kind"), item.Name("schema", "name"), item.TextOrNull("part"))).ConfigureAwait(false);
        var needs = await NextAsync(item => new TableNeed(
            item.Name("table_schema", "table_name"), item.Text("kind"), item.Schema("schema"), item.Text("name"), item.TextOrNull("create_sql"), item.TextOrNull("drop_sql"))).ConfigureAwait(false);
        return new Surroundings(others, needs);

        async Task<List<T>> NextAsync<T>(Func<Row, T> read)
        {
            await reader.NextResultAsync(cancellationToken).ConfigureAwait(false);
            var items = new List<T>();
            while (await reader.ReadAsync(cancellationToken).ConfigureAwait(false))
                items.Add(read(row));
            return items;
        }
    }
}
