using System.Diagnostics;
using System.Globalization;
using Autogen.Messages;

namespace Autogen.Output;

/// <summary>Prints how a fleet gets on: a bar for somebody who watches, else a line for each database that is upgraded or fails.</summary>
internal sealed class FleetProgress(Terminal terminal)
{
    private const int Width = 20;
    private readonly Stopwatch watch = new();
    private int first;
    private bool isInLine;
    private int longest;

    /// <summary>Prints the beginning of a wave.</summary>
    public void Print(FleetWaveEvent wave)
    {
        EndLine();
        terminal.Progress(
            string.Create(
                CultureInfo.InvariantCulture,
                $"Wave {wave.Number} of {wave.Count}: {wave.Databases:#,0} {(wave.Databases == 1 ? "database" : "databases")}"),
            "bold");
        watch.Reset();
    }

    /// <summary>Prints the end of a database.</summary>
    public void Print(FleetDatabaseEvent done)
    {
        if (!watch.IsRunning)
        {
            watch.Start();
            first = done.Done - 1;
        }

        if (LineOf(done) is { } line && (done.Database.IsFailed() || !terminal.IsWatched))
        {
            EndLine();
            terminal.Progress(line, done.Database.IsFailed() ? "red" : "default");
        }

        if (!terminal.IsWatched)
            return;
        var rate = watch.Elapsed.TotalSeconds is > 0 and var seconds ? (done.Done - first) / seconds : 0;
        var text = Bar(done, rate);
        longest = Math.Max(longest, text.Length);
        terminal.Rewind();
        terminal.ProgressPart(text.PadRight(longest));
        isInLine = true;
    }

    /// <summary>Ends a line that was begun.</summary>
    public void EndLine()
    {
        if (isInLine)
            terminal.Progress("");
        isInLine = false;
    }

    /// <summary><c>[#####...............]  25 % 250 of 1,000, 3 failed, 120 a second, 00:00:07 left</c>.</summary>
    internal static string Bar(FleetDatabaseEvent done, double rate)
    {
        var share = (double)done.Done / done.Total;
        var filled = (int)(share * Width);
        var left = rate > 0 ? TimeSpan.FromSeconds(Math.Ceiling((done.Total - done.Done) / rate)) : TimeSpan.Zero;
        return string.Create(
            CultureInfo.InvariantCulture,
            $"[{new string('#', filled)}{new string('.', Width - filled)}] {share,4:0 %} {done.Done:#,0} of {done.Total:#,0}, "
                + $"{done.Failed:#,0} failed, {rate:#,0} a second, {left:c} left");
    }

    // A database that had nothing to do, or was only read, is no news.
    private static string? LineOf(FleetDatabaseEvent done)
    {
        var database = done.Database;
        return database.State switch
        {
            FleetStates.Upgraded => string.Create(
                CultureInfo.InvariantCulture,
                $"{Count(done)} {database.Name}: upgraded to {string.Join(", ", database.Current)} ({done.Milliseconds:0} ms)"),
            FleetStates.Failed or FleetStates.Interrupted => $"{Count(done)} {database.Name}: {database.State}",
            _ => null,
        };
    }

    private static string Count(FleetDatabaseEvent done)
        => string.Create(CultureInfo.InvariantCulture, $"[{done.Done}/{done.Total}]");
}
