using System.CommandLine;
using Autogen.Messages;
using Autogen.Output;
using Autogen.Schema;
using Autogen.Tool.Commands;

namespace Autogen.Tool.Output;

/// <summary>Prints how a command failed: one message, no stack but with <c>--verbose</c>.</summary>
internal static class FailurePrinter
{
    /// <summary>Prints the error.</summary>
    /// <returns>The exit code.</returns>
    public static int Print(Exception exception, ParseResult parsed) => Print(exception, parsed, TerminalChoice.For(parsed));

    /// <summary>Prints the error on the command's terminal.</summary>
    /// <returns>The exit code.</returns>
    public static int Print(Exception exception, ParseResult parsed, Terminal terminal)
    {
        var failed = exception switch
        {
            AutogenException known => new FailedEvent(
                known.Code.Written(), known.Code.ExitCode(), known.Message, known.Details, known.InnerException?.ToString()),
            EngineFailureException engine => engine.Failed,
            OperationCanceledException => new FailedEvent(
                ErrorCode.Interrupted.Written(),
                ErrorCode.Interrupted.ExitCode(),
                "Interrupted.",
                new Dictionary<string, string>(StringComparer.Ordinal),
                null),
            _ => new FailedEvent(null, 1, exception.Message, new Dictionary<string, string>(StringComparer.Ordinal), exception.ToString()),
        };
        return Failure.Print(
            terminal, NameOf(parsed.CommandResult.Command), failed.Redacted([.. Given(parsed).SelectMany(ConnectionUrl.Spellings)]));
    }

    // As it was typed: 'fleet upgrade'.
    private static string NameOf(Command command)
        => command.Parents.FirstOrDefault() is Command and not RootCommand and var parent ? $"{parent.Name} {command.Name}" : command.Name;

    private static IEnumerable<string?> Given(ParseResult parsed)
        =>
        [
            parsed.GetValue(GlobalOptions.Connection), Environment.GetEnvironmentVariable("AUTOGEN_URL"),
            Environment.GetEnvironmentVariable("DB_URL")
        ];
}
