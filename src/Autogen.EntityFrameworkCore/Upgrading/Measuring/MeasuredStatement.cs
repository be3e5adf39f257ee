namespace Autogen.Upgrading.Measuring;

/// <summary>A statement of an upgrade, as it was measured.</summary>
internal sealed record MeasuredStatement
{
    /// <summary>The revision.</summary>
    public required string Revision { get; init; }

    /// <summary>Whether it is the revision's upgrade; else its downgrade.</summary>
    public required bool IsUpgrade { get; init; }

    /// <summary>The operation's place among the revision's operations, from 1.</summary>
    public required int Number { get; init; }

    /// <summary>The operation's name.</summary>
    public required string Operation { get; init; }

    /// <summary>The SQL; <see langword="null"/> for code.</summary>
    public string? Sql { get; init; }

    /// <summary>How long it took; all its batches, for a backfill.</summary>
    public TimeSpan Duration { get; init; }

    /// <summary>How many batches it was; 1 for what is not sent in batches.</summary>
    public int Batches { get; init; } = 1;

    /// <summary>The rows that it inserted, updated and deleted.</summary>
    public long ChangedRows { get; init; }

    /// <summary>The bytes of write-ahead log that it made; <see langword="null"/> where it is not known.</summary>
    public long? LogBytes { get; init; }

    /// <summary>The tables and indexes that were there before and were written once more as a whole.</summary>
    public IReadOnlyList<string> Rewritten { get; init; } = [];

    /// <summary>Whether it runs by itself, in no transaction with others.</summary>
    public bool IsAlone { get; init; }

    /// <summary>Whether it failed.</summary>
    public bool HasFailed { get; init; }
}

/// <summary>A lock of an upgrade on a table that was there before.</summary>
/// <param name="Revision">The revision.</param>
/// <param name="IsUpgrade">Whether it is the revision's upgrade; else its downgrade.</param>
/// <param name="Number">The operation that took it, from 1.</param>
/// <param name="Lock">The lock.</param>
/// <param name="Duration">From the start of the statement that took it to the end of the transaction: at most that long.</param>
internal sealed record MeasuredLock(string Revision, bool IsUpgrade, int Number, TableLock Lock, TimeSpan Duration);
