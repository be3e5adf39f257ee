using Autogen.Schema.Objects;

namespace Autogen.Schema.PostgreSql.Rows;

/// <summary>Rows of <c>indexes.sql</c>: the first of an index makes it, each adds a key or an included column.</summary>
internal static class IndexRows
{
    /// <summary>The table with the row's key added to its index.</summary>
    public static Table Add(Table table, Row row)
    {
        var name = row.Text("name");
        var (others, index) = table.Indexes is [.., var last] && string.Equals(last.Name, name, StringComparison.Ordinal)
            ? (table.Indexes.SkipLast(1), last)
            : (table.Indexes, New(row, name));
        index = row.Bool("is_included")
            ? index with { IncludedColumns = [.. index.IncludedColumns, row.Text("column_name")] }
            : index with { Parts = [.. index.Parts, Part(row)] };
        return table with { Indexes = [.. others, index] };
    }

    private static TableIndex New(Row row, string name) => new()
    {
        Name = name,
        Parts = [],
        IsUnique = row.Bool("is_unique"),
        IsValid = row.Bool("is_valid"),
        Method = row.TextOrNull("method"),
        Filter = row.Expression("filter", "used_columns"),
        NullsDistinct = !row.Bool("nulls_not_distinct"),
        StorageParameters = row.Options("options"),
    };

    private static IndexPart Part(Row row)
    {
        var (isDescending, isNullsFirst) = (row.Bool("is_descending"), row.Bool("is_nulls_first"));
        return new IndexPart
        {
            Column = row.TextOrNull("column_name"),
            Expression = row.Expression("expression", "used_columns"),
            IsDescending = isDescending,

            // Descending keys have NULLs first by themselves, ascending ones last.
            NullsOrder = isNullsFirst == isDescending ? null : isNullsFirst ? NullsOrder.First : NullsOrder.Last,
            Collation = row.Collation(),
            OperatorClass = row.TextOrNull("operator_class"),
            DefaultOperatorClass = new Hint<string>(row.TextOrNull("default_operator_class")),
        };
    }
}
