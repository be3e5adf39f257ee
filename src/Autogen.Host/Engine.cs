using System.Reflection;
using System.Runtime.InteropServices;
using Autogen.Graph;
using Autogen.Host.Commands;
using Autogen.Host.Session;
using Autogen.Messages;
using Autogen.Schema;
using Autogen.Upgrading;

namespace Autogen.Host;

/// <summary>Reads the request, runs the command, and tells how it ended.</summary>
internal static class Engine
{
    private static HostCommand CommandFor(string name) => name switch
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

    /// <summary>Does all of it.</summary>
    /// <returns>The exit code.</returns>
    public static async Task<int> RunAsync()
    {
        using var events = EventWriter.TakeStandardOutput();
        using var cancellation = new CancellationTokenSource();
        using var interrupt = PosixSignalRegistration.Create(PosixSignal.SIGINT, Cancel);
        using var terminate = PosixSignalRegistration.Create(PosixSignal.SIGTERM, Cancel);

        HostRequest? request = null;
        HostSession? session = null;
        try
        {
            request = HostProtocol.ReadRequest(await Console.In.ReadLineAsync(cancellation.Token) ?? "null");
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
            return Fail(events, exception, request, session, cancellation.IsCancellationRequested);
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

    private static int Fail(EventWriter events, Exception exception, HostRequest? request, HostSession? session, bool interrupted)
    {
        var known = Explain(exception, session, interrupted);
        var failed = known is not null
            ? new FailedEvent(known.Code.Written(), known.Code.ExitCode(), known.Message, known.Details, exception.ToString())
            : new FailedEvent(null, 1, $"{exception.GetType().Name}: {exception.Message}", new Dictionary<string, string>(StringComparer.Ordinal), exception.ToString());
        events.Write(WithoutPassword(failed, request, session));
        return failed.ExitCode;
    }

    private static AutogenException? Explain(Exception exception, HostSession? session, bool interrupted)
    {
        while (exception is TargetInvocationException { InnerException: { } inner })
            exception = inner;
        if (exception is AutogenException known)
            return known;
        if (exception is FileNotFoundException { FileName: { } file } && file.StartsWith("Microsoft.EntityFrameworkCore", StringComparison.Ordinal))
        {
            return new AutogenException(
                ErrorCode.ReferenceMissing,
                $"The application does not have {file.Split(',')[0]}: it does not use EF Core with a relational provider, or another project does (--project, --startup-project).",
                exception);
        }

        if (exception is UpgradeInterruptedException)
            return new AutogenException(ErrorCode.Interrupted, exception.Message, exception);
        if (interrupted)
            return new AutogenException(ErrorCode.Interrupted, "Interrupted. What was running was rolled back; 'dotnet autogen current' says where the database is.", exception);
        return session is null ? null : DatabaseErrors.Explain(exception, session.Connection);
    }

    // Database drivers do not repeat passwords; this makes sure that nothing else did.
    private static FailedEvent WithoutPassword(FailedEvent failed, HostRequest? request, HostSession? session)
    {
        var passwords = new[] { ConnectionUrl.PasswordOf(session?.Connection.ConnectionString), ConnectionUrl.PasswordOf(request?.Connection) };
        foreach (var password in passwords)
        {
            if (password is { Length: > 0 })
            {
                failed = failed with
                {
                    Message = failed.Message.Replace(password, "***", StringComparison.Ordinal),
                    Stack = failed.Stack?.Replace(password, "***", StringComparison.Ordinal),
                };
            }
        }

        return failed;
    }
}
