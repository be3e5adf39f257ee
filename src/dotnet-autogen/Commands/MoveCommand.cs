using System.CommandLine;
using System.Text.Json;
using Autogen.Messages;
using Autogen.Output;
using Autogen.Schema;
using Autogen.Tool.Output;
using Autogen.Tool.Settings;

namespace Autogen.Tool.Commands;

/// <summary><c>upgrade</c> and <c>downgrade</c>.</summary>
internal static class MoveCommand
{
    /// <summary>Creates <c>upgrade</c>.</summary>
    public static Command CreateUpgrade()
        => Create(
            "upgrade",
            "Applies revisions up to TARGET.\n\n  dotnet autogen upgrade head",
            Arguments.CreateDatabase(),
            (project, target, isGiven) => new UpgradeRequest { Project = project, Target = target, CreateDatabase = isGiven });

    /// <summary>Creates <c>downgrade</c>.</summary>
    public static Command CreateDowngrade()
        => Create(
            "downgrade",
            "Reverts revisions down to TARGET.\n\n  dotnet autogen downgrade -1",
            Arguments.Yes(),
            (project, target, _) => new DowngradeRequest { Project = project, Target = target });

    // Each of the two has an option of its own.
    private static Command Create(
        string name, string description, Option<bool> own, Func<ProjectRequest, string, bool, MoveRequest> create)
    {
        var target = Arguments.Target();
        var sql = Arguments.Sql(
            "Prints the script instead, with the version table's statements; TARGET may be FROM:TO, and the database is not asked then.");
        var idempotent =
            new Option<bool>("--idempotent") { Description = "With --sql: the script leaves out what the database has (PostgreSQL)." };
        var dryRun = Arguments.DryRun("Lists the revisions that would run, without running them.");
        var patience = new PatienceOptions();
        var transactionMode = new Option<string?>("--transaction-mode")
        {
            Description = "What is one transaction: perRevision (default) or all.",
            HelpName = "MODE"
        };
        transactionMode.AcceptOnlyFromAmong("perRevision", "all");
        var command = new Command(name, description)
        {
            target, sql, idempotent, dryRun, own
        };
        patience.AddTo(command);
        command.Options.Add(transactionMode);
        command.SetAction((parsed, cancellationToken) => EachDatabase.RunAsync(parsed, async context =>
        {
            if (parsed.GetValue(idempotent) && !parsed.GetValue(sql))
                throw new AutogenException(ErrorCode.CommandLine, "--idempotent needs --sql.");
            var isOwnGiven = parsed.GetValue(own);
            var changesNothing = parsed.GetValue(sql) || parsed.GetValue(dryRun);
            if (isOwnGiven && changesNothing && name == "upgrade")
                throw new AutogenException(
                    ErrorCode.CommandLine, $"{own.Name} is for an upgrade that runs: leave it out with --sql and --dry-run.");
            using var script = parsed.GetValue(sql) ? new TextSpool() : null;
            var outcome = await context.RunEngineAsync(
                project => create(
                    patience.Apply(parsed, project) with
                    {
                        RevisionComments = parsed.GetValue(sql) ? context.ReadComments() : project.RevisionComments,
                        OneTransaction = parsed.GetValue(transactionMode) is { } mode ? mode == "all" : project.OneTransaction,
                    },
                    ArgumentRewriting.Restore(parsed.GetRequiredValue(target)),
                    isOwnGiven) with
                {
                    AnswersQuestions = context.Terminal.CanAsk && !isOwnGiven && !changesNothing,
                    Sql = parsed.GetValue(sql),
                    TextFile = script?.Path,
                    Idempotent = parsed.GetValue(idempotent),
                    DryRun = parsed.GetValue(dryRun),
                },
                cancellationToken);
            var result = outcome.Document!.Value.Deserialize(HostJson.Default.UpgradeResult)!; // a success has a document
            if (script is not null && !context.Terminal.IsJson)
                script.Print(context.Terminal);
            else
                ResultPrinter.Print(
                    context.Terminal, script is null ? result : result with { Script = script.Read() ?? "" }, parsed.GetValue(sql));
            return outcome.ExitCode;
        }, cancellationToken));
        return command;
    }
}
