using Autogen.Schema.Dialects;

namespace Autogen.Schema.Comparison;

/// <summary>What the comparison of one facet found: nothing, a significant difference or a cosmetic one.</summary>
/// <param name="IsSame">Whether there is no difference.</param>
/// <param name="Reason">Why it counts as different, or why it does not matter; for people.</param>
/// <param name="Cosmetic">The kind of a cosmetic difference; <see langword="null"/> for a significant one.</param>
internal readonly record struct Judgement(bool IsSame, string Reason, CosmeticDifference? Cosmetic)
{
    /// <summary>They are the same.</summary>
    public static Judgement Same { get; } = new(IsSame: true, "", Cosmetic: null);

    /// <summary>A significant difference.</summary>
    public static Judgement Different(string reason) => new(IsSame: false, reason, Cosmetic: null);

    /// <summary>They differ, and it does not matter.</summary>
    public static Judgement Of(CosmeticDifference cosmetic) => new(IsSame: false, cosmetic.Reason, cosmetic);

    /// <summary>A dialect's answer; an unknown verdict is cosmetic, with the dialect's reason.</summary>
    public static Judgement Of(FacetAnswer answer) => answer.Verdict switch
    {
        FacetVerdict.Same => Same,
        FacetVerdict.Different => Different(answer.Reason),
        _ => new Judgement(IsSame: false, answer.Reason, CosmeticDifferences.CannotTell),
    };

    /// <summary>Same or different, with the reason for the latter.</summary>
    public static Judgement SameIf(bool condition, string reason) => condition ? Same : Different(reason);
}
