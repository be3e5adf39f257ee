using Autogen.Upgrading;
using Autogen.Upgrading.Running;

namespace Autogen.Drivers;

/// <summary>
/// Switches foreign keys off around a revision where the database would otherwise delete rows that refer to a table that is dropped or
/// rebuilt. The base needs no such switch.
/// </summary>
internal class ForeignKeySwitch
{
    /// <summary>Whether foreign keys must not be enforced while these statements run.</summary>
    public virtual bool MustBeOff(IReadOnlyList<StepStatement> statements) => false;

    /// <summary>Does something while they are not enforced, and enforces them again if they were.</summary>
    public virtual Task<T> WithoutAsync<T>(UpgradeSession session, Func<Task<T>> action, CancellationToken cancellationToken) => action();

    /// <summary>Switches them off for as long as the connection is open.</summary>
    public virtual Task SwitchOffAsync(UpgradeSession session, CancellationToken cancellationToken) => Task.CompletedTask;

    /// <summary>The statement that switches them off for the session, for scripts. Only asked of statements that need it.</summary>
    public virtual string OffSql => throw Unused();

    /// <summary>The statement that switches them on.</summary>
    public virtual string OnSql => throw Unused();

    /// <summary>The query for the rows of a table that violate its foreign keys.</summary>
    public virtual string ViolationsSql(string table) => throw Unused();

    /// <summary>The tables whose foreign keys a script checks after these statements.</summary>
    public virtual Task<IReadOnlyList<string>> TablesToCheckAsync(
        UpgradeSession session, IReadOnlyList<StepStatement> statements, CancellationToken cancellationToken)
        => throw Unused();

    private static InvalidOperationException Unused() => new("The database enforces foreign keys throughout.");
}
