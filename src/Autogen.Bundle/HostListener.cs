using System.Diagnostics;
using Microsoft.Extensions.Hosting;

namespace Autogen.Bundles;

/// <summary>Waits for the application's host to be built, and ends the entry point there.</summary>
/// <param name="found">Gets the host.</param>
internal sealed class HostListener(TaskCompletionSource<object?> found)
    : IObserver<DiagnosticListener>, IObserver<KeyValuePair<string, object?>>
{
    /// <inheritdoc/>
    public void OnNext(DiagnosticListener value)
    {
        if (value.Name == "Microsoft.Extensions.Hosting")
            value.Subscribe(this);
    }

    /// <inheritdoc/>
    public void OnNext(KeyValuePair<string, object?> value)
    {
        if (value.Key == "HostBuilt" && found.TrySetResult(value.Value))
            throw new HostAbortedException(); // applications know it, and let it pass
    }

    /// <inheritdoc/>
    public void OnCompleted()
    {
    }

    /// <inheritdoc/>
    public void OnError(Exception error)
    {
    }
}
