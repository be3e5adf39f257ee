using System.CommandLine;
using System.Text.Json;
using Autogen.Messages;
using Autogen.Output;
using Autogen.Schema;
using Autogen.Tool.Output;
using Autogen.Tool.Settings;

namespace Autogen.Tool.Commands;

/// <summary><c>fleet</c>: one build and one engine for many databases.</summary>
internal static class FleetCommand
{
    /// <summary>Creates the command with those under it.</summary>
    public static Command Create()
        => new("fleet", "Many databases with one model: one build, one process; 'fleet' of autogen.json says where they are.")
        {
            CreateUpgrade(),
            CreateStatus(),
            CreateCheck(),
        };

    private static Command CreateUpgrade()
    {
        var target = new Argument<string>("TARGET")
        {
            Description = Graph.Target.Forms + "; default: head.",
            DefaultValueFactory = _ => "head",
        };
        var canary = new Option<string?>("--canary")
        {
            Description = "The first wave: a number or a percentage; one failure in it ends the command.",
            HelpName = "N|P%",
        };
        var then = new Option<string[]>("--then")
        {
            Description = "The next wave: a number, a percentage of the fleet or 'rest'; repeatable; what is left is the last wave.",
            HelpName = "N|P%|rest",
            AllowMultipleArgumentsPerToken = false,
        };
        var maxFailures = new Option<int?>("--max-failures")
        {
            Description = "How many databases may fail: after one more no other database begins; default: a failure ends the wave only.",
            HelpName = "N",
        };
        maxFailures.Validators.Add(result =>
        {
            if (result.Tokens.Count == 1 && int.TryParse(result.Tokens[0].Value, out var number) && number < 0)
                result.AddError("--max-failures: a number from 0.");
        });
        var pause = PatienceOptions.Seconds(
            "--pause", "How long to wait between waves, in seconds; default: ask on a terminal, else go on.");
        var ledger = new Option<string?>("--ledger")
        {
            Description = "A name for this run: processes that are given the same one share the databases by a table of PostgreSQL.",
            HelpName = "RUN",
        };
        ledger.Validators.Add(result =>
        {
            if (result.Tokens is [{ Value: "" }])
                result.AddError("--ledger: a name for the run, such as release-42.");
        });
        var command = new Command(
            "upgrade",
            "Applies revisions to every database, in waves.\n\n  dotnet autogen fleet upgrade head --canary 1 --then 5% --then rest")
        {
            target, canary, then, maxFailures, pause, ledger
        };
        var patience = new PatienceOptions();
        patience.AddTo(command);
        command.Validators.Add(result =>
        {
            if (result.GetResult(ledger) is not null && result.GetResult(pause) is not null)
                result.AddError(
                    "--pause is for the waves of one process; with --ledger the next wave begins when the one before it is done.");
        });
        return WithAction(command, (parsed, project, source) => new FleetUpgradeRequest
        {
            Project = patience.Apply(parsed, project),
            Source = source,
            Target = ArgumentRewriting.Restore(parsed.GetRequiredValue(target)),
            Canary = parsed.GetValue(canary),
            Then = parsed.GetValue(then) ?? [],
            MaxFailures = parsed.GetValue(maxFailures),
            PauseSeconds = parsed.GetValue(pause),
            Ledger = parsed.GetValue(ledger),
        });
    }

    private static Command CreateStatus()
        => WithAction(
            new Command(
                "status", "Groups the databases by revision and by schema.\n\n  dotnet autogen fleet status -d 'tenant_*'"),
            (_, project, source) => new FleetStatusRequest { Project = project, Source = source });

    private static Command CreateCheck()
    {
        var strict = new Option<bool>("--strict") { Description = "Cosmetic differences count, too." };
        return WithAction(
            new Command("check", "Exits 3 when the model and a database differ.\n\n  dotnet autogen fleet check --json") { strict },
            (parsed, project, source) => new FleetCheckRequest { Project = project, Source = source, Strict = parsed.GetValue(strict) });
    }

    private static Command WithAction(Command command, Func<ParseResult, ProjectRequest, FleetSource, FleetRequest> create)
    {
        var options = new FleetOptions();
        options.AddTo(command);
        command.SetAction(async (parsed, cancellationToken) =>
        {
            var context = await FleetContext.CreateAsync(parsed, cancellationToken);
            _ = options.Apply(parsed, new FleetStatusRequest { Project = null!, Source = context.Source }); // refused before the build
            var outcome = await context.Command.RunEngineAsync(
                project => options.Apply(parsed, create(parsed, project, context.Source)) with
                {
                    AnswersQuestions = context.Command.Terminal.CanAsk
                },
                context.AsksDatabase,
                cancellationToken);
            // a success has a document
            Print(context.Command.Terminal, outcome.Document!.Value.Deserialize(HostJson.Default.FleetResult)!, options.FormatOf(parsed));
            return outcome.ExitCode;
        });
        return command;
    }

    private static void Print(Terminal terminal, FleetResult result, string format)
    {
        if (terminal.IsJson)
            terminal.Document(result, HostJson.Default.FleetResult);
        else if (format == "text")
            FleetReport.Text(terminal, result);
        else
            terminal.Exact(format == "html" ? FleetReport.Html(result) : FleetReport.Markdown(result));
    }
}
