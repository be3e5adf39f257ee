using Autogen.Schema.Statistics;

namespace Autogen.Messages;

/// <summary>The result of <c>rehearse</c>.</summary>
internal sealed record RehearseResult : CommandResult
{
    /// <summary>The original, before the rehearsal.</summary>
    public required DatabaseStatistics Statistics { get; init; }

    /// <summary>The revisions that the database is at.</summary>
    public IReadOnlyList<string> Before { get; init; } = [];

    /// <summary>The revisions that the copy was at after the upgrade.</summary>
    public IReadOnlyList<string> After { get; init; } = [];

    /// <summary>The copy, by its name; <see langword="null"/> where none was made.</summary>
    public string? Copy { get; init; }

    /// <summary>How long copying took.</summary>
    public double CopyMilliseconds { get; init; }

    /// <summary>The revisions that ran, the upgrades first.</summary>
    public IReadOnlyList<RehearsedStepMessage> Steps { get; init; } = [];

    /// <summary>What the upgrade changed in rows and sizes; left out where it did not end well.</summary>
    public StatisticsComparison? Changes { get; init; }

    /// <summary>Columns that the upgrade kept, and whose values are others afterwards.</summary>
    public IReadOnlyList<string> ChangedValues { get; init; } = [];

    /// <summary>How the copy differed from the model after the upgrade to the head.</summary>
    public IReadOnlyList<string> Model { get; init; } = [];

    /// <summary>How the schema differs from before once the downgrade is done.</summary>
    public IReadOnlyList<string> DowngradeLeaves { get; init; } = [];

    /// <summary>Columns whose values the downgrade does not give back.</summary>
    public IReadOnlyList<string> LostValues { get; init; } = [];

    /// <summary>Why the upgrade or the downgrade failed; <see langword="null"/> if neither did.</summary>
    public string? Failure { get; init; }

    /// <summary>Which limits of <c>autogen.json</c> were exceeded.</summary>
    public IReadOnlyList<string> Exceeded { get; init; } = [];
}

/// <summary>A revision that was rehearsed.</summary>
/// <param name="Id">The revision.</param>
/// <param name="Message">What it is about.</param>
/// <param name="Direction"><c>upgrade</c> or <c>downgrade</c>.</param>
/// <param name="Milliseconds">How long its statements took.</param>
/// <param name="Statements">The statements.</param>
/// <param name="Locks">The locks on tables that were there before.</param>
internal sealed record RehearsedStepMessage(
    string Id,
    string Message,
    string Direction,
    double Milliseconds,
    IReadOnlyList<RehearsedStatementMessage> Statements,
    IReadOnlyList<RehearsedLockMessage> Locks);

/// <summary>A statement that was rehearsed.</summary>
/// <param name="Number">Its operation's place in the revision, from 1.</param>
/// <param name="Operation">Its operation.</param>
/// <param name="Sql">The SQL; <see langword="null"/> for code.</param>
/// <param name="Milliseconds">How long it took.</param>
/// <param name="Rows">The rows that it inserted, updated and deleted.</param>
/// <param name="LogBytes">The write-ahead log that it made, in bytes; <see langword="null"/> where it is not known.</param>
/// <param name="Rewritten">The tables and indexes that it wrote as a whole.</param>
/// <param name="Batches">How many batches it was.</param>
/// <param name="IsAlone">Whether it runs by itself, in no transaction with others.</param>
/// <param name="HasFailed">Whether it failed.</param>
internal sealed record RehearsedStatementMessage(
    int Number,
    string Operation,
    string? Sql,
    double Milliseconds,
    long Rows,
    long? LogBytes,
    IReadOnlyList<string> Rewritten,
    int Batches,
    bool IsAlone,
    bool HasFailed);

/// <summary>A lock that was held in a rehearsal.</summary>
/// <param name="Table">What was locked.</param>
/// <param name="Mode">The database's name of the mode.</param>
/// <param name="Blocks">What others have to wait with: <c>reads and writes</c>, <c>writes</c> or <c>schema changes</c>.</param>
/// <param name="Milliseconds">How long it was held, at most.</param>
/// <param name="Number">The place of the operation that took it.</param>
internal sealed record RehearsedLockMessage(string Table, string Mode, string Blocks, double Milliseconds, int Number);
