using System.CommandLine;
using System.Text.Json.Nodes;
using Autogen.Output;
using Autogen.Schema;
using Autogen.Tool.Output;

namespace Autogen.Tool.Commands;

/// <summary>Runs a command for every database that the command line names, and reports each.</summary>
internal static class EachDatabase
{
    /// <summary>Runs it: for several one after the other, the others even if one fails.</summary>
    /// <returns>The exit code: that of the first that did not end with 0.</returns>
    public static async Task<int> RunAsync(ParseResult parsed, Func<CommandContext, Task<int>> run, CancellationToken cancellationToken)
    {
        if ((parsed.GetValue(GlobalOptions.Database) ?? []) is not { Length: > 1 } names)
            return await run(new CommandContext(parsed));
        if (names.Distinct(StringComparer.Ordinal).Count() < names.Length)
            throw new AutogenException(ErrorCode.CommandLine, $"-d names a database twice: {string.Join(", ", names)}.");

        var documents = new JsonArray();
        var exitCode = 0;
        foreach (var name in names)
        {
            cancellationToken.ThrowIfCancellationRequested();
            var context = new CommandContext(parsed, name);
            if (context.Terminal.IsJson)
                context.Terminal.Documents = text => documents.Add(
                    new JsonObject { ["database"] = name, ["result"] = JsonNode.Parse(text) });
            else
                context.Terminal.Progress($"Database '{name}':", "bold");
            int code;
            try
            {
                code = await run(context);
            }
            catch (Exception exception) when (exception is AutogenException or EngineFailureException)
            {
                code = FailurePrinter.Print(exception, parsed, context.Terminal);
            }

            exitCode = exitCode == 0 ? code : exitCode;
        }

        if (documents.Count > 0)
            Console.Out.WriteLine(
                new JsonObject { ["format"] = 1, ["command"] = parsed.CommandResult.Command.Name, ["databases"] = documents }
                    .ToJsonString());
        return exitCode;
    }
}
