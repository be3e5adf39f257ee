using System.CommandLine;
using System.Text.Json;
using Autogen.Messages;
using Autogen.Schema;
using Autogen.Tool.Output;

namespace Autogen.Tool.Commands;

/// <summary><c>upgrade</c> and <c>downgrade</c>.</summary>
internal static class MoveCommand
{
    /// <summary>Makes one of them.</summary>
    public static Command Create(string name, string description)
    {
        var target = Arguments.Target();
        var sql = Arguments.Sql("Prints the script instead, with the version table's statements; TARGET may be FROM:TO, and the database is not asked then.");
        var idempotent = new Option<bool>("--idempotent") { Description = "With --sql: the script leaves out what the database has (PostgreSQL)." };
        var dryRun = Arguments.DryRun("Tells which revisions would run, and runs none.");
        var lockTimeout = new Option<double?>("--lock-timeout") { Description = "How long to wait for another upgrade, in seconds; default 60.", HelpName = "SECONDS" };
        var command = new Command(name, description) { target, sql, idempotent, dryRun, lockTimeout };
        command.TreatUnmatchedTokensAsErrors = false;
        command.SetAction((parsed, cancellationToken) => EachDatabase.RunAsync(parsed, async context =>
        {
            if (parsed.GetValue(idempotent) && !parsed.GetValue(sql))
                throw new AutogenException(ErrorCode.CommandLine, "--idempotent goes with --sql.");
            var outcome = await context.RunEngineAsync(
                request => request with
                {
                    Target = ArgumentRewriting.Restore(parsed.GetRequiredValue(target)),
                    Sql = parsed.GetValue(sql),
                    Idempotent = parsed.GetValue(idempotent),
                    DryRun = parsed.GetValue(dryRun),
                    LockTimeoutSeconds = parsed.GetValue(lockTimeout) ?? request.LockTimeoutSeconds,
                },
                cancellationToken);
            ResultPrinter.Print(context.Terminal, outcome.Document!.Value.Deserialize(HostJson.Default.UpgradeResult)!, parsed.GetValue(sql)); // a success has a document
            return outcome.ExitCode;
        }, cancellationToken));
        return command;
    }
}
