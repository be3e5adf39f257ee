using Autogen.Messages;

namespace Autogen.Commands;

/// <summary>A command that needs the database.</summary>
/// <typeparam name="TSession">What it runs in: a bundle has less than the engine.</typeparam>
/// <typeparam name="TRequest">What it is asked.</typeparam>
internal abstract class HostCommand<TSession, TRequest>
    where TSession : HostSession
    where TRequest : HostRequest
{
    /// <summary>Runs the command.</summary>
    /// <returns>The exit code (0, or 3 where something was found) and the document.</returns>
    public abstract Task<(int ExitCode, CommandResult Result)> RunAsync(
        TSession session, TRequest request, CancellationToken cancellationToken);
}
