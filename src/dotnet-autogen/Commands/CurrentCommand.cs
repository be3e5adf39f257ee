using System.CommandLine;
using System.Text.Json;
using Autogen.Messages;
using Autogen.Output;
using Autogen.Tool.Output;

namespace Autogen.Tool.Commands;

/// <summary><c>current</c>.</summary>
internal static class CurrentCommand
{
    /// <summary>Creates the command with its options.</summary>
    public static Command Create()
    {
        var checkHeads = new Option<bool>("--check-heads") { Description = "Fails when the database is not at every head." };
        var command = new Command("current", "Shows the revisions that the database is at.\n\n  dotnet autogen current") { checkHeads };
        command.SetAction((parsed, cancellationToken) => EachDatabase.RunAsync(parsed, async context =>
        {
            var outcome = await context.RunEngineAsync(
                project => new CurrentRequest { Project = project, CheckHeads = parsed.GetValue(checkHeads) }, cancellationToken);
            var result = outcome.Document!.Value.Deserialize(HostJson.Default.RevisionsResult)!; // a success has a document
            ResultPrinter.PrintCurrent(context.Terminal, result);
            await UnknownRevisionHint.WarnAsync(result.Current, context, cancellationToken);
            return outcome.ExitCode;
        }, cancellationToken));
        return command;
    }
}
