using Autogen.Messages;
using Autogen.Schema.Comparison;

namespace Autogen.Output;

/// <summary>Results as the lines that people read.</summary>
internal static class ResultText
{
    /// <summary><c>upgrade 1975ea83b712 -> ae1027a6acf0, add order table</c>.</summary>
    public static string Step(StepMessage step) => $"{step.Direction} {Way(step)}";

    /// <summary><c>1975ea83b712 -> ae1027a6acf0, add order table</c>.</summary>
    public static string Way(StepMessage step)
        => $"{Ids(step.From)} -> {Ids(step.To)}{(step.Message.Length == 0 ? "" : ", " + FirstLine(step.Message))}";

    /// <summary><c>1975ea83b712 -> ae1027a6acf0 (head), add order table</c>.</summary>
    public static string History(RevisionMessage revision)
        => $"{Ids(revision.Revises)}{(revision.DependsOn.Count == 0 ? "" : $" ({string.Join(", ", revision.DependsOn)})")} -> "
            + $"{Line(revision)}";

    /// <summary><c>ae1027a6acf0 (head), add order table</c>.</summary>
    public static string Line(RevisionMessage revision)
        => $"{revision.Id}{Marks(revision)}{(revision.Message.Length == 0 ? "" : ", " + FirstLine(revision.Message))}";

    /// <summary><c> (left) (head) (current)</c>, or nothing.</summary>
    public static string Marks(RevisionMessage revision)
        => (revision.Branches.Count == 0 ? "" : $" ({string.Join(", ", revision.Branches)})")
            + (revision.IsEffectiveHead ? " (effective head)" : revision.IsHead ? " (head)" : "")
            + (revision.IsBranchPoint ? " (branchpoint)" : "")
            + (revision.IsMerge ? " (mergepoint)" : "")
            + (revision.IsCurrent == true ? " (current)" : "")
            + (revision is { IsCurrent: not null, IsApplied: null } ? " (not known)" : "");

    /// <summary>All that is known of a revision, a line each, and then what it is about.</summary>
    public static IEnumerable<string> Block(RevisionMessage revision)
    {
        yield return $"Rev: {revision.Id}{Marks(revision)}";
        yield return $"Parent: {Ids(revision.Revises)}";
        if (revision.DependsOn.Count > 0)
            yield return $"Depends on: {string.Join(", ", revision.DependsOn)}";
        if (revision.IsBranchPoint)
            yield return $"Branches into: {string.Join(", ", revision.RevisedBy)}";
        if (revision.Created is { } created)
            yield return $"Created: {created}";
        yield return $"Path: {revision.File}";
        yield return "";
        foreach (var line in revision.Message.ReplaceLineEndings("\n").Split('\n'))
            yield return "    " + line;
        yield return "";
    }

    /// <summary>The cosmetic differences in one line; empty if none exists.</summary>
    /// <param name="changes">All differences.</param>
    /// <param name="option">What lists them.</param>
    public static string Cosmetic(IReadOnlyList<ChangeMessage> changes, string option = "--strict")
    {
        var count = changes.Count(change => change.Cosmetic);
        return count == 0
            ? ""
            : $"{count} cosmetic {(count == 1 ? "difference" : "differences")} ({CosmeticKinds(changes)}); "
                + $"list {(count == 1 ? "it" : "them")} with {option}.";
    }

    /// <summary>The cosmetic differences, counted by kind; empty if none exists.</summary>
    public static string CosmeticKinds(IReadOnlyList<ChangeMessage> changes)
        => string.Join(
            ", ", changes.Where(change => change.Cosmetic).GroupBy(change => change.CosmeticKind ?? "other", StringComparer.Ordinal)
            .OrderByDescending(group => group.Count()).ThenBy(group => group.Key, StringComparer.Ordinal)
            .Select(group => CosmeticDifferences.Named(group.Key).Counted(group.Count())));

    /// <summary>The first line of what a revision is about.</summary>
    public static string FirstLine(string text) => text.ReplaceLineEndings("\n").Split('\n')[0];

    private static string Ids(IReadOnlyList<string> ids) => ids.Count == 0 ? "<base>" : string.Join(", ", ids);
}
