using Autogen.Messages;

namespace Autogen.Tool.Settings;

/// <summary>What an upgrade may not exceed in a rehearsal.</summary>
internal sealed record RehearsalSettings
{
    /// <summary>How long a lock may be held that blocks writing or reading: <c>2s</c>.</summary>
    public string? MaxExclusiveLock { get; init; }

    /// <summary>How many existing tables and indexes may be written as a whole.</summary>
    public int? Rewrites { get; init; }

    /// <summary>How long the upgrade may take: <c>10m</c>.</summary>
    public string? MaxTime { get; init; }

    /// <summary>The limits for the engine.</summary>
    public RehearsalLimits Limits => new()
    {
        MaxExclusiveLock = MaxExclusiveLock is { } exclusive ? DurationText.Seconds(exclusive) : null,
        Rewrites = Rewrites,
        MaxTime = MaxTime is { } time ? DurationText.Seconds(time) : null,
    };
}
