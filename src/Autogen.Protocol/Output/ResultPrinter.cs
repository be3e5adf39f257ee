using Autogen.Messages;

namespace Autogen.Output;

/// <summary>The results of commands that a bundle has, too.</summary>
internal static class ResultPrinter
{
    private const string Tool = "dotnet autogen";

    /// <summary>What <c>upgrade</c> and <c>downgrade</c> print at the end.</summary>
    public static void Print(Terminal terminal, UpgradeResult result, bool isScript)
    {
        if (terminal.IsJson)
            terminal.Document(result, HostJson.Default.UpgradeResult);
        else if (isScript)
            terminal.Exact(result.Script ?? "");
        else if (result.DryRun && result.Steps.Count > 0)
            result.Steps.ToList().ForEach(step => terminal.Line($"Would run {ResultText.Step(step)}"));
        else if (result.Steps.Count == 0)
            terminal.Progress(
                $"Nothing to do: the database is at {(result.After.Count == 0 ? "<base>" : string.Join(", ", result.After))}.");
    }

    // 'upgrade head' is refused with several heads. A bundle has no command that writes revisions.
    private static string Next(RevisionsResult result, string program)
        => result.Heads.Count <= 1 ? "upgrade head"
            : program == Tool ? $"upgrade heads ({result.Heads.Count} heads; '{program} merge heads' makes them one)"
            : "upgrade heads";

    /// <summary>What <c>current</c> prints.</summary>
    public static void PrintCurrent(Terminal terminal, RevisionsResult result)
    {
        if (terminal.IsJson)
            terminal.Document(result, HostJson.Default.RevisionsResult);
        else
            result.Revisions
                .ToList()
                .ForEach(
                    revision => terminal.Line(
                        $"{revision.Id}{ResultText.Marks(revision with { IsCurrent = null })}"
                            + $"{(revision.File is null ? " (no file has this revision)" : "")}"));
    }

    /// <summary>What <c>status</c> prints.</summary>
    /// <param name="terminal">Where to.</param>
    /// <param name="result">The revisions.</param>
    /// <param name="program">How the program that has <c>upgrade</c> is called here.</param>
    public static void PrintStatus(Terminal terminal, RevisionsResult result, string program = Tool)
    {
        if (terminal.IsJson)
        {
            terminal.Document(result, HostJson.Default.RevisionsResult);
            return;
        }

        foreach (var revision in result.Revisions)
            terminal.Line(
                $"[{(revision.IsApplied == true ? 'X' : ' ')}] {revision.Id}{ResultText.Marks(revision)}"
                    + $"{(revision.Message.Length == 0 ? "" : ", " + revision.Message.ReplaceLineEndings(" "))}"
                    + $"{(revision.IsChanged == true ? " (changed since it was applied)" : "")}");
        terminal.Line(
            result.Pending == 0 ? "The database is up to date." : $"{result.Pending} to apply: {program} {Next(result, program)}");
    }
}
