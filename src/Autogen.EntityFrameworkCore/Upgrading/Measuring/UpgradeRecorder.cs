using System.Data.Common;
using System.Diagnostics;
using Autogen.Drivers;
using Autogen.Graph;
using Autogen.Upgrading.Running;

namespace Autogen.Upgrading.Measuring;

/// <summary>
/// Measures the statements of an upgrade: time, locks and how long they are held, rewritten tables, changed rows, write-ahead log. The time
/// that measuring takes counts for nothing.
/// </summary>
/// <param name="meter">How the database is asked.</param>
/// <param name="ownTables">The tool's own tables, which are left out.</param>
internal sealed class UpgradeRecorder(UpgradeMeter meter, IReadOnlyCollection<string> ownTables) : IStatementObserver
{
    private readonly List<MeasuredStatement> statements = [];
    private readonly List<MeasuredLock> locks = [];
    private readonly Dictionary<(string Table, string Mode), (int Number, TableLock Lock, long Since)> held = [];
    private (RevisionStep Step, StepStatement Statement)? last;
    private DatabaseMoment? before;
    private IReadOnlyDictionary<string, string>? existing;
    private long rowsCounted;
    private long started;
    private long spent;

    /// <summary>The statements, in the order in which they ran.</summary>
    public IReadOnlyList<MeasuredStatement> Statements => statements;

    /// <summary>The locks on tables that existed before, in the order in which they were given back.</summary>
    public IReadOnlyList<MeasuredLock> Locks => locks;

    /// <inheritdoc/>
    public async Task StartingAsync(
        RevisionStep step, StepStatement statement, DbConnection connection, CancellationToken cancellationToken)
    {
        before = await ReadAsync(connection, cancellationToken).ConfigureAwait(false);
        existing ??= before.Storage;
        rowsCounted = before.ChangedRows;
        if (last is { } previous && ReferenceEquals(previous.Statement, statement) && ReferenceEquals(previous.Step, step))
        {
            statements[^1] = statements[^1] with { Batches = statements[^1].Batches + 1 };
        }
        else
        {
            last = (step, statement);
            statements.Add(new MeasuredStatement
            {
                Revision = step.Node.Id,
                IsUpgrade = step.Direction == StepDirection.Upgrade,
                Number = statement.Number,
                Operation = string.Join(", ", statement.Operations.Select(OperationName.Of).Distinct(StringComparer.Ordinal)),
                Sql = statement.Sql,
                IsAlone = statement.IsOutsideTransaction,
            });
        }

        started = Now;
    }

    /// <inheritdoc/>
    public async Task FinishedAsync(TimeSpan duration, DbConnection connection, CancellationToken cancellationToken)
    {
        var from = before!; // every statement is announced
        var after = await ReadAsync(connection, cancellationToken).ConfigureAwait(false);
        var statement = statements[^1];
        CountRows(after);
        TakeLocks(after);
        statements[^1] = statements[^1] with
        {
            Duration = statement.Duration + duration,
            LogBytes = after.LogPosition is { } position && from.LogPosition is { } first
                ? (statement.LogBytes ?? 0) + position - first
                : null,
            Rewritten =
            [
                .. statement.Rewritten
                    .Concat(after.Storage.Where(place => IsElsewhere(place, from)).Select(place => place.Key))
                    .Distinct(StringComparer.Ordinal)
                    .Order(StringComparer.Ordinal),
            ],
        };
        before = null;
    }

    /// <inheritdoc/>
    public void Failed(TimeSpan duration)
    {
        statements[^1] = statements[^1] with { Duration = statements[^1].Duration + duration, HasFailed = true };
        before = null;
        held.Clear();
        existing = null;
    }

    /// <inheritdoc/>
    public async Task CommittingAsync(DbConnection connection, CancellationToken cancellationToken)
    {
        // A statement that is a transaction of its own is committed before it is finished.
        if (before is null || last is not { Statement.IsOutsideTransaction: true })
            return;
        var now = await ReadAsync(connection, cancellationToken).ConfigureAwait(false);
        CountRows(now);
        TakeLocks(now);
        rowsCounted = long.MaxValue;
    }

    /// <inheritdoc/>
    public void Committed()
    {
        var now = Now;
        foreach (var (number, tableLock, since) in held.Values)
        {
            var statement = statements[^1];
            locks.Add(new MeasuredLock(
                statement.Revision, statement.IsUpgrade, number, tableLock, Stopwatch.GetElapsedTime(since, now)));
        }

        held.Clear();
        existing = null;
    }

    // One that was dropped before in the transaction, and gets its name again by a renaming, is another copy, too.
    private bool IsElsewhere(KeyValuePair<string, string> place, DatabaseMoment from)
        => (from.Storage.TryGetValue(place.Key, out var earlier) || existing?.TryGetValue(place.Key, out earlier) == true)
            && earlier != place.Value;

    // Without what was spent on measuring.
    private long Now => Stopwatch.GetTimestamp() - spent;

    private async Task<DatabaseMoment> ReadAsync(DbConnection connection, CancellationToken cancellationToken)
    {
        var began = Stopwatch.GetTimestamp();
        var moment = await meter.ReadAsync(connection, ownTables, cancellationToken).ConfigureAwait(false);
        spent += Stopwatch.GetTimestamp() - began;
        return moment;
    }

    private void CountRows(DatabaseMoment now)
    {
        if (now.ChangedRows <= rowsCounted)
            return;
        statements[^1] = statements[^1] with { ChangedRows = statements[^1].ChangedRows + now.ChangedRows - rowsCounted };
        rowsCounted = now.ChangedRows;
    }

    private void TakeLocks(DatabaseMoment now)
    {
        foreach (var tableLock in now.Locks.Where(tableLock => tableLock.IsOfAll || existing?.ContainsKey(tableLock.Table) == true))
            held.TryAdd((tableLock.Table, tableLock.Mode), (statements[^1].Number, tableLock, started));
    }
}
