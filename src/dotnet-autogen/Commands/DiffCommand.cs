using System.CommandLine;
using System.Text.Json;
using Autogen.Messages;
using Autogen.Output;
using Autogen.Tool.Output;

namespace Autogen.Tool.Commands;

/// <summary><c>diff</c>.</summary>
internal static class DiffCommand
{
    /// <summary>Creates the command with its options.</summary>
    public static Command Create()
    {
        var format = new Option<string>("--format")
        {
            Description = "text (default), sql, json, markdown (for a pull request) or html.",
            HelpName = "FORMAT",
            DefaultValueFactory = _ => "text"
        };
        format.AcceptOnlyFromAmong("text", "sql", "json", "markdown", "html");
        var rename = Arguments.Rename();
        var backfill = Arguments.Backfill();
        var command = new Command(
            "diff", "Shows what 'revision --autogenerate' would write, without writing it.\n\n  dotnet autogen diff --format sql")
        {
            format, rename, backfill
        };
        command.SetAction((parsed, cancellationToken) => EachDatabase.RunAsync(parsed, async context =>
        {
            var outcome = await context.RunEngineAsync(
                project => new DiffRequest
                {
                    Project = project,
                    Renames = parsed.GetValue(rename) ?? [],
                    Backfills = parsed.GetValue(backfill) ?? [],
                },
                cancellationToken);
            var result = outcome.Document!.Value.Deserialize(HostJson.Default.DiffResult)!; // a success has a document
            var chosen = context.Terminal.IsJson ? "json" : parsed.GetValue(format);
            switch (chosen)
            {
                case "json":
                    context.Terminal.Document(result, HostJson.Default.DiffResult);
                    break;
                case "sql":
                    context.Terminal.Exact(result.Script ?? "");
                    break;
                case "markdown":
                    context.Terminal.Exact(DiffReport.Markdown(result));
                    break;
                case "html":
                    context.Terminal.Exact(DiffReport.Html(result));
                    break;
                default:
                    Print(context.Terminal, result);
                    break;
            }

            return outcome.ExitCode;
        }, cancellationToken));
        return command;
    }

    private static void Print(Terminal terminal, DiffResult result)
    {
        var significant = result.Changes.Where(change => !change.Cosmetic).ToList();
        if (significant.Count == 0)
            terminal.Line("No new upgrade operations detected.", "green");
        foreach (var line in LongList.Lines([.. significant.Select(change => change.Text)], terminal.IsVerbose))
            terminal.Line(line);
        foreach (var risk in result.Risks)
            terminal.Line($"  ! {risk.Text}", "yellow");
        if (ResultText.Cosmetic(result.Changes) is { Length: > 0 } cosmetic)
            terminal.Line(cosmetic);
        MissingText.Print(terminal, result.Missing);
        if (result.UnmanagedTables.Count > 0)
            terminal.Progress(
                $"Left alone, because neither the model nor a revision knows them: "
                    + $"{LongList.Names(result.UnmanagedTables, terminal.IsVerbose)}.");
    }
}
