using System.CommandLine;
using System.Text.Json;
using Autogen.Messages;
using Autogen.Output;
using Autogen.Tool.Output;

namespace Autogen.Tool.Commands;

/// <summary><c>sql</c>.</summary>
internal static class SqlCommand
{
    /// <summary>Creates the command with its options.</summary>
    public static Command Create()
    {
        var statement = new Argument<string>("STATEMENT") { Description = "One statement." };
        var command = new Command(
            "sql", "Runs one statement on the database and prints a table.\n\n  dotnet autogen sql \"SELECT * FROM autogen_log\"")
        {
            statement
        };
        command.SetAction((parsed, cancellationToken) => EachDatabase.RunAsync(parsed, async context =>
        {
            var outcome = await context.RunEngineAsync(
                project => new SqlRequest { Project = project, Statement = parsed.GetRequiredValue(statement) }, cancellationToken);
            var result = outcome.Document!.Value.Deserialize(HostJson.Default.SqlResult)!; // a success has a document
            if (context.Terminal.IsJson)
                context.Terminal.Document(result, HostJson.Default.SqlResult);
            else if (result.Columns.Count > 0)
                TextTable.Lines(result.Columns, result.Rows).ToList().ForEach(line => context.Terminal.Line(line));
            else
                context.Terminal.Progress(
                    result.Affected < 0 ? "Done." : $"{result.Affected} {(result.Affected == 1 ? "row" : "rows")} changed.");
            return outcome.ExitCode;
        }, cancellationToken));
        return command;
    }
}
