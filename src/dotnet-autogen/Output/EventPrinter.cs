using System.Globalization;
using Autogen.Messages;

namespace Autogen.Tool.Output;

/// <summary>Prints what the engine tells on the way.</summary>
internal sealed class EventPrinter(Terminal terminal)
{
    private bool isInLine;
    private string line = "";

    /// <summary>Prints an event.</summary>
    public void Print(HostEvent hostEvent)
    {
        switch (hostEvent)
        {
            case LogEvent { Level: "warning" } log:
                EndLine();
                terminal.Warn(log.Text);
                break;
            case LogEvent { Level: "information" } log:
                EndLine();
                terminal.Progress(log.Text);
                break;
            case LogEvent log:
                terminal.Verbose(log.Text);
                break;
            case DetectedEvent detected:
                terminal.Progress("Detected " + detected.Change.Text);
                break;
            case StepStartedEvent started:
                EndLine();
                line = started.Step.Direction == "verify" ? $"Verifying {ResultText.Way(started.Step)} ..." : $"Running {ResultText.Step(started.Step)} ...";
                terminal.ProgressPart(line);
                isInLine = true;
                break;
            case StepProgressEvent progress when terminal.IsWatched && progress.Done > 0:
                terminal.ProgressPart(string.Create(CultureInfo.InvariantCulture, $"\r{line} {progress.Done}/{progress.Total}"));
                break;
            case StepProgressEvent:
                break;
            case StepFinishedEvent finished:
                terminal.Progress(string.Create(CultureInfo.InvariantCulture, $"{(terminal.IsWatched ? "\r" + line : "")} done ({finished.Milliseconds:0} ms)"));
                isInLine = false;
                break;
            case WaitingEvent waiting:
                EndLine();
                terminal.Progress($"Waiting for another upgrade: {waiting.Text}");
                break;
        }
    }

    /// <summary>Ends a line that was begun.</summary>
    public void EndLine()
    {
        if (isInLine)
            terminal.Progress("");
        isInLine = false;
    }
}
