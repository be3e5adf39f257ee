namespace Autogen.Messages;

/// <summary><c>verify</c>.</summary>
internal sealed record VerifyRequest : HostRequest
{
    /// <inheritdoc/>
    protected override string CommandName => "verify";

    /// <inheritdoc/>
    protected override string? OtherConnection => Scratch;

    /// <summary>The revisions to prove; empty for the heads.</summary>
    public IReadOnlyList<string> Revisions { get; init; } = [];

    /// <summary>Whether every revision is proven.</summary>
    public bool All { get; init; }

    /// <summary>An empty database for the proof: connection string or URL; <see langword="null"/> for one that is made.</summary>
    public string? Scratch { get; init; }
}
