using System.CommandLine;
using System.Text.Json;
using Autogen.Messages;
using Autogen.Output;
using Autogen.Schema;
using Autogen.Tool.Output;
using Autogen.Tool.Output.Diff;

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
        var output = new Option<string?>("--output", "-o")
        {
            Description = "Writes into a file, over an existing one; with a --format other than text.",
            HelpName = "FILE"
        };
        var rename = Arguments.Rename();
        var backfill = Arguments.Backfill();
        var command = new Command(
            "diff", "Shows what 'revision --autogenerate' would write, without writing it.\n\n  dotnet autogen diff --format sql")
        {
            format, output, rename, backfill
        };
        command.SetAction((parsed, cancellationToken) => EachDatabase.RunAsync(parsed, async context =>
        {
            RequireOneFile(parsed, parsed.GetValue(output), parsed.GetValue(format));
            var outcome = await context.RunEngineAsync(
                project => new DiffRequest
                {
                    Project = project,
                    Renames = parsed.GetValue(rename) ?? [],
                    Backfills = parsed.GetValue(backfill) ?? [],
                },
                cancellationToken);
            var result = outcome.Document!.Value.Deserialize(HostJson.Default.DiffResult)!; // a success has a document
            var chosen = parsed.GetValue(format)!; // it has a default
            var file = parsed.GetValue(output);
            if (file is not null)
                WriteFile(context.Terminal, file, Text(result, chosen, context.Terminal.IsVerbose));
            if (context.Terminal.IsJson || (file is null && chosen is "json"))
                context.Terminal.Document(result, HostJson.Default.DiffResult);
            else if (file is null && chosen is "text")
                Print(context.Terminal, result);
            else if (file is null)
                context.Terminal.Exact(Text(result, chosen, context.Terminal.IsVerbose));
            return outcome.ExitCode;
        }, cancellationToken));
        return command;
    }

    private static void RequireOneFile(ParseResult parsed, string? file, string? format)
    {
        if (file is null)
            return;
        if (format is "text")
            throw new AutogenException(ErrorCode.CommandLine, "--output needs --format sql, json, markdown or html.");
        if (parsed.GetValue(GlobalOptions.Database) is { Length: > 1 })
            throw new AutogenException(ErrorCode.CommandLine, "--output takes the difference of one database: name one with -d.");
    }

    private static string Text(DiffResult result, string format, bool isVerbose) => format switch
    {
        "json" => JsonSerializer.Serialize(result, HostJson.Default.DiffResult) + "\n",
        "sql" => result.Script ?? "",
        "markdown" => DiffReport.Markdown(result, isVerbose),
        _ => DiffReport.Html(result, isVerbose),
    };

    private static void WriteFile(Terminal terminal, string file, string text)
    {
        AtomicFile.Replace(Path.GetFullPath(file), text);
        terminal.Progress($"Wrote {file}.");
    }

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
