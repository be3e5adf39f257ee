using Autogen.Schema.Dialects;
using Autogen.Schema.Objects;

namespace Autogen.Schema.Comparison;

/// <summary>How two schemas are compared.</summary>
internal sealed record ComparisonOptions
{
    /// <summary>The upgrade's direction, with comments, without strictness and without renames.</summary>
    public static ComparisonOptions Default { get; } = new();

    /// <summary>Whether cosmetic differences that can be acted on are significant.</summary>
    public bool Strict { get; init; }

    /// <summary>
    /// The kinds of cosmetic difference that are significant although <see cref="Strict"/> is not asked for; those that
    /// can't be acted on stay cosmetic.
    /// </summary>
    public IReadOnlyCollection<CosmeticDifference> Significant { get; init; } = [];

    /// <summary>
    /// Who has a say before the comparison has; an answer that can't tell leaves it to the comparison. <see langword="null"/> for nobody.
    /// </summary>
    public Func<FacetQuestion, FacetVerdict>? Ask { get; init; }

    /// <summary>Whether comments are compared at all.</summary>
    public bool CompareComments { get; init; } = true;

    /// <summary>What the user says was renamed; always in the upgrade's direction: old is the database's name, new the model's.</summary>
    public RenameHints Renames { get; init; } = RenameHints.None;

    /// <summary>
    /// Whether a revision made the constraint or index of that name on that live table, or gave it that name. What none made is taken over
    /// as it is wherever it does the model's work; what one made follows the model.
    /// </summary>
    public Func<ObjectName, string, bool> IsMadeByRevision { get; init; } = (_, _) => false;

    /// <summary>
    /// True where the target schema is the model's (an upgrade); false where the arguments are swapped and the one that exists
    /// is (a downgrade). The rules of what is cosmetic have a direction: it is the live database that has left-over defaults, and the
    /// model that is silent about them.
    /// </summary>
    public bool TargetIsModel { get; init; } = true;

    /// <summary>The options of the comparison with swapped arguments.</summary>
    public ComparisonOptions Swapped() => this with { TargetIsModel = !TargetIsModel };
}
