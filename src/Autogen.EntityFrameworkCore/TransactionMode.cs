namespace Autogen;

/// <summary>What is one transaction of an upgrade.</summary>
public enum TransactionMode
{
    /// <summary>A revision, its row of the version table and its line of the log.</summary>
    PerRevision,

    /// <summary>
    /// The whole upgrade: all of it or nothing. A revision with statements that must run by themselves (<c>op.Autocommit</c>,
    /// <c>op.Backfill</c>) is refused.
    /// </summary>
    All,
}
