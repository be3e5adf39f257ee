using Autogen.Messages;

namespace Autogen.Tool;

/// <summary>Thrown when the engine reports an error.</summary>
/// <param name="failed">What it said.</param>
internal sealed class EngineFailureException(FailedEvent failed) : Exception(failed.Message)
{
    /// <summary>The engine's error.</summary>
    public FailedEvent Failed => failed;
}
