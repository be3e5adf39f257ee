using System.Data.Common;
using Autogen.Schema.Dialects;

namespace Autogen.Schema.PostgreSql;

/// <summary>Reads what two databases are compared by besides the vocabulary.</summary>
internal static class PostgreSqlDefinitions
{
    /// <summary>Reads the definitions.</summary>
    public static Task<IReadOnlyList<TableDefinition>> ReadAsync(DbConnection connection, CancellationToken cancellationToken)
        => CatalogueBatch.ReadAsync<IReadOnlyList<TableDefinition>>(
            connection,
            ["definitions"],
            async results => await results.NextAsync(
                item => new TableDefinition(item.Name("schema", "name"), item.Text("part"), item.Text("definition")),
                cancellationToken).ConfigureAwait(false),
            cancellationToken);
}
