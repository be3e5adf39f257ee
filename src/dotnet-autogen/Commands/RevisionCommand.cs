using System.CommandLine;
using System.Text.Json;
using Autogen.Design.Rendering;
using Autogen.Graph;
using Autogen.Messages;
using Autogen.Schema;
using Autogen.Tool.Output;
using Autogen.Tool.Projects;

namespace Autogen.Tool.Commands;

/// <summary><c>revision</c>: empty from the sources alone; with <c>--autogenerate</c> by the engine.</summary>
internal static class RevisionCommand
{
    /// <summary>Makes it.</summary>
    public static Command Create()
    {
        var message = new Option<string?>("--message", "-m") { Description = "What the revision is about.", HelpName = "MSG" };
        var autogenerate = new Option<bool>("--autogenerate") { Description = "Compares the model with the live database and writes the difference, both ways." };
        var allowEmpty = new Option<bool>("--allow-empty") { Description = "Writes a revision even if nothing differs." };
        var id = new Option<string?>("--rev-id") { Description = "The revision's id; default: 12 random hexadecimal digits.", HelpName = "ID" };
        var folder = new Option<string?>("--revisions-dir") { Description = "Where the file is written; default: the folder of autogen.json.", HelpName = "DIR" };
        var sql = Arguments.Sql("With --autogenerate: prints the upgrade's SQL and writes nothing.");
        var dryRun = Arguments.DryRun("Prints the C# and writes nothing.");
        var verify = new Option<bool>("--verify") { Description = "With --autogenerate: proves the revision on a scratch database before it is written." };
        var scratch = Arguments.Scratch();
        var rename = Arguments.Rename();
        var noInput = new Option<bool>("--no-input") { Description = "Asks nothing: what may be a rename is written as a drop and an add, with a comment." };
        var command = new Command("revision", "Writes a revision.\n\n  dotnet autogen revision --autogenerate -m \"add order table\"")
        {
            message, autogenerate, allowEmpty, id, folder, sql, dryRun, verify, scratch, rename, noInput,
        };
        command.TreatUnmatchedTokensAsErrors = false;
        command.SetAction(async (parsed, cancellationToken) =>
        {
            var context = new CommandContext(parsed);
            if (!parsed.GetValue(autogenerate) && parsed.GetValue(sql))
                throw new AutogenException(ErrorCode.CommandLine, "--sql goes with --autogenerate: an empty revision has no SQL.");
            if (!parsed.GetValue(autogenerate) && parsed.GetValue(verify))
                throw new AutogenException(ErrorCode.CommandLine, "--verify goes with --autogenerate: an empty revision has nothing to prove.");
            if (parsed.GetValue(id) is { } given)
                RequireLegal(given);
            var result = parsed.GetValue(autogenerate)
                ? await AutogenerateAsync(context, !parsed.GetValue(noInput), request => request with
                {
                    Message = parsed.GetValue(message) ?? "",
                    AllowEmpty = parsed.GetValue(allowEmpty),
                    RevisionId = parsed.GetValue(id),
                    Sql = parsed.GetValue(sql),
                    DryRun = parsed.GetValue(dryRun),
                    Verify = parsed.GetValue(verify),
                    Scratch = parsed.GetValue(scratch),
                    Renames = parsed.GetValue(rename) ?? [],
                }, cancellationToken)
                : Empty(context, parsed.GetValue(message) ?? "", parsed.GetValue(id));
            Finish(context, result, parsed.GetValue(folder), parsed.GetValue(dryRun) || parsed.GetValue(sql));
            return 0;
        });
        return command;
    }

    private static async Task<RevisionResult> AutogenerateAsync(CommandContext context, bool mayAsk, Func<HostRequest, HostRequest> complete, CancellationToken cancellationToken)
    {
        var result = Read(await context.RunEngineAsync(complete, cancellationToken));
        if (!mayAsk || !context.Terminal.CanAsk || RenameQuestions.Ask(context.Terminal, result.Risks) is not { Count: > 0 } renames)
            return result;
        return Read(await context.RunEngineAsync(request => WithRenames(complete(request), renames), cancellationToken));

        static HostRequest WithRenames(HostRequest request, IReadOnlyList<string> more) => request with { Renames = [.. request.Renames, .. more] };

        static RevisionResult Read(HostOutcome outcome) => outcome.Document!.Value.Deserialize(HostJson.Default.RevisionResult)!; // a success has a document
    }

    private static RevisionResult Empty(CommandContext context, string message, string? given)
    {
        var graph = context.Graph;
        if (graph.Heads.Count > 1)
        {
            throw new AutogenException(
                ErrorCode.SeveralHeads,
                $"Multiple heads are present: {string.Join(", ", graph.Heads)}. A revision is based on one of them: see them with 'dotnet autogen heads', and let one revise the other.");
        }

        var id = given ?? RevisionIds.New();
        if (graph.Find(id) is { } other)
            throw new AutogenException(ErrorCode.RevisionDuplicated, $"{other.Source} has the id '{id}' already. Give another with --rev-id, or none.");
        var header = new RevisionHeader
        {
            Id = id,
            Revises = graph.Heads,
            Message = message,
            Created = TimeProvider.System.GetUtcNow(),
            Namespace = context.Settings.Namespace ?? RevisionsNamespace.Of(context.Project.DefaultNamespace, context.RevisionsFolder),
            TakenClassNames = [.. context.Revisions.Select(revision => revision.ClassName)],
        };
        return new RevisionResult { Command = "revision", Id = id, FileName = header.FileName, Text = RevisionSkeleton.Render(header) };
    }

    private static void Finish(CommandContext context, RevisionResult result, string? folder, bool isOnlyPrinted)
    {
        var terminal = context.Terminal;
        if (result.Id is null && result.Script is null)
            terminal.Progress("No changes detected: the model and the database are the same. No file was written.");
        foreach (var risk in result.Risks)
            terminal.Progress($"  ! {risk.Text}", "yellow");
        if (!isOnlyPrinted && result is { FileName: { } name, Text: { } text })
        {
            var relative = Path.Combine(folder ?? context.RevisionsFolder, name).Replace('\\', '/');
            terminal.ProgressPart($"Generating {relative} ...");
            AtomicFile.Write(Path.Combine(context.Project.Directory, relative), text);
            terminal.Progress(" done");
            result = result with { File = relative };
        }

        if (terminal.IsJson)
            terminal.Document(result, HostJson.Default.RevisionResult);
        else if (isOnlyPrinted)
            terminal.Part(result.Script ?? result.Text ?? "");
    }

    private static void RequireLegal(string id)
    {
        if (id.Length == 0 || id.Any(character => char.IsWhiteSpace(character) || character is '@' or '-' or '+' or ':'))
            throw new AutogenException(ErrorCode.RevisionInvalid, $"'{id}' can't be a revision's id: it must not be empty or hold @, -, +, : or white space.");
    }
}
