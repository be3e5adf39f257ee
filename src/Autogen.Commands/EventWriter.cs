using System.Text;
using System.Text.Json;
using System.Text.Json.Serialization.Metadata;
using Autogen.Messages;

namespace Autogen.Commands;

/// <summary>
/// Where events go: to the face on the process's standard output, one line each, or to whoever runs commands in its own process.
/// </summary>
/// <param name="write">Takes an event; called from any thread, one event at a time.</param>
internal sealed class EventWriter(Action<HostEvent> write)
{
    private readonly Lock gate = new();

    /// <summary>
    /// Takes standard output for the events. Everything else that prints (the application's own code at start-up) is sent
    /// to standard error from then on.
    /// </summary>
    public static EventWriter TakeStandardOutput()
    {
        var output = new StreamWriter(Console.OpenStandardOutput(), new UTF8Encoding(encoderShouldEmitUTF8Identifier: false))
        {
            AutoFlush = true,
            NewLine = "\n"
        };
        Console.SetOut(Console.Error);
        return new EventWriter(hostEvent => output.WriteLine(HostProtocol.Write(hostEvent)));
    }

    /// <summary>Writes an event.</summary>
    public void Write(HostEvent hostEvent)
    {
        lock (gate)
            write(hostEvent);
    }

    /// <summary>Writes the result of a command.</summary>
    public void WriteResult(int exitCode, CommandResult result)
        => Write(new ResultEvent(
            exitCode, JsonSerializer.SerializeToElement(result, (JsonTypeInfo)HostJson.Default.GetTypeInfo(result.GetType())!)));

    /// <summary>Says something on the way.</summary>
    public void Warn(string text) => Write(new LogEvent("warning", text));

    /// <summary>Says something that only the curious want to know.</summary>
    public void Verbose(string text) => Write(new LogEvent("verbose", text));
}
