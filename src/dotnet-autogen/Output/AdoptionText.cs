using Autogen.Messages;
using Autogen.Output;
using Autogen.Schema;
using Autogen.Schema.Dialects;

namespace Autogen.Tool.Output;

/// <summary>What <c>adopt</c> tells people.</summary>
internal static class AdoptionText
{
    /// <summary>What is taken over and what is not, before anything is written.</summary>
    public static void PrintBefore(Terminal terminal, AdoptResult result)
    {
        terminal.Progress($"Taking over {Counted(result.Tables.Count, "table", "tables")}.");
        foreach (var table in result.Tables)
            terminal.Verbose("  " + table);
        if (result.LeftAloneTables.Count > 0)
            terminal.Progress(
                $"Left alone, because the model does not map {(result.LeftAloneTables.Count == 1 ? "it" : "them")}: "
                    + $"{LongList.Names(result.LeftAloneTables, terminal.IsVerbose)}. "
                    + "--all-tables takes over what of it is no other tool's.");
        if (result.LeftAlone.Count > 0)
        {
            var kinds = result.LeftAlone
                .GroupBy(other => other.Kind, StringComparer.Ordinal)
                .Select(kind => OtherObject.Counted(kind.Key, kind.Count()));
            terminal.Progress(
                "Left as they are, and not made by the base revision: "
                    + $"{string.Join(", ", kinds)}{(terminal.IsVerbose ? "." : " (--verbose names them).")}");
            foreach (var other in result.LeftAlone)
                terminal.Verbose($"  {other.Kind} {other.Name}");
        }

        foreach (var note in result.Notes)
            terminal.Progress(note);
        var lost = result.NotExpressed.Where(change => !change.Cosmetic)
            .Select(change => change.Text)
            .Concat(result.Findings.Select(finding => finding.Text))
            .ToList();
        if (lost.Count > 0)
            terminal.Warn(
                "The base revision can't express everything. In an empty database it does not create:\n"
                    + $"  {string.Join("\n  ", LongList.Lines(lost, terminal.IsVerbose).Select(VisibleText.OneLine))}");
        if (ResultText.CosmeticKinds(result.NotExpressed) is { Length: > 0 } cosmetic)
            terminal.Progress($"Otherwise only in what does not matter, where an empty database becomes it: {cosmetic}.");
    }

    /// <summary>What differs from the model, and what to do next.</summary>
    public static void PrintAfter(Terminal terminal, AdoptResult result)
    {
        var significant = result.Changes.Where(change => !change.Cosmetic).ToList();
        foreach (var line in LongList.Lines([.. significant.Select(change => "Detected " + change.Text)], terminal.IsVerbose))
            terminal.Progress(line);
        foreach (var line in LongList.Lines([.. result.Risks.Select(risk => $"  ! {risk.Text}")], terminal.IsVerbose))
            terminal.Progress(line, "yellow");
        if (ResultText.Cosmetic(result.Changes, "'dotnet autogen check --strict'") is { Length: > 0 } cosmetic)
            terminal.Progress(cosmetic);
        if (significant.Count == 0)
            terminal.Progress("No further differences: the database is as the model wants it.", "green");
        else
            terminal.Progress("Next: dotnet autogen revision --autogenerate -m \"…\"");
    }

    private static string Counted(int count, string one, string several) => $"{count} {(count == 1 ? one : several)}";
}
