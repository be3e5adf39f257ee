using System.Diagnostics;
using System.Runtime.InteropServices;
using Autogen.Commands;
using Autogen.Host.Commands;
using Autogen.Host.Fleets;
using Autogen.Host.Session;
using Autogen.Messages;
using Autogen.Schema;

namespace Autogen.Host;

/// <summary>Reads the request, runs the command, and tells how it ended.</summary>
internal static class Engine
{
    /// <summary>Runs the command that a request is for.</summary>
    /// <returns>The exit code and the document.</returns>
    internal static Task<(int ExitCode, CommandResult Result)> RunAsync(
        ProjectSession session, HostRequest request, CancellationToken cancellationToken) => request switch
        {
            RevisionRequest revision => new RevisionHostCommand().RunAsync(session, revision, cancellationToken),
            MoveRequest move => new UpgradeHostCommand().RunAsync(session, move, cancellationToken),
            StampRequest stamp => new StampHostCommand().RunAsync(session, stamp, cancellationToken),
            CurrentRequest current => new CurrentHostCommand().RunAsync(session, current, cancellationToken),
            LogRequest log => new LogHostCommand().RunAsync(session, log, cancellationToken),
            StatusRequest status => new StatusHostCommand().RunAsync(session, status, cancellationToken),
            CheckRequest check => new CheckHostCommand().RunAsync(session, check, cancellationToken),
            DiffRequest diff => new DiffHostCommand().RunAsync(session, diff, cancellationToken),
            EnsureVersionRequest ensure => new EnsureVersionHostCommand().RunAsync(session, ensure, cancellationToken),
            RehearseRequest rehearse => new RehearseHostCommand().RunAsync(session, rehearse, cancellationToken),
            VerifyRequest verify => new VerifyHostCommand().RunAsync(session, verify, cancellationToken),
            AdoptRequest adopt => new AdoptHostCommand().RunAsync(session, adopt, cancellationToken),
            FleetUpgradeRequest fleet => new FleetUpgradeHostCommand().RunAsync(session, fleet, cancellationToken),
            FleetStatusRequest fleet => new FleetStatusHostCommand().RunAsync(session, fleet, cancellationToken),
            FleetCheckRequest fleet => new FleetCheckHostCommand().RunAsync(session, fleet, cancellationToken),
            StatisticsRequest statistics => new StatisticsHostCommand().RunAsync(session, statistics, cancellationToken),
            SqlRequest sql => new SqlHostCommand().RunAsync(session, sql, cancellationToken),
            _ => throw new UnreachableException($"The engine has no command for {request.GetType().Name}."),
        };

    /// <summary>Reads the request, runs its command and writes the result.</summary>
    /// <returns>The exit code.</returns>
    public static async Task<int> RunAsync()
    {
        var events = EventWriter.TakeStandardOutput();
        var input = TakeStandardInput();
        using var cancellation = new CancellationTokenSource();
        using var interrupt = PosixSignalRegistration.Create(PosixSignal.SIGINT, Cancel);
        using var terminate = PosixSignalRegistration.Create(PosixSignal.SIGTERM, Cancel);

        HostRequest? request = null;
        ProjectSession? session = null;
        StageTimes? times = null;
        try
        {
            request = HostProtocol.ReadRequest(await input.ReadLineAsync(cancellation.Token) ?? "null");
            if (request is BundleRequest bundle)
            {
                events.WriteResult(0, BundleHostCommand.Describe(bundle));
                return 0;
            }

            times = request.Project.MeasuresTime ? new StageTimes() : null;
            using (Stage.Begin("application and its context"))
                session = ProjectSession.Create(request, events, new Prompter(events, request.AnswersQuestions ? input : null));
            foreach (var skew in AssemblyResolution.Skews)
                events.Verbose(skew);
            var (exitCode, result) = await RunAsync(session, request, cancellation.Token);
            TellTimes();
            events.WriteResult(exitCode, result);
            return exitCode;
        }
#pragma warning disable CA1031 // The process's boundary: whatever happened must reach the face as an event.
        catch (Exception exception)
#pragma warning restore CA1031
        {
            var failed = EngineFailure.Of(
                await RevisionLog.ExplainAsync(exception, session), request, session?.Connection, cancellation.IsCancellationRequested);
            TellTimes();
            events.Write(failed);
            return failed.ExitCode;
        }
        finally
        {
            if (session is not null)
                await session.DisposeAsync();
            times?.Dispose();
        }

        void TellTimes()
        {
            if (times is not null)
                events.Write(times.Read());
        }

        void Cancel(PosixSignalContext context)
        {
            context.Cancel = true;
            cancellation.Cancel();
        }
    }

    // The application's own code finds the end of the input, as it does where the face answers no questions.
    private static StreamReader TakeStandardInput()
    {
        var input = new StreamReader(Console.OpenStandardInput());
        Console.SetIn(TextReader.Null);
        return input;
    }
}
