namespace Autogen.Messages;

/// <summary><c>status</c>; in a bundle <c>history -i</c>, too.</summary>
internal sealed record StatusRequest : HostRequest
{
    /// <inheritdoc/>
    protected override string CommandName => IsHistory ? "history" : "status";

    /// <summary>Whether <c>history</c> asks.</summary>
    public bool IsHistory { get; init; }
}
