using System.Runtime.InteropServices;
using Autogen.Graph;
using Autogen.Host.Commands;
using Autogen.Host.Session;
using Autogen.Messages;

namespace Autogen.Host;

/// <summary>Reads the request, runs the command, and tells how it ended.</summary>
internal static class Engine
{
    /// <summary>The command of a name.</summary>
    internal static HostCommand CommandFor(string name) => name switch
    {
        "revision" => new RevisionHostCommand(),
        "upgrade" => new UpgradeHostCommand(StepDirection.Upgrade),
        "downgrade" => new UpgradeHostCommand(StepDirection.Downgrade),
        "stamp" => new StampHostCommand(),
        "current" => new CurrentHostCommand(),
        "log" => new LogHostCommand(),
        "status" => new StatusHostCommand(),
        "check" => new CheckHostCommand(),
        "diff" => new DiffHostCommand(),
        "ensure-version" => new EnsureVersionHostCommand(),
        "verify" => new VerifyHostCommand(),
        "adopt" => new AdoptHostCommand(),
        "sql" => new SqlHostCommand(),
        _ => throw new InvalidOperationException($"The engine has no command '{name}'."),
    };

    /// <summary>Reads the request, runs its command and writes the result.</summary>
    /// <returns>The exit code.</returns>
    public static async Task<int> RunAsync()
    {
        var events = EventWriter.TakeStandardOutput();
        using var cancellation = new CancellationTokenSource();
        using var interrupt = PosixSignalRegistration.Create(PosixSignal.SIGINT, Cancel);
        using var terminate = PosixSignalRegistration.Create(PosixSignal.SIGTERM, Cancel);

        HostRequest? request = null;
        HostSession? session = null;
        try
        {
            request = HostProtocol.ReadRequest(await Console.In.ReadLineAsync(cancellation.Token) ?? "null");
            if (request.Command == BundleHostCommand.Name)
            {
                events.WriteResult(0, BundleHostCommand.Describe(request));
                return 0;
            }

            session = HostSession.Create(request, events);
            foreach (var skew in AssemblyResolution.Skews)
                events.Verbose(skew);
            var (exitCode, result) = await CommandFor(request.Command).RunAsync(session, cancellation.Token);
            events.WriteResult(exitCode, result);
            return exitCode;
        }
#pragma warning disable CA1031 // The process's boundary: whatever happened must reach the face as an event.
        catch (Exception exception)
#pragma warning restore CA1031
        {
            var failed = EngineFailure.Of(
                await RevisionLog.ExplainAsync(exception, session), request, session?.Connection, cancellation.IsCancellationRequested);
            events.Write(failed);
            return failed.ExitCode;
        }
        finally
        {
            if (session is not null)
                await session.DisposeAsync();
        }

        void Cancel(PosixSignalContext context)
        {
            context.Cancel = true;
            cancellation.Cancel();
        }
    }
}
