using System.Text.Json.Serialization.Metadata;
using Autogen.Messages;
using Autogen.Schema;

namespace Autogen.Output;

/// <summary>
/// Where a command prints: results on standard output, everything else on standard error. Colour only on a terminal. Text for people is
/// <see cref="VisibleText"/>; documents and scripts are exact.
/// </summary>
internal sealed class Terminal
{
    private readonly List<string> connections = [];
    private readonly TextWriter output = Console.Out;
    private readonly TextWriter errors = Console.Error;
    private readonly bool colour;

    /// <summary>A terminal on the process's own streams, as they are now.</summary>
    /// <param name="json">Whether one JSON document is all that standard output gets.</param>
    /// <param name="verbose">Verbose output.</param>
    /// <param name="quiet">Only the result is printed.</param>
    /// <param name="colour">Whether there may be colour where a stream is a terminal.</param>
    public Terminal(bool json, bool verbose, bool quiet, bool colour)
    {
        IsJson = json;
        IsVerbose = verbose;
        IsQuiet = quiet;
        this.colour = colour;
    }

    /// <summary>Whether one JSON document is all that standard output gets.</summary>
    public bool IsJson { get; }

    /// <summary>Verbose output.</summary>
    public bool IsVerbose { get; }

    /// <summary>Only the result is printed.</summary>
    public bool IsQuiet { get; }

    /// <summary>Whether a person sits there and can be asked something.</summary>
    public bool CanAsk => !IsJson && !IsQuiet && !Console.IsInputRedirected && !Console.IsOutputRedirected;

    /// <summary>Keeps a connection's password out of the diagnostics that are printed from now on.</summary>
    public void Redact(string? connection) => connections.AddRange(ConnectionUrl.Spellings(connection));

    /// <summary>A diagnostic without the passwords of connections.</summary>
    public string Redacted(string diagnostic) => Redaction.Of(diagnostic, connections);

    /// <summary>A line of the command's result.</summary>
    public void Line(string text, string style = "default") => Write(output, VisibleText.OneLine(text), style, lineEnd: true);

    /// <summary>A part of the result that may have several lines; those after the first are indented.</summary>
    public void Paragraph(string text, string style = "default") => Write(output, Hanging(text), style, lineEnd: true);

    /// <summary>
    /// A script or a file, exactly as it is; only a terminal gets <see cref="VisibleText"/>, because it would obey control characters.
    /// </summary>
    public void Exact(string text)
    {
        output.Write(Console.IsOutputRedirected ? text : VisibleText.Lines(text));
        output.Flush();
    }

    /// <summary>The same for a text that is too long to be in memory.</summary>
    public void Exact(TextReader text)
    {
        if (!Console.IsOutputRedirected)
        {
            while (text.ReadLine() is { } line)
                output.Write(VisibleText.Lines(line) + "\n");
        }

        var piece = new char[1 << 16];
        while (text.ReadBlock(piece) is var length and > 0)
            output.Write(piece, 0, length);
        output.Flush();
    }

    /// <summary>A line on the way to the result; on standard error with <c>--json</c>, nowhere with <c>--quiet</c>.</summary>
    public void Progress(string text, string style = "default")
    {
        if (!IsQuiet)
            Write(IsJson ? errors : output, VisibleText.OneLine(text), style, lineEnd: true);
    }

    /// <summary>A part of such a line.</summary>
    public void ProgressPart(string text, string style = "default")
    {
        if (!IsQuiet)
            Write(IsJson ? errors : output, VisibleText.OneLine(text), style, lineEnd: false);
    }

    /// <summary>Goes back to the beginning of a line that somebody watches, to write over it.</summary>
    public void Rewind()
    {
        if (IsWatched)
            Write(output, "\r", "default", lineEnd: false);
    }

    /// <summary>A line for somebody who watches, until it is disposed; <see langword="null"/> where nobody does.</summary>
    public IDisposable? Waiting(string text)
        => IsWatched ? new WaitingLine(output, VisibleText.OneLine(text), TimeProvider.System) : null;

    /// <summary>Whether somebody watches: a line may be written over.</summary>
    public bool IsWatched => !IsQuiet && !IsJson && !Console.IsOutputRedirected;

    /// <summary>A warning, on standard error.</summary>
    public void Warn(string text)
    {
        if (!IsQuiet)
            Write(errors, "warning: " + Hanging(text), "yellow", lineEnd: true);
    }

    /// <summary>An error, on standard error.</summary>
    public void Error(string text) => Write(errors, Hanging(text), "red", lineEnd: true);

    /// <summary>
    /// Something for the curious, on standard error: what the application, the compiler and libraries say,
    /// without the passwords of connections.
    /// </summary>
    public void Verbose(string text)
    {
        if (IsVerbose)
            Write(errors, Hanging(Redacted(text)), "grey", lineEnd: true);
    }

    /// <summary>The command's document, with <c>--json</c>.</summary>
    public void Document<T>(T result, JsonTypeInfo<T> type) => Document(System.Text.Json.JsonSerializer.Serialize(result, type));

    /// <summary>A document that is written already.</summary>
    public void Document(string text) => Documents(text);

    /// <summary>Where documents go: printed, unless one is made of several.</summary>
    public Action<string> Documents { get; set; } = Console.Out.WriteLine;

    // Only the tool begins a line: a name with a line feed in it cannot forge one.
    private static string Hanging(string text)
    {
        var lines = VisibleText.Lines(text).Split('\n');
        return string.Join(
            '\n', lines.Select((line, index) => index == 0 || line.Length == 0 || line[0] is ' ' or '\t' ? line : "  " + line));
    }

    private void Write(TextWriter writer, string text, string style, bool lineEnd)
    {
        var isColoured = colour && style is not "default" && !(writer == output ? Console.IsOutputRedirected : Console.IsErrorRedirected);
        writer.Write((isColoured ? $"{Escape(style)}{text}\u001b[0m" : text) + (lineEnd ? "\n" : ""));
        writer.Flush();
    }

    private static string Escape(string style) => style switch
    {
        "red" => "\u001b[31m",
        "green" => "\u001b[32m",
        "yellow" => "\u001b[33m",
        "cyan" => "\u001b[36m",
        "bold" => "\u001b[1m",
        _ => "\u001b[90m",
    };
}
