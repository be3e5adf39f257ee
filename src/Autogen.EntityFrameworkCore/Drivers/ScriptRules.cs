namespace Autogen.Drivers;

/// <summary>How scripts are written.</summary>
internal class ScriptRules
{
    /// <summary>
    /// Whether statements can only be written once the revisions before were replayed on a replica, because they depend on what exists.
    /// </summary>
    public virtual bool NeedReplica => false;

    /// <summary>
    /// The statement that creates a schema where it is missing; <see langword="null"/> for a database without schemas.
    /// </summary>
    public virtual string? CreateSchemaSql(string schema) => null;

    /// <summary>The command that runs a script, and ends at the first error.</summary>
    public virtual string? RunCommand => null;

    /// <summary>The statements at a script's beginning that limit how long it waits for others.</summary>
    public virtual IReadOnlyList<string> SessionLimits(UpgradeOptions options) => [];

    /// <summary>The statements at the beginning of each transaction that limit how long it waits and runs.</summary>
    public virtual IReadOnlyList<string> TransactionLimits(UpgradeOptions options) => [];

    /// <summary>Conditions around statements; <see langword="null"/> for a database that has them in queries only.</summary>
    public virtual ScriptConditions? Conditions => null;
}

/// <summary>Statements under a condition, for idempotent scripts.</summary>
internal abstract class ScriptConditions
{
    /// <summary>The statement that runs others if a condition holds, without its end.</summary>
    /// <param name="condition">The condition.</param>
    /// <param name="guards">Conditions under which nothing may run, with the error that says why.</param>
    /// <param name="statements">The statements.</param>
    public abstract string Block(
        string condition, IEnumerable<(string Condition, string Message)> guards, IEnumerable<string> statements);
}
