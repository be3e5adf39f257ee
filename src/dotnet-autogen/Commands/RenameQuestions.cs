using Autogen.Messages;
using Autogen.Tool.Output;

namespace Autogen.Tool.Commands;

/// <summary>Asks whether a drop and an add are a rename: names alone never tell, and a guess that is wrong loses data either way.</summary>
internal static class RenameQuestions
{
    /// <summary>Asks each question once; no answer is a no.</summary>
    /// <returns>What was renamed, for <c>--rename</c>.</returns>
    public static IReadOnlyList<string> Ask(Terminal terminal, IEnumerable<RiskMessage> risks)
    {
        var renames = new List<string>();
        foreach (var risk in risks.Where(risk => risk.Rename is not null).DistinctBy(risk => risk.Rename, StringComparer.Ordinal))
        {
            terminal.ProgressPart($"{risk.Question} [y/N] ");
            if (Console.ReadLine()?.Trim() is { Length: > 0 } answer && "yes".StartsWith(answer, StringComparison.OrdinalIgnoreCase))
                renames.Add(risk.Rename!); // the query has looked
        }

        return renames;
    }
}
