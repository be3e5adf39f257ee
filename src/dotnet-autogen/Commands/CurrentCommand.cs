using System.CommandLine;
using System.Text.Json;
using Autogen.Messages;
using Autogen.Tool.Output;

namespace Autogen.Tool.Commands;

/// <summary><c>current</c>.</summary>
internal static class CurrentCommand
{
    /// <summary>Makes it.</summary>
    public static Command Create()
    {
        var checkHeads = new Option<bool>("--check-heads") { Description = "Fails when the database is not at every head." };
        var command = new Command("current", "Shows the revisions that the database is at.\n\n  dotnet autogen current") { checkHeads };
        command.TreatUnmatchedTokensAsErrors = false;
        command.SetAction((parsed, cancellationToken) => EachDatabase.RunAsync(parsed, async context =>
        {
            var outcome = await context.RunEngineAsync(request => request with { CheckHeads = parsed.GetValue(checkHeads) }, cancellationToken);
            var result = outcome.Document!.Value.Deserialize(HostJson.Default.RevisionsResult)!; // a success has a document
            if (context.Terminal.IsJson)
                context.Terminal.Document(result, HostJson.Default.RevisionsResult);
            else
                result.Revisions.ToList().ForEach(revision => context.Terminal.Line($"{revision.Id}{ResultText.Marks(revision with { IsCurrent = null })}{(revision.File is null ? " (no file has this revision)" : "")}"));
            return outcome.ExitCode;
        }, cancellationToken));
        return command;
    }
}
