using System.Globalization;
using System.Text.Json;
using Autogen.Messages;

namespace Autogen.Tool.Commands;

/// <summary><c>history --log</c>: what the database's log says.</summary>
internal static class HistoryLog
{
    /// <summary>Asks the database, and prints.</summary>
    public static async Task<int> PrintAsync(CommandContext context, CancellationToken cancellationToken)
    {
        var outcome = await context.RunEngineAsync(project => new LogRequest { Project = project }, cancellationToken);
        var result = outcome.Document!.Value.Deserialize(HostJson.Default.LogResult)!; // a success has a document
        if (context.Terminal.IsJson)
            context.Terminal.Document(result, HostJson.Default.LogResult);
        else
            result.Entries.ToList().ForEach(entry => context.Terminal.Line(Line(entry)));
        return outcome.ExitCode;
    }

    private static string Line(LogEntryMessage entry)
        => $"{entry.AppliedAt} {entry.Direction,-9} "
            + $"{entry.Id}{(entry.Message is { Length: > 0 } message ? ", " + message.ReplaceLineEndings(" ") : "")} "
            + $"({string.Join(", ", Facts(entry))})";

    // What another tool did took no time of ours, and nobody knows who it was.
    private static IEnumerable<string> Facts(LogEntryMessage entry)
    {
        if (entry.Direction is "upgrade" or "downgrade")
            yield return string.Create(CultureInfo.InvariantCulture, $"{entry.Milliseconds} ms");
        if (entry.By.Length > 0)
            yield return $"by {entry.By}";
        yield return entry.ToolVersion;
    }
}
