namespace Autogen.Messages;

/// <summary><c>rehearse</c>.</summary>
internal sealed record RehearseRequest : HostRequest
{
    /// <inheritdoc/>
    protected override string CommandName => "rehearse";

    /// <summary>Where the upgrade leads.</summary>
    public string Target { get; init; } = "head";

    /// <summary>Whether only the upgrade is rehearsed.</summary>
    public bool NoDowngrade { get; init; }

    /// <summary>Whether copies that earlier rehearsals left are dropped without a question.</summary>
    public bool DropLeft { get; init; }

    /// <summary>How long to wait until nobody else is connected to the database, in seconds.</summary>
    public double WaitSeconds { get; init; }

    /// <summary>What the upgrade may not exceed.</summary>
    public RehearsalLimits Limits { get; init; } = new();
}

/// <summary>What an upgrade may not exceed in a rehearsal; <see langword="null"/> for any.</summary>
internal sealed record RehearsalLimits
{
    /// <summary>How long a lock may be held that blocks writing or reading, in seconds.</summary>
    public double? MaxExclusiveLock { get; init; }

    /// <summary>How many existing tables and indexes may be written as a whole.</summary>
    public int? Rewrites { get; init; }

    /// <summary>How long the upgrade may take, in seconds.</summary>
    public double? MaxTime { get; init; }
}
