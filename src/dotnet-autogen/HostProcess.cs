using System.Diagnostics;
using System.Runtime.InteropServices;
using Autogen.Messages;
using Autogen.Output;
using Autogen.Schema;
using Autogen.Tool.Output;
using Autogen.Tool.Projects;

namespace Autogen.Tool;

/// <summary>Runs the engine inside the application's dependency closure and prints what it tells on the way.</summary>
internal static class HostProcess
{
    private const int LastLines = 20;

    // The engine runs with the application's settings, which may be those of a web server: heaps for each processor, and garbage kept for
    // speed. A command is short, and rows of HasData can be large.
    // https://learn.microsoft.com/dotnet/core/runtime-config/garbage-collector
    private static readonly (string Name, string Value)[] memorySettings =
    [
        ("DOTNET_gcServer", "0"), ("DOTNET_gcConcurrent", "0"), ("DOTNET_GCConserveMemory", "7")
    ];

    // Measuring which branches are taken pays off in processes that live for minutes; a command spends most of its time in code that it
    // runs once. https://learn.microsoft.com/dotnet/core/runtime-config/compilation#profile-guided-optimization
    private static readonly (string Name, string Value)[] compilationSettings = [("DOTNET_TieredPGO", "0")];

    /// <summary>Runs the engine.</summary>
    public static async Task<HostOutcome> RunAsync(
        HostRequest request,
        BuildResult build,
        IReadOnlyDictionary<string, string> environment,
        Terminal terminal,
        Timings? timings,
        CancellationToken cancellationToken)
    {
        var watch = Stopwatch.StartNew();
        using var process = Process.Start(Start(build, environment))
            ?? throw new AutogenException(ErrorCode.EngineFailed, "The engine could not be started.");

        // Ctrl-C reaches the whole group of processes; a signal to this one alone is handed on. The engine rolls back and answers.
        using var interrupt = PosixSignalRegistration.Create(PosixSignal.SIGINT, context => Forward(context, process, 2));
        using var terminate = PosixSignalRegistration.Create(PosixSignal.SIGTERM, context => Forward(context, process, 15));
        var lastErrors = new Queue<string>();
        var errors = ReadErrorsAsync(process, lastErrors, terminal);
        var printer = new EventPrinter(terminal);
        FailedEvent? failed = null;
        ResultEvent? result = null;
        TimingsEvent? engineTimings = null;

        // A person answers while the engine's output is still read: an engine that fails, or is interrupted, does not wait for the answer.
        var answering = Task.CompletedTask;
        await AskAsync(process, request, cancellationToken);
        while (await process.StandardOutput.ReadLineAsync(cancellationToken) is { } line)
        {
            switch (HostProtocol.ReadEvent(line))
            {
                case null:
                    terminal.Verbose(line);
                    break;
                case FailedEvent failure:
                    failed = failure;
                    break;
                case ResultEvent done:
                    result = done;
                    break;
                case TimingsEvent told:
                    engineTimings = told;
                    break;
                case QuestionEvent question:
                    printer.EndLine();
                    answering = AnswerAsync(process, question, terminal, cancellationToken);
                    break;
                case { } other:
                    printer.Print(other);
                    break;
            }
        }

        await process.WaitForExitAsync(cancellationToken);
        await errors;
        timings?.AddEngine(engineTimings, watch.Elapsed);
        printer.EndLine();
        if (answering.IsCompleted)
            await answering;
        else
            terminal.Progress(""); // the question's line is still open
        if (failed is not null)
            throw new EngineFailureException(failed);
        return result is not null
            ? new HostOutcome(result.ExitCode, result.Document)
            : throw new AutogenException(
                ErrorCode.EngineFailed,
                $"The engine ended with exit code {process.ExitCode} and without an answer. "
                    + "If it was changing a database, 'dotnet autogen status' says how far it "
                    + $"came.{(lastErrors.Count == 0 ? "" : " It said last:\n" + string.Join('\n', lastErrors))}");
    }

    private static ProcessStartInfo Start(BuildResult build, IReadOnlyDictionary<string, string> environment)
    {
        var host = Path.Combine(AppContext.BaseDirectory, "host", "Autogen.Host.dll");
        if (!File.Exists(host))
            throw new AutogenException(ErrorCode.EngineFailed, $"The engine is not there: {host}. Install the tool again.");
        var arguments = new List<string> { "exec", "--runtimeconfig", build.RuntimeConfig };
        if (File.Exists(build.DepsFile))
            arguments.AddRange(["--depsfile", build.DepsFile]);
        foreach (var folder in build.PackageFolders)
            arguments.AddRange(["--additionalprobingpath", folder.TrimEnd('/', '\\')]);
        arguments.Add(host);
        var start = new ProcessStartInfo("dotnet", arguments)
        {
            WorkingDirectory = build.StartupDirectory,
            UseShellExecute = false,
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        foreach (var (name, value) in memorySettings.Concat(compilationSettings))
            start.Environment.TryAdd(name, value);
        foreach (var (name, value) in environment)
            start.Environment[name] = value;
        return start;
    }

    // A runtime that can't start the engine (a settings file that can't be read, a framework that is missing) ends without reading: what it
    // printed says why.
    private static async Task AskAsync(Process process, HostRequest request, CancellationToken cancellationToken)
    {
        try
        {
            await WriteAsync(process, HostProtocol.Write(request), cancellationToken);
            if (!request.AnswersQuestions)
                process.StandardInput.Close();
        }
        catch (IOException)
        {
            // The end of its output, and its exit code, follow.
        }
    }

    private static async Task AnswerAsync(Process process, QuestionEvent question, Terminal terminal, CancellationToken cancellationToken)
    {
        try
        {
            var answer = await Task.Run(() => QuestionPrompt.Ask(terminal, question.Question, Console.ReadLine), cancellationToken);
            await WriteAsync(process, HostProtocol.Write(new AnswerMessage(question.Id, answer)), cancellationToken);
        }
        catch (IOException)
        {
            // The engine has ended: the end of its output follows.
        }
        catch
        {
            process.StandardInput.Close(); // the engine must not wait for ever
            throw;
        }
    }

    private static async Task WriteAsync(Process process, string line, CancellationToken cancellationToken)
    {
        await process.StandardInput.WriteLineAsync(line.AsMemory(), cancellationToken);
        await process.StandardInput.FlushAsync(cancellationToken);
    }

    private static async Task ReadErrorsAsync(Process process, Queue<string> lastErrors, Terminal terminal)
    {
        while (await process.StandardError.ReadLineAsync() is { } line)
        {
            terminal.Verbose(line);
            lastErrors.Enqueue(terminal.Redacted(line));
            if (lastErrors.Count > LastLines)
                lastErrors.Dequeue();
        }
    }

    private static void Forward(PosixSignalContext context, Process process, int signal)
    {
        context.Cancel = true;
        if (!process.HasExited && !OperatingSystem.IsWindows())
            _ = Kill(process.Id, signal);
    }

    [DllImport("libc", EntryPoint = "kill", SetLastError = true)]
    [DefaultDllImportSearchPaths(DllImportSearchPath.System32 | DllImportSearchPath.SafeDirectories)]
    private static extern int Kill(int process, int signal);
}
