using System.Diagnostics;

namespace Autogen.Schema;

/// <summary>
/// A stage of a command, for <c>--timings</c>: an activity of .NET's tracing, so that what a provider traces (its round trips) belongs to
/// the stage around it. Nothing is created while nobody listens.
/// </summary>
internal sealed class Stage : IDisposable
{
    /// <summary>The name of the source of the activities.</summary>
    public const string SourceName = "Autogen";

    private static readonly ActivitySource source = new(SourceName);
    private Activity? activity;

    private Stage(string name) => Next(name);

    /// <summary>Begins a stage; disposing it ends it. A stage inside another one is not part of the outer one's time.</summary>
    /// <param name="name">What is done, for people.</param>
    public static Stage Begin(string name) => new(name);

    /// <summary>Ends the stage and begins the next.</summary>
    public void Next(string name)
    {
        activity?.Dispose();
        activity = source.StartActivity(name);
    }

    /// <inheritdoc/>
    public void Dispose() => activity?.Dispose();
}
