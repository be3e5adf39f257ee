using System.CommandLine;
using System.Text.Json;
using Autogen.Messages;
using Autogen.Output;
using Autogen.Tool.Output;

namespace Autogen.Tool.Commands;

/// <summary><c>check</c>.</summary>
internal static class CheckCommand
{
    /// <summary>Creates the command with its options.</summary>
    public static Command Create()
    {
        var strict = new Option<bool>("--strict") { Description = "Cosmetic differences count, too." };
        var singleHead =
            new Option<bool>("--single-head") { Description = "Several heads count, too; that needs neither a build nor the database." };
        var failOnChanged = new Option<bool>("--fail-on-changed")
        {
            Description = "Revisions whose files were edited after they were applied count, too; "
                + "default: what 'failOnChanged' of autogen.json says.",
        };
        var rename = Arguments.Rename();
        var command = new Command("check", "Exits 3 when the model and the database differ.\n\n  dotnet autogen check --strict")
        {
            strict, singleHead, failOnChanged, rename
        };
        command.SetAction((parsed, cancellationToken) => EachDatabase.RunAsync(parsed, async context =>
        {
            if (parsed.GetValue(singleHead) && context.Graph.Heads is { Count: > 1 } heads)
                return SeveralHeads(context, heads);
            var failsOnChanged = parsed.GetValue(failOnChanged) || context.Settings.FailOnChanged == true;
            var outcome = await context.RunEngineAsync(
                project => new CheckRequest
                {
                    Project = project,
                    Strict = parsed.GetValue(strict),
                    FailOnChanged = failsOnChanged,
                    Renames = parsed.GetValue(rename) ?? []
                },
                cancellationToken);
            var result = outcome.Document!.Value.Deserialize(HostJson.Default.DiffResult)!; // a success has a document
            Print(context.Terminal, result, parsed.GetValue(strict));
            if (failsOnChanged && result.ChangedRevisions.Count > 0 && !context.Terminal.IsJson)
                context.Terminal.Line($"Edited after they were applied: {string.Join(", ", result.ChangedRevisions)}.", "yellow");
            return outcome.ExitCode;
        }, cancellationToken));
        return command;
    }

    private static int SeveralHeads(CommandContext context, IReadOnlyList<string> heads)
    {
        const int Found = 3;
        if (context.Terminal.IsJson)
            context.Terminal.Document(new DiffResult { Command = "check", Heads = heads }, HostJson.Default.DiffResult);
        else
            context.Terminal.Line(
                $"Multiple head revisions are present: {string.Join(", ", heads)}. "
                    + "Bring them together with 'dotnet autogen merge heads' or 'rebase'.",
                "yellow");
        return Found;
    }

    private static void Print(Terminal terminal, DiffResult result, bool isStrict)
    {
        if (terminal.IsJson)
        {
            terminal.Document(result, HostJson.Default.DiffResult);
            return;
        }

        var significant = result.Changes.Where(change => !change.Cosmetic).ToList();
        if (significant.Count == 0)
            terminal.Line("No new upgrade operations detected.", "green");
        else
            terminal.Line("New upgrade operations detected:", "yellow");
        foreach (var line in LongList.Lines([.. significant.Select(change => change.Text)], terminal.IsVerbose))
            terminal.Line("  " + line);
        if (isStrict)
            LongList.Lines([.. CosmeticText.Lines(result.Changes)], terminal.IsVerbose).ToList().ForEach(line => terminal.Line(line));
        else if (ResultText.Cosmetic(result.Changes) is { Length: > 0 } cosmetic)
            terminal.Line(cosmetic);
        MissingText.Print(terminal, result.Missing);
        LeftAloneText.Print(terminal, result);
    }
}
