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
        var lockTimeout = Seconds(
            "--lock-timeout",
            "How long to wait for another upgrade, and in all for the locks of a revision's tables, in seconds; default 60.");
        var lockAttempt = Seconds(
            "--lock-attempt",
            "How long a statement waits for a table's lock at a time, in seconds; then the revision is rolled back and tried again; "
                + "default 0.5, in a script 5, which does not try again; 0 for any time (PostgreSQL).");
        var statementTimeout = Seconds(
            "--statement-timeout", "How long a statement may run, in seconds; 0 for any time; default: what the server says (PostgreSQL).");
        var transactionMode = new Option<string?>("--transaction-mode")
        {
            Description = "What is one transaction: perRevision (default) or all.",
            HelpName = "MODE"
        };
        transactionMode.AcceptOnlyFromAmong("perRevision", "all");
        var command = new Command(name, description)
        {
            target, sql, idempotent, dryRun, own, lockTimeout, lockAttempt, statementTimeout, transactionMode
        };
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
                    project with
                    {
                        RevisionComments = parsed.GetValue(sql) ? context.ReadComments() : project.RevisionComments,
                        LockTimeoutSeconds = parsed.GetValue(lockTimeout) ?? project.LockTimeoutSeconds,
                        LockAttemptSeconds = parsed.GetValue(lockAttempt) ?? project.LockAttemptSeconds,
                        StatementTimeoutSeconds = parsed.GetValue(statementTimeout) ?? project.StatementTimeoutSeconds,
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

    /// <summary>An option with a number of seconds.</summary>
    internal static Option<double?> Seconds(string name, string description)
    {
        var option = new Option<double?>(name) { Description = description, HelpName = "SECONDS" };
        option.Validators.Add(result =>
        {
            if (result.Tokens.Count == 1
                && double.TryParse(result.Tokens[0].Value, System.Globalization.CultureInfo.InvariantCulture, out var seconds)
                && seconds is not (>= 0 and <= SettingsCheck.MostSeconds))
                result.AddError($"{name}: a number of seconds from 0 to {SettingsCheck.MostSeconds}.");
        });
        return option;
    }
}
