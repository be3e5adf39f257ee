namespace Autogen.Messages;

/// <summary><c>ensure-version</c>.</summary>
internal sealed record EnsureVersionRequest : HostRequest
{
    /// <inheritdoc/>
    protected override string CommandName => "ensure-version";
}
