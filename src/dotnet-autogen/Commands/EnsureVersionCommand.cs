using System.CommandLine;
using System.Text.Json;
using Autogen.Messages;

namespace Autogen.Tool.Commands;

/// <summary><c>ensure-version</c>.</summary>
internal static class EnsureVersionCommand
{
    /// <summary>Creates the command with its options.</summary>
    public static Command Create()
    {
        var command = new Command("ensure-version", "Creates the version table if it is not there.\n\n  dotnet autogen ensure-version");
        command.SetAction((parsed, cancellationToken) => EachDatabase.RunAsync(parsed, async context =>
        {
            var outcome = await context.RunEngineAsync(project => new EnsureVersionRequest { Project = project }, cancellationToken);
            var result = outcome.Document!.Value.Deserialize(HostJson.Default.DoneResult)!; // a success has a document
            if (context.Terminal.IsJson)
                context.Terminal.Document(result, HostJson.Default.DoneResult);
            else if (result.Done.Count == 0)
                context.Terminal.Progress("The version table exists.");
            else
                result.Done.ToList().ForEach(line => context.Terminal.Progress(line));
            return outcome.ExitCode;
        }, cancellationToken));
        return command;
    }
}
