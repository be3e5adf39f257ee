using System.CommandLine;
using System.Text.Json;
using Autogen.Messages;

namespace Autogen.Tool.Commands;

/// <summary><c>stamp</c>.</summary>
internal static class StampCommand
{
    /// <summary>Creates the command with its options.</summary>
    public static Command Create()
    {
        var revisions = new Argument<string[]>("REVS")
        {
            Description = "head, heads, base, LABEL@head, or revisions' ids, prefixes or labels.",
            Arity = ArgumentArity.OneOrMore
        };
        var purge = new Option<bool>("--purge") { Description = "Empties the version table first, whatever it holds." };
        var sql = Arguments.Sql("Prints the statements instead; FROM:TO says where the database is, which is not asked then.");
        var command = new Command("stamp", "Sets the revision that the database is at, and runs nothing.\n\n  dotnet autogen stamp head")
        {
            revisions, purge, sql
        };
        command.SetAction((parsed, cancellationToken) => EachDatabase.RunAsync(parsed, async context =>
        {
            var outcome = await context.RunEngineAsync(
                project => new StampRequest
                {
                    Project = project,
                    Revisions = [.. parsed.GetRequiredValue(revisions).Select(ArgumentRewriting.Restore)],
                    Purge = parsed.GetValue(purge),
                    Sql = parsed.GetValue(sql)
                },
                cancellationToken);
            var result = outcome.Document!.Value.Deserialize(HostJson.Default.UpgradeResult)!; // a success has a document
            if (context.Terminal.IsJson)
                context.Terminal.Document(result, HostJson.Default.UpgradeResult);
            else if (parsed.GetValue(sql))
                context.Terminal.Exact(result.Script ?? "");
            else
                context.Terminal.Progress($"Stamped: {Ids(result.Before)} -> {Ids(result.After)}");
            return outcome.ExitCode;
        }, cancellationToken));
        return command;
    }

    private static string Ids(IReadOnlyList<string> ids) => ids.Count == 0 ? "<base>" : string.Join(", ", ids);
}
