using System.CommandLine;
using System.Text.Json;
using Autogen.Messages;
using Autogen.Output;
using Autogen.Schema;
using Autogen.Tool.Output;

namespace Autogen.Tool.Commands;

/// <summary><c>verify</c>.</summary>
internal static class VerifyCommand
{
    /// <summary>Creates the command with its options.</summary>
    public static Command Create()
    {
        var revisions = new Argument<string[]>("REVS")
        {
            Description = "The revisions to prove; default: the heads.",
            Arity = ArgumentArity.ZeroOrMore
        };
        var all = new Option<bool>("--all") { Description = "Proves every revision." };
        var scratch = Arguments.Scratch();
        var command = new Command(
            "verify",
            "Proves revisions on a scratch database: applied, compared with the model, undone, compared with before, applied again. "
                + "Exits 3 when one fails.\n\n  dotnet autogen verify --all")
        {
            revisions, all, scratch,
        };
        command.SetAction(async (parsed, cancellationToken) =>
        {
            var context = new CommandContext(parsed);
            var given = parsed.GetValue(revisions) ?? [];
            if (parsed.GetValue(all) && given.Length > 0)
                throw new AutogenException(ErrorCode.CommandLine, "--all takes no revisions: it proves every one.");
            var outcome = await context.RunEngineAsync(
                project => new VerifyRequest
                {
                    Project = project,
                    Revisions = given,
                    All = parsed.GetValue(all),
                    Scratch = parsed.GetValue(scratch)
                },
                cancellationToken);
            Print(context.Terminal, outcome.Document!.Value.Deserialize(HostJson.Default.VerifyResult)!); // a success has a document
            return outcome.ExitCode;
        });
        return command;
    }

    private static void Print(Terminal terminal, VerifyResult result)
    {
        if (terminal.IsJson)
        {
            terminal.Document(result, HostJson.Default.VerifyResult);
            return;
        }

        var wrong = result.Revisions.Where(proof => proof.Findings.Count > 0).ToList();
        foreach (var proof in wrong)
        {
            terminal.Line($"{proof.Id}{(proof.Message.Length == 0 ? "" : ", " + proof.Message.ReplaceLineEndings(" "))}:", "yellow");
            foreach (var finding in LongList.Lines([.. proof.Findings.Select(finding => finding.Text)], terminal.IsVerbose))
                terminal.Paragraph("  " + finding);
        }

        if (result.Model is { Count: > 0 } model)
        {
            terminal.Line("After all revisions the model differs from the database:", "yellow");
            foreach (var finding in LongList.Lines([.. model.Select(finding => finding.Text)], terminal.IsVerbose))
                terminal.Line("  " + finding);
        }

        if (result.NotTried.Count > 0)
            terminal.Line($"Not tried, because one before them does not run: {LongList.Names(result.NotTried, terminal.IsVerbose)}.");
        var count = result.Revisions.Count;
        if (wrong.Count > 0)
            terminal.Line($"{wrong.Count} of {count} {(count == 1 ? "revision" : "revisions")} failed the proof.", "red");
        else
            terminal.Line(
                count == 0
                    ? "There are no revisions to prove."
                    : $"{count} {(count == 1 ? "revision" : "revisions")} proven: applied, undone, applied again.",
                "green");
    }
}
