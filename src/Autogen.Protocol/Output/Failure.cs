using System.Text.Json;
using System.Text.Json.Nodes;
using Autogen.Messages;

namespace Autogen.Output;

/// <summary>How a failure is printed: one message, no stack but with <c>--verbose</c>.</summary>
internal static class Failure
{
    /// <summary>Prints an error.</summary>
    /// <returns>The exit code.</returns>
    public static int Print(Terminal terminal, string command, FailedEvent failed)
    {
        terminal.Error(failed.Code is { } code
            ? $"error {code}: {failed.Message}"
            : $"This is a defect of dotnet autogen, please report it: {failed.Message}");
        if (failed.Stack is { } stack)
            terminal.Verbose(stack);
        if (terminal.IsJson)
            terminal.Document(Document(command, failed).ToJsonString(new JsonSerializerOptions(JsonSerializerDefaults.Web)));
        return failed.ExitCode;
    }

    private static JsonObject Document(string command, FailedEvent failed)
    {
        var details = new JsonObject();
        foreach (var (name, value) in failed.Details)
            details[name] = value;
        return new JsonObject
        {
            ["format"] = 1,
            ["command"] = command,
            ["error"] = new JsonObject { ["code"] = failed.Code, ["message"] = failed.Message, ["details"] = details },
        };
    }
}
