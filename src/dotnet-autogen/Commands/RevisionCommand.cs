using System.CommandLine;
using System.Text.Json;
using Autogen.Graph;
using Autogen.Messages;
using Autogen.Output;
using Autogen.Rendering;
using Autogen.Schema;
using Autogen.Tool.Output;

namespace Autogen.Tool.Commands;

/// <summary><c>revision</c>: empty from the sources alone; with <c>--autogenerate</c> by the engine.</summary>
internal static class RevisionCommand
{
    /// <summary>Creates the command with its options.</summary>
    public static Command Create()
    {
        var autogenerate = new Option<bool>("--autogenerate")
        {
            Description = "Compares the model with the live database and writes the difference, both ways."
        };
        var allowEmpty = new Option<bool>("--allow-empty") { Description = "Writes a revision even if nothing differs." };
        var sql = Arguments.Sql("With --autogenerate: prints the upgrade's SQL and writes nothing.");
        var options = new NewRevisionOptions(NewRevisionKind.Revision);
        var verify = new Option<bool>("--verify")
        {
            Description = "With --autogenerate: proves the revision on a scratch database before it is written."
        };
        var scratch = Arguments.Scratch();
        var rename = Arguments.Rename();
        var backfill = Arguments.Backfill();
        var noInput = new Option<bool>("--no-input")
        {
            Description = "Asks nothing: what may be a rename is written as a drop and an add, with a comment."
        };
        var command = new Command("revision", "Writes a revision.\n\n  dotnet autogen revision --autogenerate -m \"add order table\"")
        {
            autogenerate, allowEmpty, sql, verify, scratch, rename, backfill, noInput,
        };
        options.AddTo(command);
        command.SetAction(async (parsed, cancellationToken) =>
        {
            var databases = (parsed.GetValue(GlobalOptions.Database) ?? []).Distinct(StringComparer.Ordinal).ToList();
            var context = new CommandContext(parsed, databases.FirstOrDefault());
            if (!parsed.GetValue(autogenerate) && parsed.GetValue(sql))
                throw new AutogenException(ErrorCode.CommandLine, "--sql needs --autogenerate: an empty revision has no SQL.");
            if (!parsed.GetValue(autogenerate) && parsed.GetValue(verify))
                throw new AutogenException(
                    ErrorCode.CommandLine, "--verify needs --autogenerate: an empty revision has nothing to prove.");
            if (databases.Count > 1 && (!parsed.GetValue(autogenerate) || parsed.GetValue(sql)))
                throw new AutogenException(
                    ErrorCode.CommandLine,
                    "Several databases need --autogenerate, and exclude --sql: 'diff --format sql -d NAME' prints the SQL for each.");
            if (options.IsSplice(parsed) && options.Head(parsed) is null)
                throw new AutogenException(ErrorCode.CommandLine, "--splice needs --head: name the revision where the branch begins.");
            var place = NewRevisionPlace.On(
                context.Graph, options.Head(parsed), options.IsSplice(parsed), options.DependsOn(parsed), options.Labels(parsed));
            var header = await NewRevisionFile.HeaderAsync(
                context, place, options.Message(parsed) ?? "", options.Id(parsed), cancellationToken);
            using var text = new TextSpool();
            RevisionRequest Create(ProjectRequest project) => new()
            {
                Project = project,
                File = NewRevisionFile.Request(context, header, databases.Count > 1 ? header.Id : options.Id(parsed)),
                TextFile = text.Path,
                AllowEmpty = parsed.GetValue(allowEmpty) || databases.Count > 1,
                Revises = options.Head(parsed) is null ? null : place.Revises,
                DependsOn = place.DependsOn,
                BranchLabels = place.Labels,
                Sql = parsed.GetValue(sql),
                Verify = parsed.GetValue(verify),
                Scratch = parsed.GetValue(scratch),
                Renames = parsed.GetValue(rename) ?? [],
                Backfills = parsed.GetValue(backfill) ?? [],
            };

            var mayAsk = !parsed.GetValue(noInput);
            var result = !parsed.GetValue(autogenerate) ? new RevisionResult
            {
                Command = "revision",
                Id = header.Id,
                FileName = header.FileName,
                Text = RevisionSkeleton.Render(header)
            }
                : databases.Count > 1 ? await SeveralProviders.AutogenerateAsync(
                    parsed,
                    databases,
                    parsed.GetValue(allowEmpty),
                    async each => await AutogenerateAsync(each, mayAsk, Create, cancellationToken) with { Text = text.Read() })
                : await AutogenerateAsync(context, mayAsk, Create, cancellationToken);
            Tell(context.Terminal, result, parsed.GetValue(sql));
            await NewRevisionFile.FinishAsync(
                context, result, text, options.Folder(parsed), options.IsDryRun(parsed) || parsed.GetValue(sql), cancellationToken);
            return 0;
        });
        return command;
    }

    private static async Task<RevisionResult> AutogenerateAsync(
        CommandContext context, bool mayAsk, Func<ProjectRequest, RevisionRequest> create, CancellationToken cancellationToken)
    {
        var outcome = await context.RunEngineAsync(
            project => create(project) with { AnswersQuestions = mayAsk && context.Terminal.CanAsk }, cancellationToken);
        return outcome.Document!.Value.Deserialize(HostJson.Default.RevisionResult)!; // a success has a document
    }

    private static void Tell(Terminal terminal, RevisionResult result, bool isScript)
    {
        if (result.Id is null && !isScript)
            terminal.Progress(
                result.Missing.Count == 0
                    ? "No changes detected: the model and the database are the same. No file was written."
                    : "No changes detected that a revision could make. No file was written.");
        foreach (var line in LongList.Lines([.. result.Risks.Select(risk => $"  ! {risk.Text}")], terminal.IsVerbose))
            terminal.Progress(line, "yellow");
    }
}
