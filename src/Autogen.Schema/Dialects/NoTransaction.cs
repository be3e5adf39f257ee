namespace Autogen.Schema.Dialects;

/// <summary>Nothing to end.</summary>
internal sealed class NoTransaction : IAsyncDisposable
{
    /// <inheritdoc/>
    public ValueTask DisposeAsync() => ValueTask.CompletedTask;
}
