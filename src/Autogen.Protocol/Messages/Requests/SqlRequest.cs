namespace Autogen.Messages;

/// <summary><c>sql</c>.</summary>
internal sealed record SqlRequest : HostRequest
{
    /// <inheritdoc/>
    protected override string CommandName => "sql";

    /// <summary>The statement.</summary>
    public required string Statement { get; init; }
}
