namespace Autogen.Upgrading.Measuring;

/// <summary>What a database says of itself at a moment of an upgrade, to the session that upgrades.</summary>
internal sealed record DatabaseMoment
{
    /// <summary>Where tables and indexes are stored, by what they are called for people: another place is another copy.</summary>
    public required IReadOnlyDictionary<string, string> Storage { get; init; }

    /// <summary>The locks of the session on tables.</summary>
    public IReadOnlyList<TableLock> Locks { get; init; } = [];

    /// <summary>The rows that the transaction has inserted, updated and deleted, or, where it is not known, the connection.</summary>
    public long ChangedRows { get; init; }

    /// <summary>The bytes of write-ahead log since the log began; <see langword="null"/> where it is not known.</summary>
    public long? LogPosition { get; init; }
}

/// <summary>A lock on a table, or on all of a database.</summary>
/// <param name="Table">What is locked, for people.</param>
/// <param name="Mode">The database's name of the mode: <c>ACCESS EXCLUSIVE</c>.</param>
/// <param name="Strength">Orders the modes: a stronger one conflicts with more others.</param>
/// <param name="Blocks">What others have to wait with.</param>
/// <param name="IsOfAll">Whether it locks all of the database.</param>
internal sealed record TableLock(string Table, string Mode, int Strength, BlockedWork Blocks, bool IsOfAll = false);

/// <summary>What others can't do to a table while a lock is held.</summary>
internal enum BlockedWork
{
    /// <summary>Nothing that an application does: only other changes of the schema.</summary>
    SchemaChanges,

    /// <summary>Writing.</summary>
    Writes,

    /// <summary>Reading and writing.</summary>
    ReadsAndWrites,
}
