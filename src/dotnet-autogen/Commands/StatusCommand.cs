using System.CommandLine;
using System.Text.Json;
using Autogen.Messages;
using Autogen.Tool.Output;

namespace Autogen.Tool.Commands;

/// <summary><c>status</c>.</summary>
internal static class StatusCommand
{
    /// <summary>Makes it.</summary>
    public static Command Create()
    {
        var command = new Command("status", "Shows every revision, and whether the database has it.\n\n  dotnet autogen status");
        command.TreatUnmatchedTokensAsErrors = false;
        command.SetAction((parsed, cancellationToken) => EachDatabase.RunAsync(parsed, async context =>
        {
            var outcome = await context.RunEngineAsync(request => request, cancellationToken);
            var result = outcome.Document!.Value.Deserialize(HostJson.Default.RevisionsResult)!; // a success has a document
            if (context.Terminal.IsJson)
            {
                context.Terminal.Document(result, HostJson.Default.RevisionsResult);
                return outcome.ExitCode;
            }

            foreach (var revision in result.Revisions)
                context.Terminal.Line($"[{(revision.IsApplied == true ? 'X' : ' ')}] {revision.Id}{ResultText.Marks(revision)}{(revision.Message.Length == 0 ? "" : ", " + revision.Message.ReplaceLineEndings(" "))}{(revision.IsChanged == true ? " (changed since it was applied)" : "")}");
            context.Terminal.Line(result.Pending == 0 ? "The database is up to date." : $"{result.Pending} to apply: dotnet autogen upgrade head");
            return outcome.ExitCode;
        }, cancellationToken));
        return command;
    }
}
