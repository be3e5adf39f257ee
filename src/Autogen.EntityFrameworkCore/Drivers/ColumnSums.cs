using System.Data.Common;
using System.Globalization;
using System.Text;
using Autogen.Schema.Dialects;
using Autogen.Schema.Objects;

namespace Autogen.Drivers;

/// <summary>
/// Sums over the values of columns, in which the order of rows does not matter: equal sums mean equal values, but for an accident.
/// </summary>
/// <param name="dialect">Quotes names.</param>
internal class ColumnSums(Dialect dialect)
{
    private const ulong FnvOffset = 14695981039346656037;
    private const ulong FnvPrime = 1099511628211;

    /// <summary>Quotes names.</summary>
    protected Dialect Dialect => dialect;

    /// <summary>The sums of all columns of tables; here the rows are read.</summary>
    /// <param name="connection">An open connection.</param>
    /// <param name="tables">The tables.</param>
    /// <param name="cancellationToken">Ends it.</param>
    public virtual async Task<IReadOnlyList<ColumnSum>> ReadAsync(
        DbConnection connection, IEnumerable<Table> tables, CancellationToken cancellationToken)
    {
        var sums = new List<ColumnSum>();
        foreach (var table in tables.Where(table => table.Columns.Count > 0))
        {
            using var command = connection.CreateCommand();
            command.CommandTimeout = 0;
            command.CommandText =
                $"SELECT {string.Join(", ", table.Columns.Select(column => dialect.Quote(column.Name)))} FROM {dialect.Quote(table.Name)}";
            using var reader = await command.ExecuteReaderAsync(cancellationToken).ConfigureAwait(false);
            var counts = new long[table.Columns.Count];
            var totals = new ulong[table.Columns.Count];
            while (await reader.ReadAsync(cancellationToken).ConfigureAwait(false))
            {
                for (var index = 0; index < counts.Length; index++)
                {
                    if (reader.GetValue(index) is not DBNull and var value)
                    {
                        counts[index]++;
                        totals[index] = unchecked(totals[index] + Hash(value));
                    }
                }
            }

            sums.AddRange(table.Columns.Select((column, index) => new ColumnSum(
                table.Name, column.Name, counts[index], totals[index].ToString(CultureInfo.InvariantCulture))));
        }

        return sums;
    }

    // FNV-1a: http://www.isthe.com/chongo/tech/comp/fnv/
    private static ulong Hash(object value)
    {
        var bytes = value as byte[] ?? Encoding.UTF8.GetBytes(Convert.ToString(value, CultureInfo.InvariantCulture) ?? "");
        var hash = FnvOffset;
        foreach (var next in bytes)
            hash = unchecked((hash ^ next) * FnvPrime);
        return hash;
    }
}

/// <summary>The sum over a column.</summary>
/// <param name="Table">The table.</param>
/// <param name="Column">The column.</param>
/// <param name="Values">How many values are not NULL.</param>
/// <param name="Sum">The sum.</param>
internal sealed record ColumnSum(ObjectName Table, string Column, long Values, string Sum);
