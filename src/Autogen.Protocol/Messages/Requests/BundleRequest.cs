namespace Autogen.Messages;

/// <summary><c>bundle</c>: which context and which revisions a bundle is of.</summary>
internal sealed record BundleRequest : HostRequest
{
    /// <inheritdoc/>
    protected override string CommandName => "bundle";
}
