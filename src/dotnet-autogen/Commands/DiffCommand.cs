using System.CommandLine;
using System.Text.Json;
using Autogen.Messages;
using Autogen.Output;
using Autogen.Tool.Output;
using Autogen.Tool.Output.Diff;

namespace Autogen.Tool.Commands;

/// <summary><c>diff</c>.</summary>
internal static class DiffCommand
{
    /// <summary>Creates the command with its options.</summary>
    public static Command Create()
    {
        var report = new ReportOptions("text", "sql", "json", "markdown", "html");
        var rename = Arguments.Rename();
        var backfill = Arguments.Backfill();
        var command = new Command(
            "diff", "Shows what 'revision --autogenerate' would write, without writing it.\n\n  dotnet autogen diff --format sql")
        {
            rename, backfill
        };
        report.AddTo(command);
        command.SetAction((parsed, cancellationToken) => EachDatabase.RunAsync(parsed, async context =>
        {
            report.Require(parsed);
            var outcome = await context.RunEngineAsync(
                project => new DiffRequest
                {
                    Project = project,
                    Renames = parsed.GetValue(rename) ?? [],
                    Backfills = parsed.GetValue(backfill) ?? [],
                },
                cancellationToken);
            var result = outcome.Document!.Value.Deserialize(HostJson.Default.DiffResult)!; // a success has a document
            report.Print(
                context.Terminal,
                parsed,
                format => Text(result, format, context.Terminal.IsVerbose),
                () => context.Terminal.Document(result, HostJson.Default.DiffResult),
                () => Print(context.Terminal, result));
            return outcome.ExitCode;
        }, cancellationToken));
        return command;
    }

    private static string Text(DiffResult result, string format, bool isVerbose) => format switch
    {
        "json" => JsonSerializer.Serialize(result, HostJson.Default.DiffResult) + "\n",
        "sql" => result.Script ?? "",
        "markdown" => DiffReport.Markdown(result, isVerbose),
        _ => DiffReport.Html(result, isVerbose),
    };

    private static void Print(Terminal terminal, DiffResult result)
    {
        var significant = result.Changes.Where(change => !change.Cosmetic).ToList();
        if (significant.Count == 0)
            terminal.Line("No new upgrade operations detected.", "green");
        foreach (var line in LongList.Lines([.. significant.Select(change => change.Text)], terminal.IsVerbose))
            terminal.Line(line);
        foreach (var line in LongList.Lines([.. result.Risks.Select(risk => $"  ! {risk.Text}")], terminal.IsVerbose))
            terminal.Line(line, "yellow");
        if (terminal.IsVerbose)
            CosmeticText.Lines(result.Changes).ToList().ForEach(line => terminal.Line(line));
        else if (ResultText.Cosmetic(result.Changes, "--verbose") is { Length: > 0 } cosmetic)
            terminal.Line(cosmetic);
        MissingText.Print(terminal, result.Missing);
        LeftAloneText.Print(terminal, result);
    }
}
