namespace Autogen.Messages;

/// <summary><c>fleet</c>: one command for many databases.</summary>
internal abstract record FleetRequest : HostRequest
{
    /// <summary>Where the databases are.</summary>
    public required FleetSource Source { get; init; }

    /// <summary>Wildcards for names; empty for every database.</summary>
    public IReadOnlyList<string> Names { get; init; } = [];

    /// <summary>How many databases run at a time.</summary>
    public int Parallel { get; init; } = 1;

    /// <summary>How many databases of one server run at a time.</summary>
    public int PerServer { get; init; } = 1;

    /// <summary>The part of the fleet that is this process's; <see langword="null"/> for all of it.</summary>
    public FleetShard? Shard { get; init; }
}

/// <summary><c>fleet upgrade</c>.</summary>
internal sealed record FleetUpgradeRequest : FleetRequest
{
    /// <inheritdoc/>
    protected override string CommandName => "fleet upgrade";

    /// <inheritdoc/>
    protected override string? OtherConnection => Source.Ledger;

    /// <summary>The target, for every database.</summary>
    public required string Target { get; init; }

    /// <summary>The first wave: a number or a percentage; <see langword="null"/> for no such wave.</summary>
    public string? Canary { get; init; }

    /// <summary>The waves after it: numbers, percentages or <c>rest</c>.</summary>
    public IReadOnlyList<string> Then { get; init; } = [];

    /// <summary>How many databases may fail before no other one begins; <see langword="null"/> for any number within a wave.</summary>
    public int? MaxFailures { get; init; }

    /// <summary>How long to wait between waves, in seconds; <see langword="null"/> for a question, where somebody answers.</summary>
    public double? PauseSeconds { get; init; }

    /// <summary>The name of a run that several processes share by a ledger; <see langword="null"/> for this process alone.</summary>
    public string? Ledger { get; init; }
}

/// <summary><c>fleet status</c>.</summary>
internal sealed record FleetStatusRequest : FleetRequest
{
    /// <inheritdoc/>
    protected override string CommandName => "fleet status";
}

/// <summary><c>fleet check</c>.</summary>
internal sealed record FleetCheckRequest : FleetRequest
{
    /// <inheritdoc/>
    protected override string CommandName => "fleet check";

    /// <summary>Whether cosmetic differences count.</summary>
    public bool Strict { get; init; }
}
