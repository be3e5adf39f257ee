using Autogen.Messages;

namespace Autogen.Tool;

/// <summary>The engine said that it failed.</summary>
/// <param name="failed">What it said.</param>
internal sealed class EngineFailureException(FailedEvent failed) : Exception(failed.Message)
{
    /// <summary>What it said.</summary>
    public FailedEvent Failed => failed;
}
