using System.Data.Common;
using Autogen.Design.Planning;
using Autogen.Design.Planning.Columns;
using Autogen.Schema.Dialects;
using Autogen.Schema.Objects;

namespace Autogen.Design.Models.RowValues;

/// <summary>
/// Counts the rows that make a planned operation fail because they have no value: all of them up to a limit; of larger tables the
/// database's estimate, or what the first rows tell.
/// </summary>
/// <param name="connection">The open connection.</param>
/// <param name="live">The database as it was read.</param>
/// <param name="dialect">The database's dialect.</param>
internal sealed class MissingRows(DbConnection connection, DatabaseSchema live, Dialect dialect)
{
    /// <summary>How many rows are read of a table.</summary>
    public const int Limit = 10_000;

    /// <summary>The operations of the upgrade, with the numbers of rows in their dangers.</summary>
    public Task<IReadOnlyList<PlannedOperation>> OfUpgradeAsync(
        IReadOnlyList<PlannedOperation> operations, CancellationToken cancellationToken)
        => CountAsync(operations, missing => missing.CurrentTable, cancellationToken);

    /// <summary>
    /// The operations of the downgrade: what it adds again all rows have today; which rows will lack what it makes required is not known.
    /// </summary>
    public Task<IReadOnlyList<PlannedOperation>> OfDowngradeAsync(
        IReadOnlyList<PlannedOperation> operations, CancellationToken cancellationToken)
        => CountAsync(operations, missing => missing.CurrentColumn is null ? missing.Table : null, cancellationToken);

    private async Task<IReadOnlyList<PlannedOperation>> CountAsync(
        IReadOnlyList<PlannedOperation> operations, Func<MissingValue, ObjectName?> tableOf, CancellationToken cancellationToken)
    {
        var counted = new List<PlannedOperation>(operations.Count);
        foreach (var operation in operations)
        {
            var risks = new List<Risk>();
            foreach (var risk in operation.Risks)
            {
                var table = risk.Missing is { } asked && tableOf(asked) is { } name ? live.FindTable(name) : null;
                risks.Add(risk.Missing is { } missing && table is not null ? await CountAsync(table, missing, cancellationToken) : risk);
            }

            counted.Add(operation with { Risks = risks });
        }

        return counted;
    }

    private async Task<Risk> CountAsync(Table table, MissingValue missing, CancellationToken cancellationToken)
    {
        if (missing.CurrentColumn is { } name && table.FindColumn(name) is null)
            return missing.ToRisk();
        await using var reading = await dialect.BeginReadingAsync(connection, cancellationToken);
        try
        {
            return (missing with { Rows = await RowsAsync(table, missing, cancellationToken) }).ToRisk();
        }
        catch (DbException)
        {
            // A role that may not read the rows gets no number. If the connection is lost, the next statement reports it.
            return missing.ToRisk();
        }
    }

    private async Task<RowCount> RowsAsync(Table table, MissingValue missing, CancellationToken cancellationToken)
    {
        await using var command = connection.CreateCommand();
        var isMissing = missing.CurrentColumn is null ? "1" : $"CASE WHEN {dialect.Quote(missing.CurrentColumn)} IS NULL THEN 1 ELSE 0 END";
        command.CommandText = $"SELECT {isMissing} FROM {dialect.Quote(table.Name)} LIMIT {Limit + 1}";
        var (read, found) = (0, 0);
        await using (var reader = await command.ExecuteReaderAsync(cancellationToken))
        {
            while (await reader.ReadAsync(cancellationToken))
            {
                read++;
                found += reader.GetInt32(0);
            }
        }

        found = Math.Max(0, found - missing.SeededRows);
        if (read <= Limit)
            return new RowCount(found, RowCountKind.Exact);
        return missing.CurrentColumn is null && table.RowEstimate.Value is > Limit and { } estimate
            ? new RowCount(estimate, RowCountKind.Estimate)
            : new RowCount(found - (missing.CurrentColumn is null ? 1 : 0), RowCountKind.AtLeast);
    }
}
