using System.Data.Common;
using System.Globalization;
using Autogen.Schema.Dialects;
using Autogen.Schema.Objects;

namespace Autogen.Drivers.PostgreSql;

/// <summary>The server reads the rows: <c>hashtextextended</c> has 64 bits, <c>numeric</c> holds any sum of them.</summary>
internal sealed class PostgreSqlColumnSums(Dialect dialect) : ColumnSums(dialect)
{
    // A query may have 1,664 columns.
    private const int ColumnsAtOnce = 400;

    /// <inheritdoc/>
    public override async Task<IReadOnlyList<ColumnSum>> ReadAsync(
        DbConnection connection, IEnumerable<Table> tables, CancellationToken cancellationToken)
    {
        var sums = new List<ColumnSum>();
        foreach (var table in tables)
        {
            foreach (var columns in table.Columns.Chunk(ColumnsAtOnce))
            {
                var parts = columns.Select(column => Dialect.Quote(column.Name)).Select(column =>
                    $"pg_catalog.count({column}), "
                        + $"pg_catalog.sum(pg_catalog.hashtextextended({column}::pg_catalog.text, 0)::pg_catalog.numeric)"
                        + "::pg_catalog.text");
                using var command = connection.CreateCommand();
                command.CommandTimeout = 0;
                command.CommandText = $"SELECT {string.Join(", ", parts)} FROM {Dialect.Quote(table.Name)}";
                using var reader = await command.ExecuteReaderAsync(cancellationToken).ConfigureAwait(false);
                await reader.ReadAsync(cancellationToken).ConfigureAwait(false);
                foreach (var (column, index) in columns.Select((column, index) => (column, index)))
                {
                    sums.Add(new ColumnSum(
                        table.Name,
                        column.Name,
                        Convert.ToInt64(reader.GetValue(2 * index), CultureInfo.InvariantCulture),
                        Convert.ToString(reader.GetValue((2 * index) + 1), CultureInfo.InvariantCulture) ?? ""));
                }
            }
        }

        return sums;
    }
}
