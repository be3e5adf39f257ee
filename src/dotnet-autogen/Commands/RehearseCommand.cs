using System.CommandLine;
using System.Text.Json;
using Autogen.Messages;
using Autogen.Tool.Output;
using Autogen.Tool.Settings;

namespace Autogen.Tool.Commands;

/// <summary><c>rehearse</c>.</summary>
internal static class RehearseCommand
{
    /// <summary>Creates the command with its options.</summary>
    public static Command Create()
    {
        var target = new Argument<string>("TARGET")
        {
            Description = "Where the upgrade leads, as for 'upgrade'; default: head.",
            DefaultValueFactory = _ => "head",
        };
        var noDowngrade = new Option<bool>("--no-downgrade") { Description = "Rehearses the upgrade only." };
        var wait = PatienceOptions.Seconds(
            "--wait", "How long to wait until nobody else is connected to the database, in seconds; default 0 (PostgreSQL).");
        var dropLeft = new Option<bool>("--drop-left")
        {
            Description = "Drops copies that rehearsals have left which were killed; on a terminal it is asked."
        };
        var report = new ReportOptions("text", "json", "markdown", "html");
        var command = new Command(
            "rehearse",
            "Runs the pending revisions on a copy of the database, up and down again, and measures them: time, locks, rewritten tables, "
                + "rows, values that are lost. Exits 3 if one fails, or if a limit of autogen.json is exceeded.\n\n"
                + "  dotnet autogen rehearse --format html -o rehearsal.html")
        {
            target, noDowngrade, wait, dropLeft,
        };
        report.AddTo(command);
        command.SetAction((parsed, cancellationToken) => EachDatabase.RunAsync(parsed, async context =>
        {
            report.Require(parsed);
            var outcome = await context.RunEngineAsync(
                project => new RehearseRequest
                {
                    Project = project,
                    Target = parsed.GetValue(target)!, // it has a default
                    NoDowngrade = parsed.GetValue(noDowngrade),
                    DropLeft = parsed.GetValue(dropLeft),
                    WaitSeconds = parsed.GetValue(wait) ?? 0,
                    Limits = context.Settings.Rehearsal?.Limits ?? new RehearsalLimits(),
                },
                cancellationToken);
            var result = outcome.Document!.Value.Deserialize(HostJson.Default.RehearseResult)!; // a success has a document
            report.Print(
                context.Terminal,
                parsed,
                format => format switch
                {
                    "json" => JsonSerializer.Serialize(result, HostJson.Default.RehearseResult) + "\n",
                    "markdown" => RehearsalReport.Markdown(result),
                    _ => RehearsalReport.Html(result),
                },
                () => context.Terminal.Document(result, HostJson.Default.RehearseResult),
                () => RehearsalReport.Text(context.Terminal, result));
            return outcome.ExitCode;
        }, cancellationToken));
        return command;
    }
}
