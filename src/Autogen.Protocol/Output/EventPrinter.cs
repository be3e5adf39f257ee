using System.Globalization;
using Autogen.Messages;

namespace Autogen.Output;

/// <summary>Prints what the engine tells on the way.</summary>
internal sealed class EventPrinter(Terminal terminal)
{
    private readonly FleetProgress fleet = new(terminal);
    private bool isInLine;
    private string line = "";
    private int detected;

    /// <summary>Prints an event.</summary>
    public void Print(HostEvent hostEvent)
    {
        if (hostEvent is not DetectedEvent)
            EndDetected();
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
            case DetectedEvent found when terminal.IsVerbose || detected < LongList.MostLines:
                detected++;
                terminal.Progress("Detected " + found.Change.Text);
                break;
            case DetectedEvent:
                detected++;
                break;
            case StepStartedEvent started:
                EndLine();
                line = started.Step.Direction == "verify"
                    ? $"Verifying {ResultText.Way(started.Step)} ..."
                    : $"Running {ResultText.Step(started.Step)} ...";
                terminal.ProgressPart(line);
                isInLine = true;
                break;
            case StepProgressEvent progress when terminal.IsWatched && progress.Done > 0:
                terminal.Rewind();
                terminal.ProgressPart(string.Create(CultureInfo.InvariantCulture, $"{line} {progress.Done}/{progress.Total}"));
                break;
            case StepProgressEvent:
                break;
            case RowsChangedEvent rows when terminal.IsWatched && !rows.IsLast:
                terminal.Rewind();
                terminal.ProgressPart($"{line} {RowsText(rows)}");
                break;
            case RowsChangedEvent { IsLast: true } rows when !terminal.IsWatched:
                terminal.ProgressPart(string.Create(CultureInfo.InvariantCulture, $" {rows.Rows} rows of '{rows.Table}' ..."));
                break;
            case RowsChangedEvent:
                break;
            case StepFinishedEvent finished when !isInLine:
                terminal.Progress(string.Create(CultureInfo.InvariantCulture, $"{line} done ({finished.Milliseconds:0} ms)"));
                break;
            case StepFinishedEvent finished:
                terminal.Rewind();
                terminal.Progress(
                    string.Create(CultureInfo.InvariantCulture, $"{(terminal.IsWatched ? line : "")} done ({finished.Milliseconds:0} ms)"));
                isInLine = false;
                break;
            case FleetWaveEvent wave:
                fleet.Print(wave);
                break;
            case FleetDatabaseEvent database:
                fleet.Print(database);
                break;
            case WaitingEvent waiting:
                EndLine();
                terminal.Progress($"Waiting for another upgrade: {waiting.Text}");
                break;
        }
    }

    // Always as long, so that nothing of an earlier text stays on the line.
    private static string RowsText(RowsChangedEvent rows)
    {
        const int Width = 20;
        var share = rows.Total > 0 ? Math.Min(1, (double)rows.Rows / rows.Total) : 1;
        var filled = (int)(share * Width);
        var left = rows.RowsPerSecond > 0
            ? TimeSpan.FromSeconds(Math.Ceiling((rows.Total - rows.Rows) / rows.RowsPerSecond))
            : TimeSpan.Zero;
        var text = string.Create(
            CultureInfo.InvariantCulture,
            $"[{new string('#', filled)}{new string('.', Width - filled)}] {share,4:0 %} {rows.Rows:#,0} of {rows.Total:#,0} rows of "
                + $"'{rows.Table}', {rows.RowsPerSecond:#,0} a second, {left:c} left");
        return text.PadRight(text.Length + 8);
    }

    private void EndDetected()
    {
        if (!terminal.IsVerbose && detected > LongList.MostLines)
            terminal.Progress(LongList.More(detected - LongList.MostLines));
        detected = 0;
    }

    /// <summary>Ends a line that was begun.</summary>
    public void EndLine()
    {
        EndDetected();
        fleet.EndLine();
        if (isInLine)
            terminal.Progress("");
        isInLine = false;
    }
}
