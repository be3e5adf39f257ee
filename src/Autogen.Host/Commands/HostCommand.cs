using Autogen.Host.Session;
using Autogen.Messages;

namespace Autogen.Host.Commands;

/// <summary>A command of the engine.</summary>
internal abstract class HostCommand
{
    /// <summary>Runs the command.</summary>
    /// <returns>The exit code (0, or 3 where something was found) and the document.</returns>
    public abstract Task<(int ExitCode, CommandResult Result)> RunAsync(HostSession session, CancellationToken cancellationToken);
}
