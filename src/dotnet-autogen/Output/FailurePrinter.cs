using System.CommandLine;
using System.Text.Json;
using System.Text.Json.Nodes;
using Autogen.Messages;
using Autogen.Schema;
using Autogen.Tool.Commands;
using Autogen.Tool.Projects;

namespace Autogen.Tool.Output;

/// <summary>Prints how a command failed: one message, no stack but with <c>--verbose</c>.</summary>
internal static class FailurePrinter
{
    /// <summary>Prints it.</summary>
    /// <returns>The exit code.</returns>
    public static int Print(Exception exception, ParseResult parsed) => Print(exception, parsed, Terminal.For(parsed));

    /// <summary>Prints it where a command prints.</summary>
    /// <returns>The exit code.</returns>
    public static int Print(Exception exception, ParseResult parsed, Terminal terminal)
    {
        terminal.Redact(parsed.GetValue(GlobalOptions.Connection));
        terminal.Redact(Environment.GetEnvironmentVariable("AUTOGEN_URL"));
        terminal.Redact(Environment.GetEnvironmentVariable("DB_URL"));
        return exception switch
        {
            AutogenException known => Print(terminal, parsed, new FailedEvent(known.Code.Written(), known.Code.ExitCode(), known.Message, known.Details, known.InnerException?.ToString())),
            EngineFailureException engine => Print(terminal, parsed, engine.Failed),
            OperationCanceledException => Print(terminal, parsed, new FailedEvent(ErrorCode.Interrupted.Written(), ErrorCode.Interrupted.ExitCode(), "Interrupted.", new Dictionary<string, string>(StringComparer.Ordinal), null)),
            _ => Print(terminal, parsed, new FailedEvent(null, 1, exception.Message, new Dictionary<string, string>(StringComparer.Ordinal), exception.ToString())),
        };
    }

    /// <summary>Prints what the engine said.</summary>
    /// <returns>The exit code.</returns>
    public static int Print(Terminal terminal, ParseResult parsed, FailedEvent failed)
    {
        terminal.Error(failed.Code is { } code
            ? $"error {code}: {failed.Message}"
            : $"This is a defect of dotnet autogen, please report it: {failed.Message}");
        if (failed.Stack is { } stack)
            terminal.Verbose(stack);
        if (terminal.IsJson)
            terminal.Document(Document(parsed.CommandResult.Command.Name, failed).ToJsonString(new JsonSerializerOptions(JsonSerializerDefaults.Web)));
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
