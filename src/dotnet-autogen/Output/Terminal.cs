using System.Text.Json.Serialization.Metadata;
using Autogen.Messages;

namespace Autogen.Tool.Output;

/// <summary>
/// Where a command prints: results on standard output, everything else on standard error. Colour only on a terminal; passwords nowhere.
/// </summary>
internal sealed class Terminal
{
    private readonly HashSet<string> secrets = new(StringComparer.Ordinal);
    private readonly TextWriter output = Console.Out;
    private readonly TextWriter errors = Console.Error;
    private readonly bool colour;

    /// <summary>A terminal on the process's own streams, as they are now.</summary>
    /// <param name="json">Whether one JSON document is all that standard output gets.</param>
    /// <param name="verbose">Whether more is said.</param>
    /// <param name="quiet">Whether only what was asked for is said.</param>
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

    /// <summary>Whether more is said.</summary>
    public bool IsVerbose { get; }

    /// <summary>Whether only what was asked for is said.</summary>
    public bool IsQuiet { get; }

    /// <summary>Whether a person sits there and can be asked something.</summary>
    public bool CanAsk => !IsJson && !IsQuiet && !Console.IsInputRedirected && !Console.IsOutputRedirected;

    /// <summary>Keeps a connection's password out of all that is printed from now on.</summary>
    public void Redact(string? connection)
    {
        if (ConnectionUrl.PasswordOf(connection) is { Length: > 0 } password)
        {
            secrets.Add(password);
            secrets.Add(Uri.EscapeDataString(password));
        }
    }

    /// <summary>A line of the command's result.</summary>
    public void Line(string text, string style = "default") => Write(output, text, style, lineEnd: true);

    /// <summary>A part of a line of the result.</summary>
    public void Part(string text, string style = "default") => Write(output, text, style, lineEnd: false);

    /// <summary>A line on the way to the result; on standard error with <c>--json</c>, nowhere with <c>--quiet</c>.</summary>
    public void Progress(string text, string style = "default")
    {
        if (!IsQuiet)
            Write(IsJson ? errors : output, text, style, lineEnd: true);
    }

    /// <summary>A part of such a line.</summary>
    public void ProgressPart(string text, string style = "default")
    {
        if (!IsQuiet)
            Write(IsJson ? errors : output, text, style, lineEnd: false);
    }

    /// <summary>Whether somebody watches: a line may be written over.</summary>
    public bool IsWatched => !IsQuiet && !IsJson && !Console.IsOutputRedirected;

    /// <summary>A warning, on standard error.</summary>
    public void Warn(string text)
    {
        if (!IsQuiet)
            Write(errors, "warning: " + text, "yellow", lineEnd: true);
    }

    /// <summary>An error, on standard error.</summary>
    public void Error(string text) => Write(errors, text, "red", lineEnd: true);

    /// <summary>Something for the curious, on standard error.</summary>
    public void Verbose(string text)
    {
        if (IsVerbose)
            Write(errors, text, "grey", lineEnd: true);
    }

    /// <summary>The command's document, with <c>--json</c>.</summary>
    public void Document<T>(T result, JsonTypeInfo<T> type) => Document(System.Text.Json.JsonSerializer.Serialize(result, type));

    /// <summary>A document that is written already.</summary>
    public void Document(string text) => Documents(Redacted(text));

    /// <summary>Where documents go: printed, unless one is made of several.</summary>
    public Action<string> Documents { get; set; } = Console.Out.WriteLine;

    /// <summary>The text without passwords.</summary>
    public string Redacted(string text) => secrets.Aggregate(text, (current, secret) => current.Replace(secret, "***", StringComparison.Ordinal));

    private void Write(TextWriter writer, string text, string style, bool lineEnd)
    {
        var redacted = Redacted(text);
        var isColoured = colour && style is not "default" && !(writer == output ? Console.IsOutputRedirected : Console.IsErrorRedirected);
        writer.Write((isColoured ? $"{Escape(style)}{redacted}\u001b[0m" : redacted) + (lineEnd ? "\n" : ""));
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
