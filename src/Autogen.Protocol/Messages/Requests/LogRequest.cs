namespace Autogen.Messages;

/// <summary><c>history --log</c>.</summary>
internal sealed record LogRequest : HostRequest
{
    /// <inheritdoc/>
    protected override string CommandName => "history";
}
