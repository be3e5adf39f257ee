using Microsoft.EntityFrameworkCore;

namespace Autogen;

/// <summary>What a host does about a context's revisions. By default nothing: what is wanted is switched on.</summary>
public sealed class AutogenOptions
{
    /// <summary>
    /// Whether the database is upgraded before the host starts anything else; the host does not start if that fails. Of several replicas
    /// that start at once one upgrades, the others wait for it (<see cref="UpgradeOptions.LockTimeout"/>).
    /// </summary>
    public bool UpgradeOnStartup { get; set; }

    /// <summary>
    /// Whether the host refuses to start on a database that lacks a revision of the application's; nothing is written. With
    /// <see cref="UpgradeOnStartup"/>: after the upgrade.
    /// </summary>
    public bool EnsureAtHeadOnStartup { get; set; }

    /// <summary>Where the upgrade at start-up goes: <c>head</c>, <c>heads</c>, a revision's id.</summary>
    public string Target { get; set; } = "head";

    /// <summary>
    /// Whether a database at a revision that this version of the application does not have is taken for one that a newer version has
    /// upgraded, and left as it is: for rolling deployments, and for going back to the version before. Otherwise the host does not start on
    /// it, and the health check fails.
    /// </summary>
    public bool AllowNewerDatabase { get; set; }

    /// <summary>
    /// Which revisions, and which version table: what <c>autogen.json</c> says of them has to be said here, too, because an
    /// application does not read that file.
    /// </summary>
    public UpgradeOptions Upgrade { get; set; } = new();

    // Several contexts have options of their own.
    internal static string NameFor<TContext>()
        where TContext : DbContext
        => typeof(TContext).FullName ?? typeof(TContext).Name;
}
