namespace Autogen.Design.Providers;

/// <summary>A provider that is not known.</summary>
internal sealed class NoAnnotations : ProviderAnnotations
{
    /// <inheritdoc/>
    public override string ProviderName => "";

    /// <inheritdoc/>
    public override string Prefix => "";
}
