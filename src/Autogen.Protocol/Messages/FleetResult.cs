namespace Autogen.Messages;

/// <summary>The result of <c>fleet</c>.</summary>
internal sealed record FleetResult : CommandResult
{
    /// <summary>The target (<c>fleet upgrade</c>).</summary>
    public string? Target { get; init; }

    /// <summary>The part of the fleet: <c>0/4</c>; left out for all of it.</summary>
    public string? Shard { get; init; }

    /// <summary>How many databases of the fleet are in other shards.</summary>
    public int OtherShards { get; init; }

    /// <summary>The run of the ledger that this process took part in; left out without one.</summary>
    public string? Ledger { get; init; }

    /// <summary>How many databases of the run this process worked on; left out without a ledger.</summary>
    public int? Own { get; init; }

    /// <summary>How many databases there are in each state.</summary>
    public IReadOnlyDictionary<string, int> States { get; init; } = new SortedDictionary<string, int>(StringComparer.Ordinal);

    /// <summary>Every database, in the order of the fleet.</summary>
    public IReadOnlyList<FleetDatabaseMessage> Databases { get; init; } = [];

    /// <summary>Databases that are alike (<c>fleet status</c>, <c>fleet check</c>), the largest group first.</summary>
    public IReadOnlyList<FleetGroupMessage> Groups { get; init; } = [];

    /// <summary>Why databases were not begun: a failed wave, a spent budget, an answer, Ctrl+C.</summary>
    public string? Stopped { get; init; }
}

/// <summary>A database of a fleet, and what became of it.</summary>
/// <param name="Name">Its name.</param>
/// <param name="State">One of <see cref="FleetStates"/>.</param>
/// <param name="Current">The revisions that it is at, as far as known.</param>
/// <param name="Code">The code of the error.</param>
/// <param name="Reason">Why it failed, in one line.</param>
/// <param name="Fingerprint">Of its schema (<c>fleet status</c>).</param>
internal sealed record FleetDatabaseMessage(
    string Name, string State, IReadOnlyList<string> Current, string? Code = null, string? Reason = null, string? Fingerprint = null)
{
    /// <summary>Whether it counts as a failure.</summary>
    public bool IsFailed() => State is FleetStates.Failed;
}

/// <summary>Databases that are alike.</summary>
/// <param name="State">Their state.</param>
/// <param name="Current">The revisions that they are at.</param>
/// <param name="Fingerprint">Of their schemas (<c>fleet status</c>).</param>
/// <param name="IsDrifted">Whether most databases at the same revisions have another schema (<c>fleet status</c>).</param>
/// <param name="Names">Their names.</param>
/// <param name="Changes">How the model differs from them (<c>fleet check</c>).</param>
internal sealed record FleetGroupMessage(
    string State,
    IReadOnlyList<string> Current,
    string? Fingerprint,
    bool IsDrifted,
    IReadOnlyList<string> Names,
    IReadOnlyList<ChangeMessage> Changes);

/// <summary>The states of a database of a fleet.</summary>
internal static class FleetStates
{
    /// <summary>Revisions were applied.</summary>
    public const string Upgraded = "upgraded";

    /// <summary>It has every revision up to the target, or to the heads.</summary>
    public const string Current = "current";

    /// <summary>Revisions are pending.</summary>
    public const string Pending = "pending";

    /// <summary>A revision is not whole.</summary>
    public const string Unfinished = "unfinished";

    /// <summary>It is at a revision that no file has.</summary>
    public const string Ahead = "ahead";

    /// <summary>It equals the model.</summary>
    public const string Same = "same";

    /// <summary>It differs from the model.</summary>
    public const string Different = "different";

    /// <summary>It was refused, or a revision failed.</summary>
    public const string Failed = "failed";

    /// <summary>Ctrl+C interrupted it.</summary>
    public const string Interrupted = "interrupted";

    /// <summary>It was not begun.</summary>
    public const string NotStarted = "notStarted";
}
