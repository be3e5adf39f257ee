using System.Data.Common;
using Autogen.Schema.Dialects;
using Autogen.Schema.Objects;

namespace Autogen.Schema.PostgreSql;

/// <summary>Reads what a PostgreSQL database has around its tables, in one round trip.</summary>
internal static class PostgreSqlSurroundings
{
    /// <summary>Reads it.</summary>
    public static Task<Surroundings> ReadAsync(DbConnection connection, CancellationToken cancellationToken)
        => CatalogueBatch.ReadAsync(connection, ["others", "needs"], results => ReadAsync(results, cancellationToken), cancellationToken);

    private static async Task<Surroundings> ReadAsync(CatalogueResults results, CancellationToken cancellationToken)
    {
        var others = await results.NextAsync(item => new OtherObject(item.Text("kind"), item.Name("schema", "name"), item.TextOrNull("part")), cancellationToken).ConfigureAwait(false);
        var needs = await results.NextAsync(
            item => new TableNeed(item.Name("table_schema", "table_name"), item.Text("kind"), item.Schema("schema"), item.Text("name"), item.TextOrNull("create_sql"), item.TextOrNull("drop_sql")),
            cancellationToken).ConfigureAwait(false);
        return new Surroundings(others, needs);
    }
}
