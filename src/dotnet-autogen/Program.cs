using System.CommandLine;
using System.CommandLine.Parsing;
using Autogen.Output;
using Autogen.Schema;
using Autogen.Tool.Commands;
using Autogen.Tool.Output;

namespace Autogen.Tool;

/// <summary>The face: reads the command line and runs the command.</summary>
internal static class Program
{
    private static async Task<int> Main(string[] arguments)
    {
        Console.OutputEncoding = System.Text.Encoding.UTF8;
        var root = AutogenCommandLine.Create();
        var invocation = Invocation.Of(arguments);
        var parsed = root.Parse(ArgumentRewriting.Rewrite(invocation.Own));
        if (parsed.Errors.Count > 0 && invocation.Own.Contains("--json", StringComparer.Ordinal))
            return FailurePrinter.Print(
                new AutogenException(ErrorCode.CommandLine, string.Join(" ", CommandLineErrors.Of(parsed, invocation.Own))), parsed);
        if (parsed.Errors.Count > 0)
        {
            foreach (var error in CommandLineErrors.Of(parsed, invocation.Own))
                await Console.Error.WriteLineAsync(VisibleText.Lines(Redaction.Of(error)));
            var command = NameOf(parsed.CommandResult);
            await Console.Error.WriteLineAsync($"'dotnet autogen {command}--help' shows what is possible.");
            return 2;
        }

        if (parsed.GetValue(GlobalOptions.Timings) || Environment.GetEnvironmentVariable(Timings.Variable) is "1")
            invocation.Timings = new Timings();
        try
        {
            return await parsed.InvokeAsync(invocation);
        }
#pragma warning disable CA1031 // The process's boundary: everything that was not understood ends here, as one message.
        catch (Exception exception)
#pragma warning restore CA1031
        {
            return FailurePrinter.Print(KnownFailures.Of(exception), parsed);
        }
        finally
        {
            foreach (var line in invocation.Timings?.Lines() ?? [])
                await Console.Error.WriteLineAsync(line);
        }
    }

    // 'fleet upgrade ' for a command under another one; nothing for the root.
    private static string NameOf(SymbolResult? result)
        => result is CommandResult { Command: not RootCommand and var command } ? $"{NameOf(result.Parent)}{command.Name} " : "";
}
