using System.Text;
using System.Text.Json;
using System.Text.Json.Serialization.Metadata;
using Autogen.Messages;

namespace Autogen.Host;

/// <summary>
/// Writes events to the process's standard output, one line each. Everything else that prints (the application's own code at start-up) is sent to
/// standard error meanwhile.
/// </summary>
internal sealed class EventWriter : IDisposable
{
    private readonly Lock gate = new();
    private readonly StreamWriter output;

    private EventWriter(Stream stream) => output = new StreamWriter(stream, new UTF8Encoding(encoderShouldEmitUTF8Identifier: false)) { AutoFlush = true, NewLine = "\n" };

    /// <summary>Takes standard output for the events.</summary>
    public static EventWriter TakeStandardOutput()
    {
        var writer = new EventWriter(Console.OpenStandardOutput());
        Console.SetOut(Console.Error);
        return writer;
    }

    /// <inheritdoc/>
    public void Dispose() => output.Dispose();

    /// <summary>Writes an event.</summary>
    public void Write(HostEvent hostEvent)
    {
        lock (gate)
            output.WriteLine(HostProtocol.Write(hostEvent));
    }

    /// <summary>Writes the result of a command.</summary>
    public void WriteResult(int exitCode, CommandResult result)
        => Write(new ResultEvent(exitCode, JsonSerializer.SerializeToElement(result, (JsonTypeInfo)HostJson.Default.GetTypeInfo(result.GetType())!)));

    /// <summary>Says something on the way.</summary>
    public void Warn(string text) => Write(new LogEvent("warning", text));

    /// <summary>Says something that only the curious want to know.</summary>
    public void Verbose(string text) => Write(new LogEvent("verbose", text));
}
