using System.Globalization;
using Autogen.Operations;
using Autogen.Schema;
using Autogen.Schema.Objects;

namespace Autogen.Upgrading.Running;

/// <summary>
/// Runs a backfill's batches. Without a filter a batch is as many rows as it may have. With one it is a range of the table in which no more
/// rows match; where few do, ranges grow, so that rows that do not match cost a scan of their keys and no transaction of their own.
/// </summary>
internal sealed class BackfillBatches(UpgradeSession session, BackfillOperation backfill)
{
    // A table with fewer rows is counted.
    private const long Small = 100_000;

    // A range has at most so many times the rows of a batch.
    private const long WidestRange = 100;

    private readonly Backfilling sql = new(backfill, session.Driver);
    private long range = backfill.BatchSize;
    private (long Rows, bool IsExact)? left;
    private bool areOperatorsKnown;
    private long passed;
    private long changed;

    /// <summary>Changes the rows of the next batch, in the transaction that is open.</summary>
    /// <param name="after">The last key of the batch before; <see langword="null"/> for the first.</param>
    /// <param name="cancellationToken">Ends it.</param>
    /// <returns>The last key of this one; <see langword="null"/> where none is left. And how many rows it changed.</returns>
    public async Task<(string? Last, int Rows)> RunAsync(string? after, CancellationToken cancellationToken)
    {
        if (!areOperatorsKnown)
            sql.OperatorSchema = await session.Driver.Backfills.OperatorSchemaAsync(
                session.Connection, sql.Table, backfill.Key, cancellationToken).ConfigureAwait(false);
        areOperatorsKnown = true;
        if (after is null)
            await RequireKeyAsync(cancellationToken).ConfigureAwait(false);
        left ??= await LeftAsync(after, cancellationToken).ConfigureAwait(false);
        var last = await TextAsync(sql.EndSql(after, range), cancellationToken).ConfigureAwait(false);
        var isLimited = false;
        if (backfill.Where is not null
            && range > backfill.BatchSize
            && await TextAsync(sql.LimitSql(after, last), cancellationToken).ConfigureAwait(false) is { } limit)
            (last, isLimited) = (limit, true);

        using var command = session.Connection.CreateCommand();
        command.CommandText = sql.BatchSql(after, last);
        command.CommandTimeout = 0;
        var rows = await command.ExecuteNonQueryAsync(cancellationToken).ConfigureAwait(false);
        changed += rows;

        // How many rows a limited range has passed is not known; it changed as many as it may.
        passed += isLimited ? rows : range;
        if (backfill.Where is not null)
            range = isLimited ? backfill.BatchSize
                : rows > backfill.BatchSize / 2 ? range
                : Math.Min(range * 2, backfill.BatchSize * WidestRange);
        return (last, rows);
    }

    /// <summary>How many rows it will have changed in the end, as far as is known.</summary>
    /// <param name="before">How many had been changed before this process began.</param>
    public long Total(long before)
        => left is not { } rows ? before
            : rows.IsExact ? before + rows.Rows
            : before + (long)(rows.Rows * (double)changed / Math.Max(1, passed));

    // No row may be processed twice, nor be left out.
    private async Task RequireKeyAsync(CancellationToken cancellationToken)
    {
        var key = string.Join(", ", backfill.Key);
        if (BackfillAssignments.Of(backfill.Set, session.Driver.Dialect.Syntax).FirstOrDefault(sql.IsKey) is { } set)
            throw new AutogenException(
                ErrorCode.RevisionInvalid,
                $"The backfill of '{backfill.Table}' walks by the key ({key}) and updates key column '{set}': "
                    + "rows would be processed twice. "
                    + "Give another unique key, or use op.Sql.");
        var columns = await session.Driver.Columns.ReadAsync(
            session.Connection, new ObjectName(backfill.Schema, backfill.Table), cancellationToken).ConfigureAwait(false);
        var nullable = backfill.Key.Where(column => columns?.Find(column) is not { IsRequired: true }).ToList();
        if (nullable.Count > 0 && await session.ScalarAsync(sql.NullSql(nullable), cancellationToken).ConfigureAwait(false) is not null)
            throw new AutogenException(
                ErrorCode.RevisionInvalid,
                $"The backfill of '{backfill.Table}' walks by the key ({key}), and rows with NULL in it would be skipped. "
                    + "Give the primary key.");
    }

    // For the progress only: not worth a scan of a large table.
    private async Task<(long Rows, bool IsExact)> LeftAsync(string? after, CancellationToken cancellationToken)
    {
        var rows = session.Driver.Backfills.Rows(
            await session.ScalarAsync(sql.SizeSql(after), cancellationToken).ConfigureAwait(false));
        return rows > Small
            ? (rows, false)
            : (Convert.ToInt64(
                await session.ScalarAsync(sql.CountSql(after), cancellationToken).ConfigureAwait(false),
                CultureInfo.InvariantCulture), true);
    }

    private async Task<string?> TextAsync(string query, CancellationToken cancellationToken)
        => await session.ScalarAsync(query, cancellationToken).ConfigureAwait(false) as string;
}
