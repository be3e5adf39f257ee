using Autogen.Schema.Objects;

namespace Autogen.Schema.PostgreSql.Rows;

/// <summary>Rows of <c>tables.sql</c>.</summary>
internal static class TableRows
{
    /// <summary>A table, without what belongs to it.</summary>
    public static Table Read(Row row) => new()
    {
        Name = row.Name("schema", "name"),
        Comment = row.TextOrNull("comment"),
        IsUnlogged = row.Bool("is_unlogged"),
        StorageParameters = row.Options("options"),
        PartitionKey = new Hint<string>(row.TextOrNull("partition_key")),
        RowEstimate = new Hint<long?>(row.Long("row_estimate")),
    };
}
