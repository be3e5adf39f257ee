using System.Reflection;

namespace Autogen;

/// <summary>How a database is upgraded.</summary>
public sealed record UpgradeOptions
{
    /// <summary>The assembly that holds the revisions; by default the context's.</summary>
    public Assembly? RevisionsAssembly { get; init; }

    /// <summary>
    /// The namespace that the revisions are in, itself or below: for an assembly that holds the revisions of several contexts. <see langword="null"/> for all of the assembly's.
    /// </summary>
    public string? RevisionsNamespace { get; init; }

    /// <summary>The version table's name.</summary>
    public string VersionTable { get; init; } = "autogen_version";

    /// <summary>The schema of the version table and the log; <see langword="null"/> for the connection's default schema.</summary>
    public string? VersionTableSchema { get; init; }

    /// <summary>The log's name.</summary>
    public string LogTable { get; init; } = "autogen_log";

    /// <summary>How long to wait while another process upgrades the same database.</summary>
    public TimeSpan LockTimeout { get; init; } = TimeSpan.FromSeconds(60);
}
