using System.ComponentModel;
using System.Diagnostics;
using System.Reflection;
using System.Runtime.InteropServices;
using Autogen.Commands;
using Autogen.Messages;
using Autogen.Output;
using Autogen.Schema;

namespace Autogen.Bundles;

/// <summary>The program of every bundle. What <c>dotnet autogen bundle</c> generates calls it; it is for nobody else.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public static class BundleProgram
{
    /// <summary>Reads the command line, runs the command, and prints as the tool does.</summary>
    /// <param name="bundle">The bundle's assembly, which holds its manifest.</param>
    /// <param name="arguments">The command line.</param>
    /// <returns>The exit code; the same as the tool's.</returns>
    public static async Task<int> RunAsync(Assembly bundle, string[] arguments)
    {
        ArgumentNullException.ThrowIfNull(bundle);
        ArgumentNullException.ThrowIfNull(arguments);
        Console.OutputEncoding = System.Text.Encoding.UTF8;
        var program = Path.GetFileNameWithoutExtension(Environment.ProcessPath) ?? "bundle";
        BundleCommandLine line;
        try
        {
            line = BundleCommandLine.Parse(arguments);
        }
        catch (AutogenException exception)
        {
            await Console.Error.WriteLineAsync(VisibleText.Lines(Redaction.Of(exception.Message)));
            await Console.Error.WriteLineAsync($"'{program} --help' shows what is possible.");
            return exception.Code.ExitCode();
        }

        var manifest = await ReadManifestAsync(bundle);
        if (line.Command is "help" or "version")
        {
            Console.Out.Write(line.Command == "help" ? BundleHelp.Text(program, manifest) : manifest.Project.ToolVersion + "\n");
            return 0;
        }

        using var cancellation = new CancellationTokenSource();
        using var interrupt = PosixSignalRegistration.Create(PosixSignal.SIGINT, Cancel);
        using var terminate = PosixSignalRegistration.Create(PosixSignal.SIGTERM, Cancel);
        return await RunAsync(line, manifest, program, cancellation.Token);

        void Cancel(PosixSignalContext context)
        {
            context.Cancel = true;
            cancellation.Cancel();
        }
    }

    /// <summary>Runs a command that is parsed, and prints.</summary>
    internal static async Task<int> RunAsync(
        BundleCommandLine line, BundleManifest manifest, string program, CancellationToken cancellationToken)
    {
        var terminal = new Terminal(line.IsJson, line.IsVerbose, line.IsQuiet, !line.IsColourless
            && string.IsNullOrEmpty(Environment.GetEnvironmentVariable("NO_COLOR")));
        var printer = new EventPrinter(terminal);

        IPrompter prompter = line is { IsConfirmed: false, CreatesDatabase: false, IsScript: false, IsDryRun: false }
            ? new TerminalPrompter(terminal, printer, Console.In)
            : NoPrompter.Instance;

        // What the application prints while it starts is not the command's result, and what the person types is not for it.
        Console.SetOut(line.IsVerbose ? Console.Error : TextWriter.Null);
        Console.SetIn(TextReader.Null);
        HostRequest? request = null;
        HostSession? session = null;
        try
        {
            request = line.Complete(manifest);
            terminal.Redact(request.Project.Connection);
            session = BundleSession.Create(request.Project, manifest, new EventWriter(printer.Print), prompter);
            terminal.Redact(session.Connection.ConnectionString);
            return Print(terminal, line, program, await RunCommandAsync(line, session, request, cancellationToken));
        }
#pragma warning disable CA1031 // The process's boundary: whatever happened ends here, as one message.
        catch (Exception exception)
#pragma warning restore CA1031
        {
            printer.EndLine();
            var failed = EngineFailure.Of(exception, request, session?.Connection, cancellationToken.IsCancellationRequested);
            return Failure.Print(terminal, line.Command, failed with { Message = BundleHelp.InWordsOf(program, failed.Message) });
        }
        finally
        {
            if (session is not null)
                await session.DisposeAsync();
        }
    }

    private static async Task<(int ExitCode, CommandResult Result)> RunCommandAsync(
        BundleCommandLine line, HostSession session, HostRequest request, CancellationToken cancellationToken)
    {
        if (line is { Command: "history", IsCurrentIndicated: false })
        {
            var revisions = session.Graph.NewestFirst().Select(
                node => RevisionListing.Message(session, node, [], new HashSet<string>(StringComparer.Ordinal)) with
                {
                    IsCurrent = null,
                    IsApplied = null
                });
            return (0, new RevisionsResult { Command = line.Command, Revisions = [.. revisions], Heads = [.. session.Graph.Heads] });
        }

        return request switch
        {
            MoveRequest move => await new UpgradeHostCommand().RunAsync(session, move, cancellationToken),
            CurrentRequest current => await new CurrentHostCommand().RunAsync(session, current, cancellationToken),
            StatusRequest status => await new StatusHostCommand().RunAsync(session, status, cancellationToken),
            _ => throw new UnreachableException($"A bundle has no command for {request.GetType().Name}."),
        };
    }

    private static int Print(Terminal terminal, BundleCommandLine line, string program, (int ExitCode, CommandResult Result) outcome)
    {
        switch (outcome.Result)
        {
            case UpgradeResult moved:
                ResultPrinter.Print(terminal, moved, line.IsScript);
                break;
            case RevisionsResult revisions when line.Command == "current":
                ResultPrinter.PrintCurrent(terminal, revisions);
                break;
            case RevisionsResult revisions when line.Command == "history" && !terminal.IsJson:
                revisions.Revisions.ToList().ForEach(revision => terminal.Line(ResultText.History(revision)));
                break;
            case RevisionsResult revisions:
                ResultPrinter.PrintStatus(terminal, revisions, program);
                break;
        }

        return outcome.ExitCode;
    }

    private static async Task<BundleManifest> ReadManifestAsync(Assembly bundle)
    {
        var stream = bundle.GetManifestResourceStream(BundleManifest.Resource)
            ?? throw new InvalidOperationException(
                $"{bundle.GetName().Name} is not a bundle: it has no resource '{BundleManifest.Resource}'.");
        await using (stream)
            return HostProtocol.ReadManifest(stream);
    }
}
