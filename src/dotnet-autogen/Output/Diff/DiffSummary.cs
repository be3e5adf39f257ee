using System.Globalization;
using Autogen.Messages;

namespace Autogen.Tool.Output.Diff;

/// <summary>A difference in numbers, and its parts in the order in which a reviewer reads them.</summary>
internal sealed class DiffSummary
{
    // Worst first; see RiskMessage.Kind.
    private static readonly string[] riskKinds = ["dataLoss", "lostGuarantee", "guess", "mayFail", "tableRewrite", "longLock"];

    /// <summary>Sorts a result.</summary>
    public DiffSummary(DiffResult result)
    {
        Cards = DiffCard.Of(result.Changes);
        Dangers = [.. result.Risks.Where(risk => risk.Kind != "note").OrderBy(risk => Rank(risk.Kind))];
        Notes = [.. result.Risks.Where(risk => risk.Kind == "note")];
        Cosmetic =
        [
            .. result.Changes.Where(change => change.Cosmetic)
                .GroupBy(change => (Kind: change.CosmeticKind ?? "other", Reason: change.Reason ?? ""))
                .Select(group => new CosmeticGroup(group.Key.Kind, group.Key.Reason, [.. group.Select(change => change.Text)]))
        ];
    }

    /// <summary>The significant differences, by table.</summary>
    public IReadOnlyList<DiffCard> Cards { get; }

    /// <summary>The dangers, worst first.</summary>
    public IReadOnlyList<RiskMessage> Dangers { get; }

    /// <summary>What a reader should know besides.</summary>
    public IReadOnlyList<RiskMessage> Notes { get; }

    /// <summary>The cosmetic differences, by kind and reason.</summary>
    public IReadOnlyList<CosmeticGroup> Cosmetic { get; }

    /// <summary>Number of cosmetic differences.</summary>
    public int CosmeticCount => Cosmetic.Sum(group => group.Lines.Count);

    /// <summary>Number of objects that something happens to.</summary>
    /// <param name="action"><c>added</c>, <c>removed</c>, <c>altered</c> or <c>renamed</c>.</param>
    public int Count(string action) => Cards.Sum(card => card.Objects.Count(item => item.Action == action));

    /// <summary>The numbers, each with the class of its colour: <c>3 added</c>; those of renames only where something is renamed.</summary>
    public IEnumerable<(string Class, string Text)> Numbers()
    {
        yield return ("added", Number(Count("added"), "added"));
        yield return ("altered", Number(Count("altered"), "changed"));
        if (Count("renamed") is var renamed and > 0)
            yield return ("renamed", Number(renamed, "renamed"));
        yield return ("removed", Number(Count("removed"), "removed"));
        yield return ("danger", Number(Dangers.Count, Dangers.Count == 1 ? "danger" : "dangers"));
        yield return ("cosmetic", Number(CosmeticCount, "cosmetic"));
    }

    /// <summary>A kind of danger in words: <c>data loss</c>.</summary>
    public static string RiskName(string kind)
        => string.Concat(kind.Select(
            character => char.IsAsciiLetterUpper(character) ? $" {char.ToLowerInvariant(character)}" : $"{character}"));

    /// <summary>A number before a word.</summary>
    public static string Number(int number, string word) => string.Create(CultureInfo.InvariantCulture, $"{number:N0} {word}");

    private static int Rank(string kind) => Array.IndexOf(riskKinds, kind) is var index and >= 0 ? index : riskKinds.Length;
}
