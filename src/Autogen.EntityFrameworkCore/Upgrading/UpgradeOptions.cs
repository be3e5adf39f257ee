using System.Reflection;

namespace Autogen;

/// <summary>How a database is upgraded.</summary>
public sealed record UpgradeOptions
{
    /// <summary>The assembly that holds the revisions; by default the context's.</summary>
    public Assembly? RevisionsAssembly { get; init; }

    /// <summary>
    /// The namespace that the revisions are in, itself or below: for an assembly that holds the revisions of several contexts.
    /// <see langword="null"/> for all of the assembly's.
    /// </summary>
    public string? RevisionsNamespace { get; init; }

    /// <summary>The version table's name.</summary>
    public string VersionTable { get; init; } = "autogen_version";

    /// <summary>The schema of the version table and the log; <see langword="null"/> for the connection's default schema.</summary>
    public string? VersionTableSchema { get; init; }

    /// <summary>The log's name.</summary>
    public string LogTable { get; init; } = "autogen_log";

    /// <summary>
    /// How long to wait while another process upgrades the same database, and how long in all for the locks of a revision's tables.
    /// </summary>
    public TimeSpan LockTimeout { get; init; } = TimeSpan.FromSeconds(60);

    /// <summary>
    /// How long a statement may wait for a table's lock at a time (PostgreSQL's <c>lock_timeout</c>). Whoever wants the table after it
    /// waits behind it, so it gives up soon: the revision is rolled back, and tried again after a pause until <see cref="LockTimeout"/> is
    /// used up. Zero: as long as the server lets it. https://www.postgresql.org/docs/current/runtime-config-client.html#GUC-LOCK-TIMEOUT
    /// </summary>
    public TimeSpan LockAttempt { get; init; } = TimeSpan.FromMilliseconds(500);

    /// <summary>
    /// How long a statement may run (PostgreSQL's <c>statement_timeout</c>); <see langword="null"/> for what the server or the role says,
    /// zero for any time. SQLite has none.
    /// </summary>
    public TimeSpan? StatementTimeout { get; init; }

    /// <summary>
    /// Whether an upgrade creates the database if it does not exist: on PostgreSQL over a connection to the server's <c>postgres</c> or
    /// <c>template1</c>, as the connection's role, which needs <c>CREATEDB</c>; on SQLite the file and its folder, even if the connection
    /// string forbids to create it.
    /// </summary>
    public bool CreateDatabase { get; init; }

    /// <summary>The times of the lease that is the lock on a server.</summary>
    internal Upgrading.Leasing.LeaseTimes LeaseTimes { get; init; } = Upgrading.Leasing.LeaseTimes.Default;

    /// <summary>
    /// Whether a revision that needs more locks than the server has runs in several transactions: on a scratch database,
    /// where a part of one does no harm.
    /// </summary>
    internal bool SplitsLargeRevisions { get; init; }

    /// <summary>Measures each statement; <see langword="null"/> where nothing is measured.</summary>
    internal Upgrading.Measuring.IStatementObserver? Observer { get; init; }

    /// <summary>Room for locks, where the server is not to be asked.</summary>
    internal Drivers.LockRoom? LockCapacity { get; init; }

    /// <summary>What is one transaction.</summary>
    public TransactionMode TransactionMode { get; init; }
}
