namespace Autogen.Messages;

/// <summary><c>check</c>.</summary>
internal sealed record CheckRequest : HostRequest
{
    /// <inheritdoc/>
    protected override string CommandName => "check";

    /// <summary>Whether cosmetic differences count.</summary>
    public bool Strict { get; init; }

    /// <summary>Whether revisions that were edited after they were applied count.</summary>
    public bool FailOnChanged { get; init; }

    /// <summary>The <c>--rename OLD=NEW</c> texts.</summary>
    public IReadOnlyList<string> Renames { get; init; } = [];
}
