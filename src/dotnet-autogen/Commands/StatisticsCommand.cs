using System.CommandLine;
using System.Text.Json;
using Autogen.Messages;
using Autogen.Output;
using Autogen.Schema;
using Autogen.Schema.Statistics;
using Autogen.Tool.Output;

namespace Autogen.Tool.Commands;

/// <summary><c>statistics</c>.</summary>
internal static class StatisticsCommand
{
    /// <summary>Creates the command with its options.</summary>
    public static Command Create()
    {
        var exact = new Option<bool>("--exact")
        {
            Description = "Counts the rows of large tables, too, instead of printing the database's estimate (PostgreSQL)."
        };
        var compare = new Option<string?>("--compare")
        {
            Description = "Prints what changed since FILE, which 'statistics --json' or '--format json' wrote.",
            HelpName = "FILE",
        };
        var report = new ReportOptions("text", "json", "markdown", "html");
        var command = new Command(
            "statistics",
            "Shows rows, sizes and use of the database's tables and indexes.\n\n"
                + "  dotnet autogen statistics --format json -o before.json\n  dotnet autogen statistics --compare before.json")
        {
            exact, compare
        };
        report.AddTo(command);
        command.SetAction((parsed, cancellationToken) => EachDatabase.RunAsync(parsed, async context =>
        {
            report.Require(parsed);
            var before = parsed.GetValue(compare) is { } file ? Read(file) : null;
            var outcome = await context.RunEngineAsync(
                project => new StatisticsRequest { Project = project, IsExact = parsed.GetValue(exact) }, cancellationToken);
            var result = outcome.Document!.Value.Deserialize(HostJson.Default.StatisticsResult)!; // a success has a document
            if (before is not null)
                result = result with { Changes = StatisticsComparison.Of(before, result.Statistics) };
            report.Print(
                context.Terminal,
                parsed,
                format => format switch
                {
                    "json" => JsonSerializer.Serialize(result, HostJson.Default.StatisticsResult) + "\n",
                    "markdown" => StatisticsReport.Markdown(result),
                    _ => StatisticsReport.Html(result),
                },
                () => context.Terminal.Document(result, HostJson.Default.StatisticsResult),
                () => StatisticsReport.Text(context.Terminal, result));
            return outcome.ExitCode;
        }, cancellationToken));
        return command;
    }

    private static DatabaseStatistics Read(string file)
    {
        try
        {
            using var stream = File.OpenRead(file);
            return JsonSerializer.Deserialize(stream, HostJson.Default.StatisticsResult)?.Statistics ?? throw new JsonException();
        }
        catch (JsonException exception)
        {
            throw new AutogenException(
                ErrorCode.CommandLine,
                $"--compare: {file} is not a document of 'dotnet autogen statistics --json' of one database.",
                exception);
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            throw new AutogenException(ErrorCode.CommandLine, $"--compare: {Sentence.Ended(exception.Message)}", exception);
        }
    }
}
