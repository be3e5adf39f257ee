using Autogen.Messages;

namespace Autogen.Host.Fleets;

/// <summary>What became of a database. Nothing else is kept of it.</summary>
/// <param name="State">One of <see cref="FleetStates"/>.</param>
/// <param name="Current">The revisions that it is at.</param>
internal sealed record FleetOutcome(string State, IReadOnlyList<string> Current)
{
    /// <summary>A database that was not begun.</summary>
    public static FleetOutcome NotStarted { get; } = new(FleetStates.NotStarted, []);

    /// <summary>The code of the error.</summary>
    public string? Code { get; init; }

    /// <summary>Why it failed, in one line.</summary>
    public string? Reason { get; init; }

    /// <summary>Of its schema.</summary>
    public string? Fingerprint { get; init; }

    /// <summary>How the model differs from it; databases that differ alike share the list.</summary>
    public IReadOnlyList<ChangeMessage> Changes { get; init; } = [];

    /// <summary>The outcome for people and programs.</summary>
    public FleetDatabaseMessage Message(string name) => new(name, State, Current, Code, Reason, Fingerprint);
}
