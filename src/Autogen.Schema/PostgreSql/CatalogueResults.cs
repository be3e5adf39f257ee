using System.Data.Common;
using Autogen.Schema.PostgreSql.Rows;

namespace Autogen.Schema.PostgreSql;

/// <summary>The results of a <see cref="CatalogueBatch"/>, one after the other.</summary>
internal sealed class CatalogueResults
{
    private readonly DbDataReader reader;
    private readonly Row row;

    private CatalogueResults(DbDataReader reader, string? defaultSchema, int serverVersion)
    {
        this.reader = reader;
        (DefaultSchema, ServerVersion) = (defaultSchema, serverVersion);
        row = new Row(reader, defaultSchema);
    }

    /// <summary>Schema of unqualified names; <see langword="null"/> if no schema of the search path exists.</summary>
    public string? DefaultSchema { get; }

    /// <summary>The server's major version.</summary>
    public int ServerVersion { get; }

    /// <summary>Reads the row of <c>session.sql</c>, at which the reader is.</summary>
    public static async Task<CatalogueResults> OfAsync(DbDataReader reader, CancellationToken cancellationToken)
    {
        await reader.ReadAsync(cancellationToken).ConfigureAwait(false);
        var session = new Row(reader, defaultSchema: null);
        return new CatalogueResults(reader, session.TextOrNull("default_schema"), session.Int("server_version"));
    }

    /// <summary>Reads the next query's rows.</summary>
    public async Task<List<T>> NextAsync<T>(Func<Row, T> read, CancellationToken cancellationToken)
    {
        await reader.NextResultAsync(cancellationToken).ConfigureAwait(false);
        var items = new List<T>();
        while (await reader.ReadAsync(cancellationToken).ConfigureAwait(false))
            items.Add(read(row));
        return items;
    }
}
