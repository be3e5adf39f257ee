using System.CommandLine;
using System.Text.Json;
using Autogen.Graph;
using Autogen.Messages;
using Autogen.Output;
using Autogen.Schema;
using Autogen.Tool.Output;

namespace Autogen.Tool.Commands;

/// <summary>
/// <c>adopt</c>: the engine plans and proves a base revision, the face writes its file, and then the engine sets the version.
/// </summary>
internal static class AdoptCommand
{
    private const string DefaultMessage = "adopt the database";

    /// <summary>Creates the command with its options.</summary>
    public static Command Create()
    {
        var fromEf = new Option<bool>("--from-ef")
        {
            Description = "Writes what EF Core's migrations have applied into the log and into the revision's comment."
        };
        var allTables = new Option<bool>("--all-tables")
        {
            Description = "Takes over tables that the model does not map, too; the model answers for them from then on."
        };
        var noVerify = new Option<bool>("--no-verify")
        {
            Description = "Does not make the revision's database on a scratch database first, to compare it with this one."
        };
        var scratch = Arguments.Scratch();
        var options = new NewRevisionOptions(NewRevisionKind.Adopted);
        var command = new Command(
            "adopt",
            "Takes over a database that has tables but no revisions: writes a base revision that creates what exists, stamps the database "
                + "with it, and says what differs from the model. Changes no table and no row."
            + "\n\n  dotnet autogen adopt")
        {
            fromEf, allTables, noVerify, scratch,
        };
        options.AddTo(command);
        command.SetAction(async (parsed, cancellationToken) =>
        {
            var context = new CommandContext(parsed);
            if (context.Graph.Heads.Count > 0)
                throw new AutogenException(ErrorCode.NotAdoptable, AdoptionTexts.RevisionsAreThere(context.Graph.Heads));
            if (parsed.GetValue(noVerify) && parsed.GetValue(scratch) is not null)
                throw new AutogenException(
                    ErrorCode.CommandLine, "--scratch is for the proof that --no-verify leaves out: give one of them.");
            var header = await NewRevisionFile.HeaderAsync(
                context,
                NewRevisionPlace.On(context.Graph, null, false, [], []),
                options.Message(parsed) ?? DefaultMessage,
                options.Id(parsed),
                cancellationToken);
            AdoptRequest Create(ProjectRequest project) => new()
            {
                Project = project,
                File = NewRevisionFile.Request(context, header, header.Id),
                AllTables = parsed.GetValue(allTables),
                FromEf = parsed.GetValue(fromEf),
                Verify = !parsed.GetValue(noVerify),
                Scratch = parsed.GetValue(scratch),
            };

            var result = Read(await context.RunEngineAsync(Create, cancellationToken));
            AdoptionText.PrintBefore(context.Terminal, result);
            if (!options.IsDryRun(parsed))
                result = await WriteAsync(context, result, Create, options.Folder(parsed), cancellationToken);
            AdoptionText.PrintAfter(context.Terminal, result);
            if (context.Terminal.IsJson)
                context.Terminal.Document(result, HostJson.Default.AdoptResult);
            else if (options.IsDryRun(parsed))
                context.Terminal.Exact(result.Text ?? "");
            return 0;
        });
        return command;
    }

    // The version is set last: a database that is at a revision must have its file. What the project wants to be run afterwards
    // may change the file's form only.
    private static async Task<AdoptResult> WriteAsync(
        CommandContext context,
        AdoptResult result,
        Func<ProjectRequest, AdoptRequest> create,
        string? folder,
        CancellationToken cancellationToken)
    {
        var text = result.Text ?? throw new InvalidOperationException("The engine sent no text.");
        var file = NewRevisionFile.Write(context, folder, result.FileName, text);
        try
        {
            await context.RunEngineAsync(project => create(project) with { WrittenText = text }, cancellationToken);
        }
        catch (EngineFailureException failure)
        {
            // The engine has said so itself: what it had begun is rolled back.
            File.Delete(Path.Combine(context.Project.Directory, file));
            throw new EngineFailureException(
                failure.Failed with { Message = $"{failure.Failed.Message}\nThe database was not stamped, and {file} was removed again." });
        }
        catch (Exception exception) when (exception is AutogenException or OperationCanceledException)
        {
            throw new AutogenException(
                ErrorCode.EngineFailed,
                $"{exception.Message}\n{file} is written, and whether the database was stamped with it is not known: "
                    + $"'dotnet autogen current' says. If it was not, 'dotnet autogen stamp {result.Id}' does it.",
                exception);
        }

        context.Terminal.Progress($"Stamped: <base> -> {result.Id}");
        await NewRevisionFile.RunHooksAsync(context, file, cancellationToken);
        return result with { File = file, Text = null, Stamped = true };
    }

    // a success has a document
    private static AdoptResult Read(HostOutcome outcome) => outcome.Document!.Value.Deserialize(HostJson.Default.AdoptResult)!;
}
