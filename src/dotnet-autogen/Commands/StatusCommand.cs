using System.CommandLine;
using System.Text.Json;
using Autogen.Messages;
using Autogen.Output;
using Autogen.Tool.Output;

namespace Autogen.Tool.Commands;

/// <summary><c>status</c>.</summary>
internal static class StatusCommand
{
    /// <summary>Creates the command with its options.</summary>
    public static Command Create()
    {
        var command = new Command("status", "Shows every revision, and whether the database has it.\n\n  dotnet autogen status");
        command.SetAction((parsed, cancellationToken) => EachDatabase.RunAsync(parsed, async context =>
        {
            var outcome = await context.RunEngineAsync(project => new StatusRequest { Project = project }, cancellationToken);
            // a success has a document
            ResultPrinter.PrintStatus(context.Terminal, outcome.Document!.Value.Deserialize(HostJson.Default.RevisionsResult)!);
            return outcome.ExitCode;
        }, cancellationToken));
        return command;
    }
}
