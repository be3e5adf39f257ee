using Autogen.Graph;

namespace Autogen.Upgrading;

/// <summary>Is told how an upgrade goes on; what it does not care for, it need not implement.</summary>
internal interface IUpgradeProgress
{
    /// <summary>The database did not exist, and was created.</summary>
    /// <param name="name">The database, for people: <c>database 'shop' on server localhost</c>.</param>
    void DatabaseCreated(string name)
    {
    }

    /// <summary>A revision begins.</summary>
    void StepStarted(RevisionStep step)
    {
    }

    /// <summary>A statement of the revision begins.</summary>
    void StatementStarting(int done, int total)
    {
    }

    /// <summary>A revision is done and committed.</summary>
    void StepFinished(RevisionStep step, TimeSpan duration)
    {
    }

    /// <summary>Another process holds the lock.</summary>
    void Waiting(string holder)
    {
    }

    /// <summary>A revision was rolled back because of a lock, and is tried again.</summary>
    void TryingAgain(string why)
    {
    }

    /// <summary>A transaction may need more locks than the server has.</summary>
    /// <param name="warning">Which one, how many, and what to do.</param>
    void NeedsManyLocks(string warning)
    {
    }

    /// <summary>A large table is about to be rebuilt (SQLite).</summary>
    /// <param name="space">Which one, what space that needs, and what there is.</param>
    void Rebuilding(string space)
    {
    }

    /// <summary>A batch of a backfill is done and committed.</summary>
    /// <param name="table">The table.</param>
    /// <param name="rows">How many rows are done, those of earlier runs included.</param>
    /// <param name="total">How many there are to do: counted for small tables, estimated for large ones.</param>
    /// <param name="batch">How many of them this batch did.</param>
    /// <param name="elapsed">Since this run began with it.</param>
    /// <param name="isLast">Whether that was the last batch.</param>
    void RowsChanged(string table, long rows, long total, long batch, TimeSpan elapsed, bool isLast)
    {
    }
}

/// <summary>Reports nothing.</summary>
internal sealed class SilentProgress : IUpgradeProgress
{
    /// <summary>The one.</summary>
    public static SilentProgress Instance { get; } = new();
}
